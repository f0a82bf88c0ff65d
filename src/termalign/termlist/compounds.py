"""Which compounds of a list may be rendered, by those of their parts that stand in a text.

Most compounds have nothing in a text, or one part; so they are not looked at one by one:

1. under each part its compounds are filed by the share that it is of them, and only where that is so large that the part
   may be enough by itself is the compound looked at;
2. of the others those with two parts in the text are found by intersecting what is filed under the parts, and left unless
   two of them stand near each other and are worth enough there, at the most that their keys may be worth;
3. what is left is held against what the matchers say of the parts, at the very words: `termalign.termlist.standing`.

What the matchers say of a part is asked once a text, however many compounds it is a part of: 工業 of a thousand companies
costs what it costs one. An organisation's name is laid over the text in a way of its own, and has a bound of its own.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from termalign.evidence.bitext import Bitext
from termalign.evidence.composed import DISTINCT_SHARE, ORDINARY_SHARE
from termalign.evidence.match import Match
from termalign.termlist import asks
from termalign.termlist.base_rate import BaseRate
from termalign.termlist.ceiling import Least
from termalign.termlist.circumstances import Circumstances
from termalign.termlist.hints import REACH, Hints, around
from termalign.termlist.index import UNIT, Index
from termalign.termlist.organisations import Organisations
from termalign.termlist.standing import Phrases, raise_to


class Compounds:
    """The compounds of a list against one text.

    Parameters
    ----------
    index : Index
        Of the term list.
    bitext : Bitext
        The text.
    hints : Hints
        What was found of its nodes.
    bounds : callable
        What evidence at some places must be worth.
    threshold : float
        The least score of a link.
    rate : BaseRate
        Of the list.
    circumstances : Circumstances
        Of the same text.
    surface : callable
        The text of a node.
    """

    def __init__(
        self,
        index: Index,
        bitext: Bitext,
        hints: Hints,
        bounds: Callable[[int], Least],
        threshold: float,
        rate: BaseRate,
        circumstances: Circumstances,
        surface: Callable[[int], str],
    ) -> None:
        self._index = index
        self._bitext = bitext
        self._hints = hints
        self._bounds = bounds
        self._rate = rate
        self._circumstances = circumstances
        self._surface = surface
        self._near: dict[tuple[int, int], int] = {}
        self._organisations = Organisations(bitext, hints, bounds, threshold, rate)

    def full_forms(self) -> Iterator[tuple[int, int]]:
        """Nodes of compounds that others are short for, with what their parts are worth at most."""
        index = self._index
        for compound in index.full_compounds:
            there = self._there(compound)
            if there:
                yield index.compound_node[compound], self._value(compound, there, False)

    def rendered(
        self,
        found: set[int],
        matches_of: Callable[[int], Iterable[Match]],
        laid_over: Callable[[int], Iterable[Match]],
    ) -> dict[int, int]:
        """Nodes of compounds that may be rendered by their parts, with a further reason to ask a matcher.

        Parameters
        ----------
        found : set of int
            Nodes that are known to be worth a look.
        matches_of : callable
            What the matchers say of a node.
        laid_over : callable
            Where a node would be laid over the text, were it an organisation's name.
        """
        index, hints = self._index, self._hints
        said = self._said(matches_of)
        phrases = Phrases(
            self._bitext,
            self._circumstances,
            said,
            laid_over,
            lambda node: (hints.where[node], hints.worth[node], hints.reasons[node]),
        )
        composed, laid = set(), set()
        once: set[int] = set()
        twice: set[int] = set()
        for node in hints.reasons:
            start, end = index.parent_starts[node], index.parent_starts[node + 1]
            if start == end:
                continue
            filed = index.parents[start:end]
            twice.update(once.intersection(filed))
            once.update(filed)
            least = self._least_share(node)
            for row in range(start, self._down_to(least, start, end)):
                compound = index.parents[row]
                whole = index.compound_node[compound]
                if compound in composed or whole in found:
                    continue
                if not self._explained(whole) and phrases.alone(
                    node, index.parent_share[row], len(self._surface(whole))
                ):
                    composed.add(compound)
            least = self._organisations.least_share(node)
            for row in range(start, self._down_to(least, start, end)):
                compound = index.parents[row]
                whole = index.compound_node[compound]
                if not index.compound_organisation[compound] or compound in laid or whole in found:
                    continue
                share, length = index.parent_share[row], len(self._surface(whole))
                if self._organisations.whole_is_name or phrases.laid_alone(node, share, length):
                    laid.add(compound)
        for compound in twice:
            whole = index.compound_node[compound]
            if whole in found or (compound in composed and not index.compound_organisation[compound]):
                continue
            there = self._there(compound)
            may_be_laid = compound not in laid and index.compound_organisation[compound]
            if may_be_laid and self._organisations.lays(there, self._weights(compound)):
                laid.add(compound)
            if compound in composed or not self._apart(there, len(self._weights(compound))):
                continue
            if self._explained(whole):
                continue
            if self._value(compound, there, True) and self._together(compound, whole, there, phrases):
                composed.add(compound)
        if self._rate.rarity:
            composed.update(self._beside(once.difference(composed), found))
        kept = {index.compound_node[compound]: 0 for compound in composed}
        kept.update((index.compound_node[compound], asks.ORGANISATION) for compound in laid)
        return {node: reason for node, reason in kept.items() if node not in found}

    def _explained(self, whole: int) -> bool:
        """Whether a compound of a long list is a word of the dictionary of whose glosses nothing stands in the text.

        Such a word is not rendered by what its characters mean one by one.
        """
        if not self._rate.rarity or whole in self._hints.reasons:
            return False
        return bool(self._bitext.lexicon.words(self._surface(whole)))

    def _beside(self, compounds: Iterable[int], found: set[int]) -> Iterator[int]:
        """Those of which a part and a gloss of the whole together are enough, where in a long list neither is."""
        index, hints = self._index, self._hints
        for compound in compounds:
            whole = index.compound_node[compound]
            if whole in hints.worth and whole not in found:
                parts = self._value(compound, self._there(compound), False) / UNIT
                together = 1.0 - (1.0 - parts) * (1.0 - hints.worth[whole] / UNIT)
                if int(together * UNIT) + 1 >= self._bounds(hints.where[whole]).word:
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
        least, worth = self._bounds(hints.where[node]).composed[0], hints.worth[node]
        if not worth:
            return UNIT + 1
        power = DISTINCT_SHARE if hints.reasons[node] & asks.DISTINCT else ORDINARY_SHARE
        return max(1, int(UNIT * (least / (worth + 1)) ** (1 / power)))

    def _apart(self, there: Sequence[tuple[int, int]], size: int) -> bool:
        """Whether two parts that do not overlap stand near each other."""
        reach, where = REACH * (size - 1), self._hints.where
        for k, (node, mask) in enumerate(there):
            near = self._around(node, reach)
            if any(not mask & other and near & where[n] for n, other in there[k + 1 :]):
                return True
        return False

    def _around(self, node: int, reach: int) -> int:
        found = self._near.get((node, reach))
        if found is None:
            found = self._near[node, reach] = around(self._hints.where[node], reach)
        return found

    def _value(self, compound: int, there: Sequence[tuple[int, int]], enough: bool) -> int:
        """What a compound is worth at most by the parts whose keys stand near each other, in 255ths; 0 if not `enough`."""
        weights, where = self._weights(compound), self._hints.where
        best = 0
        for near in {self._around(anchor, REACH * (len(weights) - 1)) for anchor, _ in there}:
            strengths = [0.0] * len(weights)
            distinct = 0
            for node, mask in there:
                if near & where[node]:
                    distinct |= self._hints.reasons[node] & asks.DISTINCT
                    raise_to(strengths, mask, self._hints.worth[node])
            found = int(composed(strengths, weights, bool(distinct))) + 1
            if found > best and not (enough and found < self._enough(near, sum(map(bool, strengths)))):
                best = found
        return best

    def _together(self, compound: int, whole: int, there: Sequence[tuple[int, int]], phrases: Phrases) -> bool:
        """Whether those of its parts that stand in one phrase may be enough."""
        reasons, beside = self._hints.reasons.get(whole), 0.0
        if reasons is not None:  # something speaks for it as one piece, too
            if reasons != asks.NUMBER:
                return True
            beside = self._hints.worth[whole] / UNIT
        return phrases.together(there, self._weights(compound), len(self._surface(whole)), beside)

    def _enough(self, where: int, parts: int) -> int:
        bounds = self._bounds(where).composed
        return bounds[min(parts, len(bounds)) - 1]

    def _weights(self, compound: int) -> Sequence[int]:
        index = self._index
        return index.weights[index.weight_starts[compound] : index.weight_starts[compound + 1]]

    def _there(self, compound: int) -> list[tuple[int, int]]:
        """Its parts of which anything was found, with the morphemes that they cover."""
        index, reasons = self._index, self._hints.reasons
        rows = slice(index.part_starts[compound], index.part_starts[compound + 1])
        parts = zip(index.part_node[rows], index.part_mask[rows], strict=True)
        return [(node, mask) for node, mask in parts if node in reasons]


def composed(strengths: Sequence[float], weights: Sequence[int], distinct: bool) -> float:
    """The most that parts are worth together, some of the weaker ones left out.

    Parameters
    ----------
    strengths : sequence of float
        Of the strongest part that covers each morpheme; 0 for none.
    weights : sequence of int
        Of each morpheme.
    distinct : bool
        Whether a name or a loanword is among them: `termalign.evidence.composed` takes ordinary words for less.

    Examples
    --------
    >>> round(composed([0.9, 0.0], [100, 100], True), 2), round(composed([0.9, 0.0], [100, 100], False), 2)
    (0.64, 0.11)
    """
    total = sum(weights) or 1
    best = mass = covered = 0.0
    for strength, weight in sorted(zip(strengths, weights, strict=True), reverse=True):
        if not strength:
            break
        covered += weight
        mass += weight * strength
        if covered:
            best = max(best, mass / covered * (covered / total) ** (DISTINCT_SHARE if distinct else ORDINARY_SHARE))
    return best
