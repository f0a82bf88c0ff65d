"""English stems that gloss the same Japanese words: worry ~ anxiety ~ concern.

Two one-word glosses in the same sense can render the same Japanese word; two in the same entry are weaker evidence. The
*direct* weight of a pair is the cosine of their senses, reduced if the support is thin. Part of the cosine of the two stems'
direct neighbours is added. This relates stems that never occur together but share neighbours (consternation ~ panic ~
fluster).

The constants were chosen by predicting the glosses that a later edition of the dictionary (EDICT 2024) adds to entries of an
earlier one. If the threshold lets one random stem in 300 pass, one in four of these glosses is found; if it lets one in 100
pass, four in ten are.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import sqrt

_TOP = 24
_ENTRY = 0.25  # weight of sharing an entry; sharing a sense has weight 1
_PRIOR = 1.0  # senses of disagreement assumed before any are seen
_MIN_SUPPORT = 1.0
_MIN_WEIGHT = 0.05
_COMPANY = 0.6  # weight of the cosine of the neighbours
_NEIGHBOURS = 30  # number of the strongest neighbours that are compared
_TOO_COMMON = 300  # a neighbour of more stems than this is ignored

_Keys = tuple[str, ...]
_Row = dict[str, float]


def related_stems(entries: Iterable[Sequence[Sequence[_Keys]]]) -> Mapping[str, list[tuple[str, float]]]:
    """Return, for every stem, at most 24 related stems with weights in (0, 1], the strongest first.

    Each of `entries` is a list of senses, each sense a list of glosses, and each gloss is given as its keys. Only glosses of
    one alphabetic key count. Apart from the limit of 24, the relation is symmetric.

    >>> related_stems([[[("anxieti",), ("worri",)]], [[("worri",), ("anxieti",), ("be", "ill")]]])["worri"]
    [('anxieti', 1.0)]
    """
    direct, count, supported = _direct_weights(entries)
    related: defaultdict[str, _Row] = defaultdict(dict)
    for first, second, cosine in _company({stem: row for stem, row in direct.items() if count[stem] > 1}):
        related[first][second] = _COMPANY * cosine
    for stem, row in direct.items():
        for other, weight in row.items():
            if (min(stem, other), max(stem, other)) in supported:
                related[stem][other] = min(1.0, related[stem].get(other, 0.0) + weight)
    return {stem: kept for stem, row in related.items() if (kept := _strongest(row, _TOP, _MIN_WEIGHT))}


def _direct_weights(
    entries: Iterable[Sequence[Sequence[_Keys]]],
) -> tuple[dict[str, _Row], dict[str, int], set[tuple[str, str]]]:
    """Return the direct weights by stem, the number of entries of each stem, and the (ordered) pairs that shared a sense."""
    support: defaultdict[tuple[str, str], float] = defaultdict(float)
    count: defaultdict[str, int] = defaultdict(int)
    for entry in entries:
        senses = [sorted({keys[0] for keys in sense if len(keys) == 1 and keys[0].isalpha()}) for sense in entry]
        everywhere = sorted({stem for sense in senses for stem in sense})
        pairs = dict.fromkeys(combinations(everywhere, 2), _ENTRY)
        for sense in senses:
            pairs.update(dict.fromkeys(combinations(sense, 2), 1.0))
        for pair, weight in pairs.items():
            support[pair] += weight
        for stem in everywhere:
            count[stem] += 1
    direct: defaultdict[str, _Row] = defaultdict(dict)
    for (first, second), shared in support.items():
        weight = shared / sqrt((count[first] + _PRIOR) * (count[second] + _PRIOR))
        direct[first][second] = direct[second][first] = weight
    return direct, count, {pair for pair, shared in support.items() if shared >= _MIN_SUPPORT}


def _company(direct: Mapping[str, _Row]) -> Iterator[tuple[str, str, float]]:
    """Yield (stem, other, cosine of their neighbours) in both directions; a stem counts as its own neighbour."""
    vectors: dict[str, list[tuple[str, float]]] = {}
    keepers: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for stem, row in direct.items():
        company = [(stem, 1.0), *_strongest(row, _NEIGHBOURS, 0.0)]
        length = sqrt(sum(weight * weight for _, weight in company))
        vectors[stem] = [(neighbour, weight / length) for neighbour, weight in company]
        for neighbour, weight in vectors[stem]:
            keepers[neighbour].append((stem, weight))
    for stem, vector in vectors.items():
        cosines: defaultdict[str, float] = defaultdict(float)
        for neighbour, own in vector:
            shared = keepers[neighbour]
            if len(shared) <= _TOO_COMMON:
                for other, weight in shared:
                    cosines[other] += own * weight
        for other, cosine in cosines.items():
            if other != stem and cosine * _COMPANY >= _MIN_WEIGHT / 2:
                yield stem, other, cosine


def _strongest(row: _Row, top: int, least: float) -> list[tuple[str, float]]:
    enough = [pair for pair in row.items() if pair[1] >= least]
    return sorted(enough, key=lambda pair: (-pair[1], pair[0]))[:top]
