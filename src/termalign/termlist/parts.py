"""What the parts of a compound that have something in a text are worth together, at the most that their keys may be worth."""

import operator
from collections.abc import Sequence

from termalign.evidence.composition import DISTINCT_SHARE, ORDINARY_SHARE
from termalign.lazy import lazy
from termalign.termlist import asks
from termalign.termlist.bounds import Bounds
from termalign.termlist.hints import Hints
from termalign.termlist.index import MOST_MORPHEMES, UNIT, Index
from termalign.termlist.neighbours import Neighbours

_NEARLY_ALL = 0.9 ** (1 / DISTINCT_SHARE)  # of the weight of a full form: termalign.evidence.full_forms, at the least

There = Sequence[tuple[int, int]]
"""Parts of a compound of which anything was found, with the morphemes that they cover."""


class Parts:
    """The parts of compounds in one text.

    Parameters
    ----------
    index : Index
        Of the term list.
    bounds : Bounds
        Of the text.
    hints : Hints
        What was found of the nodes of the list.
    """

    def __init__(self, index: Index, bounds: Bounds, hints: Hints) -> None:
        self._index = index
        self._bounds = bounds
        self._hints = hints
        self._nearest: dict[int, int] = {}
        self._nearest_named: dict[int, int] = {}
        self._neighbours = Neighbours(bounds.bitext.english)

    def _enough(self, where: int, parts: int) -> int:
        bounds = self._bounds.at(where).composed
        return bounds[min(parts, len(bounds)) - 1]

    def cover_enough(self, compound: int, places: int = -1) -> bool:
        """Whether two parts or more that are there are so much of a compound that it may be rendered, be they as sure as can be.

        Most compounds of a list of compounds are left here: nothing is made of them.
        """
        index, where = self._index, self._hints.where
        first, last = index.part_starts[compound], index.part_starts[compound + 1]
        nodes, masks, anywhere = index.part_node[first:last], 0, places == -1
        for node, mask in zip(nodes, index.part_mask[first:last], strict=True):
            if node in where and (anywhere or where[node] & places):
                masks |= mask
        if not masks & masks - 1:
            return False
        weights = index.weights[index.weight_starts[compound] : index.weight_starts[compound + 1]]
        total = lost = sum(weights)
        morphemes = masks.bit_count()
        while masks:
            low = masks & -masks
            lost -= weights[low.bit_length() - 1]
            masks ^= low
        ordinary, distinct = self._least_covered
        if total - lost < total * distinct[morphemes]:
            return False
        if total - lost >= total * ordinary[morphemes]:
            return True
        reasons = self._hints.reasons
        return any(
            node in where and reasons[node] & asks.DISTINCT and (anywhere or where[node] & places) for node in nodes
        )

    @lazy
    def _least_covered(self) -> tuple[list[float], list[float]]:
        """Of a compound's weight, what no, one, two morphemes and so on must be; and with a name or a sound among them."""
        least = self._bounds.loosest.composed
        by_parts = [least[0], *least, *[least[-1]] * (MOST_MORPHEMES - len(least))]
        ordinary, distinct = (
            [(max(0, worth - 1) / UNIT) ** (1.0 / power) for worth in by_parts]
            for power in (ORDINARY_SHARE, DISTINCT_SHARE)
        )
        return ordinary, distinct

    def weights(self, compound: int) -> Sequence[int]:
        index = self._index
        return index.weights[index.weight_starts[compound] : index.weight_starts[compound + 1]]

    def there(self, compound: int, places: int = -1) -> There:
        """Its parts of which anything was found at some places, a bit each, with the morphemes that they cover."""
        index, where = self._index, self._hints.where
        first, last = index.part_starts[compound], index.part_starts[compound + 1]
        parts = zip(index.part_node[first:last], index.part_mask[first:last], strict=True)
        if places == -1:
            return [(node, mask) for node, mask in parts if node in where]
        return [(node, mask) for node, mask in parts if node in where and where[node] & places]

    def most(self, compound: int) -> int:
        """What those of its parts may be worth together at the most, wherever they stand, in 255ths; 0 if none is there.

        Parts that overlap both count.
        """
        index, worth, reasons = self._index, self._hints.worth, self._hints.reasons
        start, end = index.part_starts[compound], index.part_starts[compound + 1]
        shares = mass = why = 0
        for node, share in zip(index.part_node[start:end], index.part_share[start:end], strict=True):
            if node in worth:
                shares += share
                mass += share * worth[node]
                why |= reasons[node]
        if not shares:
            return 0
        covered = min(1.0, shares / UNIT)
        valued = min(covered, mass / (UNIT * UNIT))
        # The mean strength of a choice of the parts × their share, raised: at the most where all that is covered is sure.
        if why & asks.DISTINCT:
            return int(UNIT * valued**DISTINCT_SHARE) + 1
        return int(UNIT * valued * covered ** (ORDINARY_SHARE - 1.0)) + 1

    def side_by_side(self, there: There, weights: Sequence[int], least: int = 0) -> bool:
        """Whether the parts that may stand next to others are worth enough for a link, or at `least` so much, at the most."""
        shared = -1
        for _, mask in there:
            shared &= mask
        if shared:
            return False  # of no two that have a morpheme in common can one stand beside the other
        hints = self._hints
        where, said = hints.where, hints.said
        named = [hints.is_distinct(node) for node, _ in there]
        strengths, distinct, places = [0.0] * len(weights), 0, 0
        for (node, mask), name in zip(there, named, strict=True):
            near = 0
            for (other, covered), other_name in zip(there, named, strict=True):
                if not mask & covered:
                    near |= self.beside(where[other], name or other_name)
            if near & where[node]:
                most = 0
                for at, worth, reasons in said[node]:
                    if at & near:
                        places |= at
                        distinct |= reasons & asks.DISTINCT
                        if worth > most:
                            most = worth
                raise_to(strengths, mask, most)
        if not places:
            return False
        found = int(composed(strengths, weights, bool(distinct))) + 1
        return found >= (least or self._enough(places, sum(map(bool, strengths))))

    def whole(self, there: There, weights: Sequence[int], least: int) -> bool:
        """Whether nearly all of a compound is there, in one part or in several side by side, and may be worth so much."""
        total = sum(weights)
        shares = [(sum(w for k, w in enumerate(weights) if mask >> k & 1), node) for node, mask in there]
        if any(share >= _NEARLY_ALL * total and self._hints.worth[node] >= least for share, node in shares):
            return True
        covered = 0
        for _, mask in there:
            covered |= mask
        share = sum(w for k, w in enumerate(weights) if covered >> k & 1)
        return share >= _NEARLY_ALL * total and self.side_by_side(there, weights, least)

    def beside_whole(self, whole: int, there: There, weights: Sequence[int]) -> bool:
        """Whether parts at the words of what speaks for a compound as one piece, or next to them, may make up what it lacks.

        Glosses do not add up: `termalign.score.combined` counts the best evidence of a kind.
        """
        hints = self._hints
        near = self.next_to(hints.where[whole])
        there = [(node, mask) for node, mask in there if hints.where[node] & near]
        if not there:
            return False
        for own, worth, reason in hints.said[whole]:
            near = self.next_to(own)
            strengths, places, named, other = [0.0] * len(weights), own, 0, reason & ~asks.RELATED
            for node, mask in there:
                if hints.where[node] & near:
                    most = 0
                    for at, value, reasons in hints.said[node]:
                        if at & near:
                            places |= at
                            named |= reasons & asks.DISTINCT
                            other |= reasons & ~asks.RELATED
                            most = max(most, value)
                    raise_to(strengths, mask, most)
            if other and any(strengths):
                least = self._bounds.at(places)
                if either(int(composed(strengths, weights, bool(named))) + 1, worth) >= min(least.word, least.synonym):
                    return True
        return False

    def next_to(self, where: int) -> int:
        """Some words, a bit each, and all that may stand next to one of them in a phrase."""
        return where | self.beside(where)

    def beside(self, where: int, named: bool = False) -> int:
        """The words that may stand next to some words in a phrase, a bit each; where those are `named` or heard."""
        nearest = self._nearest_named if named else self._nearest
        found = nearest.get(where)
        if found is None:
            found = nearest[where] = self._neighbours.beside(where, named)
        return found


