"""Which names of organisations in a list may be laid over a text: by what their parts are worth in a run of capitalised words."""

import operator
from collections.abc import Iterator, Sequence

from termalign.evidence.organisation import LEFT_OUT, is_name
from termalign.termlist.bounds import Bounds
from termalign.termlist.hints import Hints
from termalign.termlist.index import UNIT, Index
from termalign.termlist.parts import raise_to
from termalign.termlist.runs import Runs

_MOST_PARTS = 32


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

    Attributes
    ----------
    whole_is_name : bool
        Whether the text is itself a name, all of which any name may be laid over.
    """

    def __init__(self, index: Index, bounds: Bounds, hints: Hints) -> None:
        self._index = index
        self._bounds = bounds
        self._hints = hints
        self._runs = Runs(bounds.bitext)
        self._least: dict[tuple[int, int], int] = {}
        self.whole_is_name = is_name(bounds.bitext)

    def least_share(self, node: int) -> int:
        """What a part must be of an organisation's name to be enough by itself, in 255ths."""
        if self.whole_is_name:
            return 1
        found, worth = UNIT + 1, self._hints.worth[node] + 1
        for number in self._runs.holding(self._hints.where[node]):
            least = self._needed(number, 1)
            found = min(found, max(1, int(UNIT * least / worth)))
        return found

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

    def together(self) -> Iterator[int]:
        """The compounds so much of which stands in one run of capitalised words that it may be enough.

        One pass over what is filed under the parts that stand in a run, a sum a compound; parts that overlap are both counted.
        """
        index, where = self._index, self._hints.where
        starts, whole = index.parent_starts, index.compound_node
        runs: dict[int, dict[int, int]] = {}
        for node in self._hints.reasons:
            if index.in_organisation[node] and where[node] & self._runs.capitals:
                rows = slice(starts[node], starts[node + 1])
                parents, shares = index.parents[rows], index.parent_share[rows]
                for number in self._runs.holding(where[node]):
                    mass = runs.setdefault(number, {})
                    _, worth = self._hints.laid_at(node, self._runs.of(number))
                    for compound, share in zip(parents, shares, strict=True):
                        mass[compound] = mass.get(compound, 0) + share * worth
        found: set[int] = set()
        for number, mass in runs.items():
            least = self._needed(number, _MOST_PARTS) * UNIT
            found.update(
                [compound for compound, most in mass.items() if most >= least and index.organisation[whole[compound]]]
            )
        return iter(found)

    def words_at(self, where: int) -> int:
        """The words of runs in which something stands at these places, a bit each."""
        words = 0
        for number in self._runs.holding(where):
            words |= self._runs.of(number)
        return words

    def lays(self, there: Sequence[tuple[int, int]], weights: Sequence[int]) -> int:
        """The words, a bit each, of the runs of capitalised words in which so much of a name may stand as is needed."""
        if self.whole_is_name:
            return -1
        where = self._hints.where
        runs: dict[int, list[tuple[int, int]]] = {}
        for node, mask in there:
            for number in self._runs.holding(where[node]):
                runs.setdefault(number, []).append((node, mask))
        words = 0
        for number, parts in runs.items():
            if len(parts) > 1 and self._lays_in(number, parts, weights):
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
