"""Which compounds of a list may be rendered, by those of their parts that stand in a text.

Most compounds have nothing in a text, or one part; so they are not looked at one by one:

1. under each part its compounds are filed by the share that it is of them, and only where that is so large that the part
   may be enough by itself is the compound looked at;
2. of the others those are found of which enough is somewhere in the text, by a sum over what is filed under the parts, and
   left unless enough of it stands beside other parts, at the most that their keys may be worth;
3. what is left is held against what the matchers say of the parts, at the very words: `termalign.termlist.standing`.

What the matchers say of a part is asked once a text, however many compounds it is a part of: 工業 of a thousand companies
costs what it costs one. An organisation's name is laid over the text in a way of its own, and has a bound of its own.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from termalign.evidence.composition import DISTINCT_SHARE, ORDINARY_SHARE
from termalign.evidence.match import Match
from termalign.evidence.naming.legal_form import has_form
from termalign.termlist import asks
from termalign.termlist.bounds import Bounds
from termalign.termlist.hints import Hints
from termalign.termlist.index import UNIT, Index
from termalign.termlist.masses import Masses
from termalign.termlist.organisations import Organisations
from termalign.termlist.parts import Parts, There, either
from termalign.termlist.room import is_put_together
from termalign.termlist.standing import LONG, Phrases


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
        self._masses = Masses(index, hints)
        self._organisations = Organisations(index, bounds, hints)

    def count(self, nodes: Iterable[int]) -> None:
        """Reckon with what was found of nodes, for the first time or since."""
        self._masses.count(nodes)

    def full_forms(self, least: int) -> Iterator[int]:
        """Nodes of compounds that others are short for, whose parts may be worth so much at the most."""
        for compound in self._masses.among(self._index.short_for):
            if self._masses.most(compound) >= least and self._parts.whole(
                self._parts.there(compound), self._parts.weights(compound), least
            ):
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
        self._composed_together(found, composed, phrases, matches_of)
        node = self._index.compound_node
        if self._bounds.rate.rarity:
            composed.update(self._with_gloss(composed, found, phrases, matches_of))
        kept = {node[compound]: 0 for compound in composed}
        kept.update((node[compound], words) for compound, words in laid.items())
        return kept

    def _alone(self, found: set[int], phrases: Phrases) -> tuple[set[int], dict[int, int]]:
        """Compounds that one part may render without the others: by meaning or sound, and as an organisation's name."""
        index, organisations = self._index, self._organisations
        composed: set[int] = set()
        laid: dict[int, int] = {}
        for node in self._hints.reasons:
            start, end = index.parent_starts[node], index.parent_starts[node + 1]
            if start == end:
                continue
            alone = partial(phrases.alone, node)
            for row in self._rows(start, self._down_to(self._least_share(node), start, end), alone):
                compound = index.parents[row]
                whole = index.compound_node[compound]
                if compound in composed or whole in found or self._is_whole(compound):
                    continue
                if alone(index.parent_share[row], len(self._surface(whole)), self._is_company(whole)):
                    composed.add(compound)
            if not index.in_organisation[node]:
                continue
            laid_alone = _always if organisations.whole_is_name else partial(phrases.laid_alone, node)
            for row in self._rows(start, self._down_to(organisations.least_share(node), start, end), laid_alone):
                compound = index.parents[row]
                whole = index.compound_node[compound]
                if not index.organisation[whole] or whole in found:
                    continue
                if laid_alone(index.parent_share[row], len(self._surface(whole))):
                    words = organisations.words_at(self._hints.where[node])
                    laid[compound] = laid.get(compound, 0) | words
        return composed, laid

    def _rows(self, start: int, end: int, alone: Callable[[int, int], bool]) -> Iterator[int]:
        """Those of the rows ``start:end`` of which the share may be enough `alone`, whatever their compounds' length."""
        shares = self._index.parent_share
        while start < end:
            share = shares[start]
            last = self._down_to(share, start, end)
            if last - start <= LONG or any(alone(share, length) for length in range(1, LONG + 1)):
                yield from range(start, last)
            start = last

    def _laid_together(self, found: set[int], laid: dict[int, int]) -> None:
        """Add the names of organisations that several parts may render."""
        for compound in self._organisations.together():
            if self._index.compound_node[compound] not in found:
                words = self._organisations.lays(self._parts.there(compound), self._parts.weights(compound))
                if words:
                    laid[compound] = laid.get(compound, 0) | words

    def laid_at(self, node: int) -> int:
        """The words of runs of capitalised words in which any piece of an organisation's name stands, a bit each."""
        where = self._hints.where.get(node, 0)
        compound = self._index.compound_of[node] - 1
        if compound >= 0:
            for part, _ in self._parts.there(compound):
                where |= self._hints.where[part]
        return self._organisations.words_at(where)

    def _composed_together(
        self, found: set[int], composed: set[int], phrases: Phrases, matches_of: Callable[[int], Sequence[Match]]
    ) -> None:
        """Add the compounds that several parts may render."""
        index, reasons = self._index, self._hints.reasons
        for compound in self._masses.enough(min(self._bounds.loosest.composed)):
            whole = index.compound_node[compound]
            if compound in composed or whole in found or self._explained(whole):
                continue
            there = self._parts.there(compound)
            company = self._is_company(whole)
            if company:
                there = self._in_capitals(there)
                if len(there) < 2:
                    continue
            weights = self._parts.weights(compound)
            if whole in reasons:  # something speaks for it as one piece, too
                if not (self._parts.side_by_side(there, weights) or self._parts.beside_whole(whole, there, weights)):
                    continue
            elif not self._parts.side_by_side(there, weights):
                continue
            if self._in_kana(compound):
                continue
            own = matches_of(whole) if whole in reasons else ()
            if phrases.together(there, weights, len(self._surface(whole)), own, company):
                composed.add(compound)

    def _is_company(self, whole: int) -> bool:
        """Whether a compound of a long list is a company's name in full, which is one in English too."""
        return bool(self._room and self._index.organisation[whole] and has_form(self._surface(whole)))

    def _in_capitals(self, there: There) -> There:
        """Those parts that stand somewhere with a capital."""
        assert self._room is not None
        capitals, where = self._room.capitals, self._hints.where
        return [(node, mask) for node, mask in there if where[node] & capitals]

    def _explained(self, whole: int) -> bool:
        """Whether a compound of a long list is a word of the dictionary of whose glosses nothing stands in the text.

        Such a word is not rendered by what its characters mean one by one.
        """
        return bool(self._bounds.rate.rarity and self._index.worded[whole] and whole not in self._hints.reasons)

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

    def _with_gloss(
        self, composed: set[int], found: set[int], phrases: Phrases, matches_of: Callable[[int], Sequence[Match]]
    ) -> Iterator[int]:
        """Those of which a part and a gloss of the whole together are enough, where in a long list neither is."""
        index, hints = self._index, self._hints
        for whole, worth in hints.worth.items():
            compound = index.compound_of[whole] - 1
            if compound < 0 or whole in found or compound in composed or self._in_kana(compound):
                continue
            least = self._bounds.at(hints.where[whole]).word
            most = self._masses.most(compound)
            if not most or either(most, worth) < least:
                continue
            there, weights = self._parts.there(compound), self._parts.weights(compound)
            if self._parts.beside_whole(whole, there, weights):
                own = matches_of(whole)
                if own and phrases.together(there, weights, len(self._surface(whole)), own):
                    yield compound

    def _said(self, matches_of: Callable[[int], Iterable[Match]]) -> Callable[[int], Iterable[Match] | None]:
        recut = self._index.recut
        return lambda node: None if recut[node] else matches_of(node)

    def _down_to(self, least: int, start: int, end: int) -> int:
        """Where the rows ``start:end`` of `parent_share`, which fall, come below `least`."""
        if least > UNIT:
            return start
        return bisect_right(self._index.parent_share, -least, start, end, key=lambda share: -share)

    def _least_share(self, node: int) -> int:
        """What a part must be of a compound to be enough by itself, in 255ths."""
        hints = self._hints
        least, worth = self._bounds.at(hints.where[node]).composed[0], hints.worth[node]
        if not worth:
            return UNIT + 1
        power = DISTINCT_SHARE if hints.reasons[node] & asks.DISTINCT else ORDINARY_SHARE
        return max(1, int(UNIT * (least / (worth + 1)) ** (1 / power)))


def _always(share: int, length: int) -> bool:
    """Whether a part of such a share may be enough for a compound of such a length, where any part is."""
    return True
