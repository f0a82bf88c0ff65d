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

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import Final

from termalign.evidence.composition import DISTINCT_SHARE, ORDINARY_SHARE
from termalign.evidence.naming.legal_form import has_form
from termalign.termlist import asks
from termalign.termlist.adjoining import adjoining
from termalign.termlist.answers import Answers
from termalign.termlist.bounds import Bounds
from termalign.termlist.ceiling import Least
from termalign.termlist.hints import Hints
from termalign.termlist.index import UNIT, Index
from termalign.termlist.laid import LaidNames
from termalign.termlist.organisations import Organisations
from termalign.termlist.parts import Parts, either
from termalign.termlist.room import is_put_together
from termalign.termlist.shares import Shares
from termalign.termlist.standing import Phrases

_SURE_WORD: Final = int(0.85 * UNIT)
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
        self._shares = Shares(index, surface)
        self._organisations = Organisations(index, bounds, hints, self._parts, self._shares)

    def full_forms(self, least: int) -> Iterator[int]:
        """Nodes of compounds that others are short for, whose parts may be worth so much at the most."""
        parts, by_part = self._parts, self._index.short_for
        compounds = {compound for node in by_part.keys() & self._hints.reasons.keys() for compound in by_part[node]}
        for compound in compounds:
            if parts.most(compound) >= least and parts.whole(parts.there(compound), parts.weights(compound), least):
                yield self._index.compound_node[compound]

    def rendered(self, found: set[int], answers: Answers) -> dict[int, int]:
        """Nodes of compounds that may be rendered by their parts, with the words that they may be laid over as a name.

        Parameters
        ----------
        found : set of int
            Nodes that are known to be worth a look.
        answers : Answers
            What the matchers say of nodes.
        """
        organisations = self._organisations
        phrases = Phrases(self._bounds, answers, self._parts.beside)
        names = LaidNames(self._bounds, self._hints, answers, phrases, organisations.words_at)
        composed = self._alone(found, phrases)
        laid = organisations.laid(found, names)
        self._composed_together(found, composed, phrases)
        self._composed_with_whole(found, composed, phrases, answers)
        node = self._index.compound_node
        kept = {node[compound]: 0 for compound in composed}
        kept.update(organisations.enough(laid, composed, names))
        return kept

    def _alone(self, found: set[int], phrases: Phrases) -> set[int]:
        """Compounds that one part may render without the others."""
        index = self._index
        starts, named, companies = index.parent_starts, index.organisation_starts, index.company_starts
        shares = index.parent_share
        where = self._hints.where
        composed: set[int] = set()
        for node in self._large_parts():
            # A company's name in full is one in English too.
            end = starts[node + 1] if self._room is None or where[node] & self._room.capitals else companies[node]
            borders = starts[node], named[node], companies[node], end
            least = self._least_share(self._bounds.at(where[node]), node)
            for sort, (first, last) in enumerate(pairwise(borders)):
                if first < last and shares[first] >= least:
                    company = sort == _COMPANIES and self._room is not None
                    likely = partial(phrases.may_be_alone, node, company=company)
                    for compound, whole, share in self._shares.enough(first, last, least, likely):
                        if (
                            compound not in composed
                            and whole not in found
                            and phrases.alone(node, share, self._surface(whole), company)
                            and not self._is_whole(compound)
                        ):
                            composed.add(compound)
        return composed

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

    @property
    def whole_is_name(self) -> bool:
        """Whether the text is itself a name, all of which any organisation's name may be laid over."""
        return self._organisations.whole_is_name

    def laid_at(self, node: int) -> int:
        """The words of runs of capitalised words in which any piece of an organisation's name stands, a bit each."""
        hints = self._hints
        where = hints.laid_at(node, -1, asks.HARDLY_LAID)[0] if node in hints.said else 0
        compound = self._index.compound_of[node] - 1
        if compound >= 0:
            for part, _ in self._parts.there(compound):
                where |= hints.where[part]
        return self._organisations.words_at(where)

    def _composed_together(self, found: set[int], composed: set[int], phrases: Phrases) -> None:
        """Add the compounds that several parts may render, and of which nothing speaks for the whole."""
        index, parts, reasons, room = self._index, self._parts, self._hints.reasons, self._room
        capitals = room.capitals if room else -1
        for company, compounds in enumerate(adjoining(index, self._hints, parts.beside, capitals)):
            of_company = room is not None and company > 0
            for compound in compounds - composed:
                whole = index.compound_node[compound]
                if whole in reasons or whole in found:
                    continue
                if room and index.worded[whole] and not self._is_made_of_words(compound):
                    # A word of the dictionary of whose glosses nothing is there is not rendered by what its characters mean.
                    continue
                places = capitals if of_company else -1
                if not parts.cover_enough(compound, places):
                    continue
                there, weights = parts.there(compound, places), parts.weights(compound)
                if (
                    parts.side_by_side(there, weights)
                    and not self._in_kana(compound)
                    and phrases.together(there, weights, self._surface(whole), (), of_company)
                ):
                    composed.add(compound)

    def _composed_with_whole(self, found: set[int], composed: set[int], phrases: Phrases, answers: Answers) -> None:
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
            # A part may not be enough, and what speaks for the whole neither: 12工場, *12*.
            also = likely >= self._bounds.at(hints.where[whole]).word
            if most < least and not also:
                continue
            company = self._is_company(whole)
            capitals = self._room.capitals if self._room and company else -1
            there, weights = parts.there(compound, capitals), parts.weights(compound)
            several = most >= least and len(there) > 1 and parts.side_by_side(there, weights)
            beside = not several and likely >= least_beside and parts.beside_whole(whole, there, weights)
            several = several or (beside and most >= least and len(there) > 1)
            everything = parts.there(compound) if company else there
            if also and (several or company):
                beside = parts.beside_whole(whole, everything, weights)
            if not (several or (also and beside)) or self._in_kana(compound):
                continue
            own, surface = answers.matches(whole), self._surface(whole)
            if (several and phrases.together(there, weights, surface, own, company)) or (
                also and beside and own and phrases.together(everything, weights, surface, own)
            ):
                composed.add(compound)

    def _is_company(self, whole: int) -> bool:
        """Whether a compound of a long list is a company's name in full, which is one in English too."""
        return bool(self._room and self._index.organisation[whole] and has_form(self._surface(whole)))

    def _is_whole(self, compound: int) -> bool:
        """Whether no single part renders a compound of a long list: a word of the dictionary, or one in kana."""
        return bool(self._room and self._index.worded[self._index.compound_node[compound]]) or self._in_kana(compound)

    def _is_made_of_words(self, compound: int) -> bool:
        """Whether the compound is two words, no single characters, each of which something surely speaks for: 特殊|詐欺."""
        sure = [node for node, _ in self._parts.there(compound) if self._hints.worth[node] >= _SURE_WORD]
        words = {surface for surface in map(self._surface, sure) if len(surface) > 1}
        if len(words) < 2:
            return False
        whole = self._surface(self._index.compound_node[compound])
        return any(one + other == whole for one in words for other in words)

    def _in_kana(self, compound: int) -> bool:
        """Whether a compound of a long list is kana that is not put together."""
        if self._room is None:
            return False
        index = self._index
        rows = slice(index.part_starts[compound], index.part_starts[compound + 1])
        parts = zip(index.part_node[rows], index.part_mask[rows], strict=True)
        pieces = (self._surface(node) for node, mask in parts if not mask & mask - 1)
        return not is_put_together(self._surface(index.compound_node[compound]), pieces)

    def _least_share(self, least: Least, node: int) -> int:
        """What a part must be of a compound to be enough by itself, in 255ths."""
        worth = self._hints.worth[node]
        if not worth:
            return UNIT + 1
        power = DISTINCT_SHARE if self._hints.reasons[node] & asks.DISTINCT else ORDINARY_SHARE
        return max(1, int(UNIT * (least.composed[0] / (worth + 1)) ** (1 / power)))
