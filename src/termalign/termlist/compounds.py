"""Which compounds of a list may be rendered, by those of their parts that stand in a text.

Most compounds have nothing in a text, or one part; so they are not looked at one by one:

1. under each part its compounds are filed by the share that it is of them, and only where that is so large that the part
   may be enough by itself is the compound looked at;
2. of the others those are found two parts of which may stand side by side (`termalign.termlist.adjoining`), and left unless
   what is there is enough at the most that its keys may be worth; of companies' names, which are filed apart in a list of
   thousands, only the parts that stand with a capital are reckoned with;
3. what is left is held against what the matchers say of the parts, at the very words: `termalign.termlist.standing`.

What the matchers say of a part is asked once a text, however many compounds it is a part of: 工業 of a thousand companies
costs what it costs one. An organisation's name is laid over the text in a way of its own, and has a bound of its own.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from termalign.evidence.composition import DISTINCT_SHARE, ORDINARY_SHARE
from termalign.evidence.match import Match
from termalign.evidence.naming.legal_form import has_form
from termalign.termlist import asks
from termalign.termlist.adjoining import adjoining
from termalign.termlist.bounds import Bounds
from termalign.termlist.ceiling import Least
from termalign.termlist.hints import Hints
from termalign.termlist.index import UNIT, Index
from termalign.termlist.organisations import Organisations
from termalign.termlist.parts import Parts, There, either
from termalign.termlist.room import is_put_together
from termalign.termlist.standing import LONG, Phrases

_COMPANIES: Final = 2  # of the sorts in which compounds are filed: termalign.termlist.index


class Compounds:
    """The compounds of a list against one text.

    Parameters
    ----------
    index : Index
        Of the term list.
    bounds : Bounds
        Of the text.
    hints : Hints
        What was found of its nodes.
    surface : callable
        The text of a node.
    """

    def __init__(self, index: Index, bounds: Bounds, hints: Hints, surface: Callable[[int], str]) -> None:
        self._index = index
        self._bounds = bounds
        self._hints = hints
        self._surface = surface
        self._room = bounds.room
        self._parts = Parts(index, bounds, hints)
        self._organisations = Organisations(index, bounds, hints, self._parts)

    def full_forms(self, least: int) -> Iterator[int]:
        """Nodes of compounds that others are short for, whose parts may be worth so much at the most."""
        parts, by_part = self._parts, self._index.short_for
        compounds = {compound for node in by_part.keys() & self._hints.reasons.keys() for compound in by_part[node]}
        for compound in compounds:
            if parts.most(compound) >= least and parts.whole(parts.there(compound), parts.weights(compound), least):
                yield self._index.compound_node[compound]

    def rendered(
        self,
        found: set[int],
        matches_of: Callable[[int], Sequence[Match]],
        laid_over: Callable[[int, int], Iterable[Match]],
    ) -> dict[int, int]:
        """Nodes of compounds that may be rendered by their parts, with the words that they may be laid over as a name.

        Parameters
        ----------
        found : set of int
            Nodes that are known to be worth a look.
        matches_of : callable
            What the matchers say of a node.
        laid_over : callable
            Where a node would be laid over some words of the text, a bit each, were it an organisation's name.
        """
        hints = self._hints
        phrases = Phrases(
            self._bounds,
            self._said(matches_of),
            lambda node: laid_over(node, self._organisations.words_at(hints.where[node])),
            lambda node: (hints.where[node], hints.worth[node], hints.reasons[node]),
        )
        composed, laid = self._alone(found, phrases)
        self._laid_together(found, laid)
        self._composed_together(found, composed, phrases)
        self._composed_with_whole(found, composed, phrases, matches_of)
        node = self._index.compound_node
        kept = {node[compound]: 0 for compound in composed}
        kept.update((node[compound], words) for compound, words in laid.items())
        return kept

    def _alone(self, found: set[int], phrases: Phrases) -> tuple[set[int], dict[int, int]]:
        """Compounds that one part may render without the others: by meaning or sound, and as an organisation's name."""
        index, organisations = self._index, self._organisations
        starts, named, companies = index.parent_starts, index.organisation_starts, index.company_starts
        shares = index.parent_share
        where = self._hints.where
        composed: set[int] = set()
        for node in self._large_parts():
            borders = starts[node], named[node], companies[node], starts[node + 1]
            least = self._least_share(self._bounds.at(where[node]), node)
            for sort, (first, last) in enumerate(pairwise(borders)):
                if first < last and shares[first] >= least:
                    alone = partial(phrases.alone, node, company=sort == _COMPANIES and self._room is not None)
                    for compound, whole in self._enough_alone(first, last, least, alone):
                        if compound not in composed and whole not in found and not self._is_whole(compound):
                            composed.add(compound)
        laid: dict[int, int] = {}
        for node in organisations.standing():
            least = organisations.least_share(node)
            for first, last in ((named[node], companies[node]), (companies[node], starts[node + 1])):
                if first < last and shares[first] >= least:
                    laid_alone = _always if organisations.whole_is_name else partial(phrases.laid_alone, node)
                    for compound, whole in self._enough_alone(first, last, least, laid_alone):
                        if whole not in found:
                            laid[compound] = laid.get(compound, 0) | organisations.words_at(where[node])
        return composed, laid

    def _large_parts(self) -> Iterator[int]:
        """The nodes that are so much of a compound that they may be enough by themselves."""
        index = self._index
        starts, named, companies = index.parent_starts, index.organisation_starts, index.company_starts
        shares, reasons, loosest = index.parent_share, self._hints.reasons, self._bounds.loosest
        leasts: dict[tuple[int, bool], int] = {}
        for node, worth in self._hints.worth.items():
            start, end = starts[node], starts[node + 1]
            if start < end:
                key = worth, reasons[node] & asks.DISTINCT > 0
                least = leasts.get(key)
                if least is None:
                    least = leasts[key] = self._least_share(loosest, node)
                if shares[start] >= least:
                    yield node
                elif named[node] < end:
                    first, company = named[node], companies[node]
                    if shares[first] >= least or (company < end and shares[company] >= least):
                        yield node

    def _enough_alone(
        self, start: int, end: int, least: int, alone: Callable[[int, int], bool]
    ) -> Iterator[tuple[int, int]]:
        """The compounds of the rows ``start:end``, and their nodes, for which what is filed there is enough `alone`."""
        index = self._index
        for row in self._rows(start, end, least, alone):
            compound = index.parents[row]
            whole = index.compound_node[compound]
            if alone(index.parent_share[row], len(self._surface(whole))):
                yield compound, whole

    def _rows(self, start: int, end: int, least: int, alone: Callable[[int, int], bool]) -> Iterator[int]:
        """Those of the rows ``start:end`` of which the share may be enough `alone`, whatever their compounds' length."""
        shares = self._index.parent_share
        end = self._down_to(least, start, end)
        while start < end:
            share = shares[start]
            last = self._down_to(share, start, end)
            if last - start <= LONG or any(alone(share, length) for length in range(1, LONG + 1)):
                yield from range(start, last)
            start = last

    def _laid_together(self, found: set[int], laid: dict[int, int]) -> None:
        """Add the names of organisations that several parts may render; where all of the text is a name, one is enough."""
        if not self._organisations.whole_is_name:
            for compound, words in self._organisations.together():
                if self._index.compound_node[compound] not in found:
                    laid[compound] = laid.get(compound, 0) | words

    @property
    def whole_is_name(self) -> bool:
        """Whether the text is itself a name, all of which any organisation's name may be laid over."""
        return self._organisations.whole_is_name

    def laid_at(self, node: int) -> int:
        """The words of runs of capitalised words in which any piece of an organisation's name stands, a bit each."""
        where = self._hints.where.get(node, 0)
        compound = self._index.compound_of[node] - 1
        if compound >= 0:
            for part, _ in self._parts.there(compound):
                where |= self._hints.where[part]
        return self._organisations.words_at(where)

    def _composed_together(self, found: set[int], composed: set[int], phrases: Phrases) -> None:
        """Add the compounds that several parts may render, and of which nothing speaks for the whole."""
        index, parts, reasons = self._index, self._parts, self._hints.reasons
        capitals = self._room.capitals if self._room else -1
        named = self._named()
        for compound in adjoining(index, self._hints, parts.next_to, capitals) - composed:
            whole = index.compound_node[compound]
            if whole in reasons or whole in found or (self._room and index.worded[whole]):
                # A word of the dictionary of whose glosses nothing is there is not rendered by what its characters mean.
                continue
            company = index.organisation[whole] > 0 and self._is_company(whole)
            there, weights = self._there(compound, company), parts.weights(compound)
            if compound not in named and not parts.cover_enough(there, weights):
                continue
            if not parts.side_by_side(there, weights) or self._in_kana(compound):
                continue
            if phrases.together(there, weights, len(self._surface(whole)), (), company):
                composed.add(compound)

    def _named(self) -> set[int]:
        """The compounds of a part of which something was found that counts for more: a name, a sound."""
        index, found = self._index, set[int]()
        starts, parents = index.parent_starts, index.parents
        for node, reason in self._hints.reasons.items():
            if reason & asks.DISTINCT:
                found.update(parents[starts[node] : starts[node + 1]])
        return found

    def _composed_with_whole(
        self, found: set[int], composed: set[int], phrases: Phrases, matches_of: Callable[[int], Sequence[Match]]
    ) -> None:
        """Add the compounds that parts may render together with something that speaks for the whole."""
        index, parts, hints, loosest = self._index, self._parts, self._hints, self._bounds.loosest
        least, least_beside = min(loosest.composed), min(loosest.word, loosest.synonym)
        for whole, worth in hints.worth.items():
            compound = index.compound_of[whole] - 1
            if compound < 0 or whole in found or compound in composed:
                continue
            most = parts.most(compound)
            likely = either(most, worth)
            if not most or (most < least and likely < least_beside):
                continue
            company = self._is_company(whole)
            there, weights = self._there(compound, company), parts.weights(compound)
            beside = likely >= least_beside and parts.beside_whole(whole, there, weights)
            several = most >= least and len(there) > 1 and (beside or parts.side_by_side(there, weights))
            # In a long list a part may not be enough, and a gloss of the whole neither.
            also = self._room is not None and likely >= self._bounds.at(hints.where[whole]).word
            if also and company:
                beside = parts.beside_whole(whole, parts.there(compound), weights)
            if not (several or (also and beside)) or self._in_kana(compound):
                continue
            own, length = matches_of(whole), len(self._surface(whole))
            if (several and phrases.together(there, weights, length, own, company)) or (
                also and beside and own and phrases.together(parts.there(compound), weights, length, own)
            ):
                composed.add(compound)

    def _there(self, compound: int, company: bool) -> There:
        """The parts of a compound that are there; of a company's name in a long list those with a capital."""
        there = self._parts.there(compound)
        if self._room and company:
            capitals, where = self._room.capitals, self._hints.where
            return [(node, mask) for node, mask in there if where[node] & capitals]
        return there

    def _is_company(self, whole: int) -> bool:
        """Whether a compound of a long list is a company's name in full, which is one in English too."""
        return bool(self._room and self._index.organisation[whole] and has_form(self._surface(whole)))

    def _is_whole(self, compound: int) -> bool:
        """Whether no single part renders a compound of a long list: a word of the dictionary, or one in kana."""
        return bool(self._room and self._index.worded[self._index.compound_node[compound]]) or self._in_kana(compound)

    def _in_kana(self, compound: int) -> bool:
        """Whether a compound of a long list is kana that is not put together."""
        if self._room is None:
            return False
        index = self._index
        rows = slice(index.part_starts[compound], index.part_starts[compound + 1])
        parts = zip(index.part_node[rows], index.part_mask[rows], strict=True)
        pieces = (self._surface(node) for node, mask in parts if not mask & mask - 1)
        return not is_put_together(self._surface(index.compound_node[compound]), pieces)

    def _said(self, matches_of: Callable[[int], Iterable[Match]]) -> Callable[[int], Iterable[Match] | None]:
        recut = self._index.recut
        return lambda node: None if recut[node] else matches_of(node)

    def _down_to(self, least: int, start: int, end: int) -> int:
        """Where the rows ``start:end`` of `parent_share`, which fall, come below `least`."""
        if least > UNIT:
            return start
        return bisect_right(self._index.parent_share, -least, start, end, key=lambda share: -share)

    def _least_share(self, least: Least, node: int) -> int:
        """What a part must be of a compound to be enough by itself, in 255ths."""
        worth = self._hints.worth[node]
        if not worth:
            return UNIT + 1
        power = DISTINCT_SHARE if self._hints.reasons[node] & asks.DISTINCT else ORDINARY_SHARE
        return max(1, int(UNIT * (least.composed[0] / (worth + 1)) ** (1 / power)))


def _always(share: int, length: int) -> bool:
    """Whether a part of such a share may be enough for a compound of such a length, where any part is."""
    return True
