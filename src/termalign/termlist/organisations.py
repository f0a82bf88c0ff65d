"""Which names of organisations in a list may be laid over a text: by what their parts are worth in a run of capitalised words."""

import math
import operator
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from termalign.evidence.organisation import LEFT_OUT, is_name
from termalign.evidence.term import written_in_katakana
from termalign.termlist.asks import HARDLY_LAID
from termalign.termlist.base_rate import BaseRate
from termalign.termlist.bounds import Bounds
from termalign.termlist.hints import Hints
from termalign.termlist.index import UNIT, Index
from termalign.termlist.laid import LaidNames
from termalign.termlist.parts import Parts, raise_to
from termalign.termlist.runs import Runs
from termalign.termlist.shares import Shares

_MOST_LAID: Final = BaseRate(10_000).rarity  # each name that has any part there, which takes a millisecond


class Organisations:
    """The places of organisations' names in one text.

    Parameters
    ----------
    index : Index
        Of the term list.
    bounds : Bounds
        Of the text.
    hints : Hints
        What was found of the nodes of the list.
    parts : Parts
        The parts of its compounds.
    shares : Shares
        What is filed under them.

    Attributes
    ----------
    whole_is_name : bool
        Whether the text is itself a name, all of which any name of the list may be laid over, unless it is very long.
    """

    def __init__(self, index: Index, bounds: Bounds, hints: Hints, parts: Parts, shares: Shares) -> None:
        self._index = index
        self._bounds = bounds
        self._hints = hints
        self._parts = parts
        self._shares = shares
        self._names: dict[int, frozenset[int]] = {}
        self._runs = Runs(bounds.bitext)
        self._least: dict[tuple[int, int], int] = {}
        #: By the places of a part, what it must be worth alone in one of the runs that hold it.
        self._alone_in: dict[int, float] = {}
        self.whole_is_name = bounds.rate.rarity <= _MOST_LAID and is_name(bounds.bitext)
        #: Whether one part is enough for a try: in a short list as in a text that is a name.
        self._by_any = self.whole_is_name or not bounds.rate.rarity

    def laid(self, found: set[int], names: LaidNames) -> dict[int, int]:
        """Names of organisations that some of their parts may render, with the words that they may be laid over.

        Parameters
        ----------
        found : set of int
            Nodes that are known to be worth a look.
        names : LaidNames
            What is enough of them.
        """
        laid = self._by_one(found, names)
        if not self._by_any:
            for compound, words in self._together():
                if self._index.compound_node[compound] not in found:
                    laid[compound] = laid.get(compound, 0) | words
        return laid

    def enough(self, laid: Mapping[int, int], composed: set[int], names: LaidNames) -> Iterator[tuple[int, int]]:
        """The nodes of those names that may be links where they are laid, or of which something else is known."""
        index, parts = self._index, self._parts
        for compound, words in laid.items():
            node = index.compound_node[compound]
            if (
                compound in composed
                or node in self._hints.reasons
                or names.enough(
                    node, words, parts.there(compound), parts.weights(compound), len(self._shares.surface(node))
                )
            ):
                yield node, words

    def _by_one(self, found: set[int], names: LaidNames) -> dict[int, int]:
        """The names that one part may render without the others."""
        index, where = self._index, self._hints.where
        starts, named, companies = index.parent_starts, index.organisation_starts, index.company_starts
        shares = index.parent_share
        laid: dict[int, int] = {}
        for node in self._standing():
            if self._is_hardly_laid(node):
                continue
            least = self._least_share(node)
            for first, last in ((named[node], companies[node]), (companies[node], starts[node + 1])):
                if first < last and shares[first] >= least:
                    alone = _always if self._by_any else partial(names.alone, node)
                    for compound, whole, _ in self._shares.enough(first, last, least, alone):
                        if whole not in found:
                            laid[compound] = laid.get(compound, 0) | self.words_at(where[node])
        return laid

    def _is_hardly_laid(self, node: int) -> bool:
        """Whether nothing but letters was found of a part that does not spell them out: エーアイ, *AI*."""
        reasons = self._hints.reasons[node]
        if not reasons or reasons & ~HARDLY_LAID or self._hints.laid_at(node, -1, HARDLY_LAID)[0]:
            return False
        return not written_in_katakana(self._shares.surface(node))

    def _least_share(self, node: int) -> int:
        """What a part must be of an organisation's name to be enough by itself, in 255ths."""
        if self._by_any:
            return 1
        where = self._hints.where[node]
        least = self._alone_in.get(where)
        if least is None:
            runs = self._runs.holding(where)
            least = self._alone_in[where] = min([self._needed(number, 1) for number in runs], default=math.inf)
        worth = self._hints.worth[node] + 1
        return max(1, int(UNIT * least / worth)) if least < math.inf else UNIT + 1

    def _needed(self, number: int, parts: int) -> float:
        """What the pieces of an organisation's name in a run must be worth, in 255ths, what English leaves out not counted."""
        least = self._least_at(number, parts) - 1
        if self._runs.all[number][2]:  # a legal form follows
            return UNIT - int((UNIT - least) / LEFT_OUT)
        return least

    def _least_at(self, number: int, parts: int) -> int:
        """What the pieces of an organisation's name in a run must be worth."""
        found = self._least.get((number, parts))
        if found is None:
            i, j, legal = self._runs.all[number]
            found = self._least[number, parts] = self._bounds.organisation(i, j, j - i + 3 * legal, parts)
        return found

    def _together(self) -> Iterator[tuple[int, int]]:
        """The compounds so much of which may stand in a run of capitalised words as is needed, with the words of the run."""
        for number, nodes in self._nodes_by_run().items():
            for compound in self._in_several(number, nodes):
                there = [(node, mask) for node, mask in self._parts.there(compound) if node in nodes]
                if self._lays_in(number, there, self._parts.weights(compound)):
                    yield compound, self._runs.of(number)

    def _standing(self) -> Iterator[int]:
        """The parts of organisations' names that stand in a run; all of them where the text is a name."""
        starts, organisations = self._index.parent_starts, self._index.organisation_starts
        capitals = -1 if self.whole_is_name else self._runs.capitals
        for node, where in self._hints.where.items():
            if where & capitals and organisations[node] < starts[node + 1]:
                yield node

    def _nodes_by_run(self) -> dict[int, dict[int, int]]:
        """For each run the parts of organisations' names that stand in it, with their words there, a bit each."""
        hints, runs = self._hints, self._runs
        found: dict[int, dict[int, int]] = {}
        for node in self._standing():
            for number in runs.holding(hints.where[node]):
                at, _ = hints.laid_at(node, runs.of(number))
                if at:
                    found.setdefault(number, {})[node] = at
        return found

    def _in_several(self, number: int, nodes: Mapping[int, int]) -> set[int]:
        """The names two parts of which stand at words of a run: an undivided word is one of them alone."""
        undivided = self._runs.undivided
        by_words: dict[int, list[int]] = {}
        for node, at in nodes.items():
            by_words.setdefault(at, []).append(node)
        seen: set[int] = set()
        found: set[int] = set()
        for at, together in by_words.items():
            if at & ~undivided or at & at - 1:
                for node in together:
                    filed = self._filed(node)
                    found |= seen & filed
                    seen |= filed
            else:
                filed = frozenset().union(*map(self._filed, together))
                found |= seen & filed
                seen |= filed
        return found

    def _filed(self, node: int) -> frozenset[int]:
        """The names of organisations that a node is a part of."""
        found = self._names.get(node)
        if found is None:
            index = self._index
            found = frozenset(index.parents[index.organisation_starts[node] : index.parent_starts[node + 1]])
            self._names[node] = found
        return found

    def words_at(self, where: int) -> int:
        """The words of runs in which something stands at these places, a bit each."""
        words = 0
        for number in self._runs.holding(where):
            words |= self._runs.of(number)
        return words

    def _lays_in(self, number: int, parts: Sequence[tuple[int, int]], weights: Sequence[int]) -> bool:
        """Whether parts that stand in a run are worth enough at its words: each of its undivided words is one of them alone."""
        words, undivided = self._runs.of(number), self._runs.undivided
        strengths = [0.0] * len(weights)
        free = 0.0
        by_word: dict[int, float] = {}
        everywhere = 0
        for node, mask in parts:
            at, worth = self._hints.laid_at(node, words)
            raise_to(strengths, mask, worth)
            everywhere |= at
            value = worth * sum([w for k, w in enumerate(weights) if mask >> k & 1])
            if at & ~undivided or at & at - 1:
                free += value
            else:
                by_word[at] = max(value, by_word.get(at, 0.0))
        if not everywhere or (not everywhere & everywhere - 1 and everywhere & undivided):
            return False  # one part and no other
        found = min(sum(map(operator.mul, weights, strengths)), free + sum(by_word.values())) / (sum(weights) or 1)
        if self._runs.all[number][2]:
            found = UNIT - LEFT_OUT * (UNIT - found)
        return int(found) + 1 >= self._least_at(number, sum(map(bool, strengths)))


def _always(share: int, length: int) -> bool:
    """Whether a part of such a share may be enough for a compound of such a length, where any part is."""
    return True
