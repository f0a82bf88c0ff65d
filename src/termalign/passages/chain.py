"""The heaviest chain of points that increases on both sides."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple


class Point(NamedTuple):
    """Two sentences that share something: their numbers, and the weight of what they share."""

    s: int
    t: int
    weight: float


def heaviest(points: Iterable[Point]) -> list[Point]:
    """Return the chain of points of greatest total weight in which both numbers rise, in O(n log n).

    Points that cross the chain, because they are wrong or the translation has another order, are left out.

    Examples
    --------
    >>> [(p.s, p.t) for p in heaviest([Point(0, 0, 1.0), Point(1, 9, 1.5), Point(1, 1, 1.0), Point(2, 2, 1.0)])]
    [(0, 0), (1, 1), (2, 2)]
    """
    ordered = sorted(points, key=lambda p: (p.s, -p.t))
    places = sorted({p.t for p in ordered})
    # A Fenwick tree over the places: the heaviest chain that ends at or before each, as its weight and the number of
    # its last point.
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)
    before: list[int] = []
    for k, p in enumerate(ordered):
        at = bisect_left(places, p.t)
        best = (0.0, -1)
        x = at
        while x > 0:
            best = max(best, tree[x])
            x -= x & -x
        before.append(best[1])
        here = (best[0] + p.weight, k)
        x = at + 1
        while x < len(tree):
            if tree[x] < here:
                tree[x] = here
            x += x & -x
    k = max(tree)[1]
    chain: list[Point] = []
    while k >= 0:
        chain.append(ordered[k])
        k = before[k]
    chain.reverse()
    return chain