def either(one: int, other: int) -> int:
    """The chance that one of two is right, in 255ths, rounded up."""
    return int((1.0 - (1.0 - one / UNIT) * (1.0 - other / UNIT)) * UNIT) + 1


def composed(strengths: Sequence[float], weights: Sequence[int], distinct: bool) -> float:
    """The most that parts are worth together, some of the weaker ones left out.

    Parameters
    ----------
    strengths : sequence of float
        Of the strongest part that covers each morpheme; 0 for none.
    weights : sequence of int
        Of each morpheme.
    distinct : bool
        Whether a name or a loanword is among them: `termalign.evidence.composition` takes ordinary words for less.

    Examples
    --------
    >>> round(composed([0.9, 0.0], [100, 100], True), 2), round(composed([0.9, 0.0], [100, 100], False), 2)
    (0.64, 0.11)
    """
    total = sum(weights) or 1
    best = mass = covered = 0.0
    if not distinct:  # what is covered counts for so much that all of it is worth more than some
        covered = sum([weight for weight, strength in zip(weights, strengths, strict=True) if strength])
        return (
            sum(map(operator.mul, weights, strengths)) / covered * (covered / total) ** ORDINARY_SHARE
            if covered
            else 0.0
        )
    for strength, weight in sorted(zip(strengths, weights, strict=True), reverse=True):
        if not strength:
            break
        covered += weight
        mass += weight * strength
        if covered:
            best = max(best, mass / covered * (covered / total) ** DISTINCT_SHARE)
    return best


def raise_to(strengths: list[float], mask: int, strength: float) -> None:
    """Note a part for each morpheme that it covers."""
    at = 0
    while mask:
        if mask & 1 and strengths[at] < strength:
            strengths[at] = strength
        mask >>= 1
        at += 1
