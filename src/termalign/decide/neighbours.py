"""Features of a candidate from the links next to its term: the distance to their English."""

import math
from bisect import bisect_left
from collections.abc import Iterable

from termalign.decide.setting import named
from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Features
from termalign.propose.candidate import Candidate

_SIDES = "before", "behind"
_OF = "の"


class Neighbours:
    """The chosen links of a text, which share no morpheme, in the order of the Japanese."""

    def __init__(self, chosen: Iterable[Candidate]) -> None:
        self._parts = sorted([part for c in chosen for part in c.leaves], key=lambda c: c.a)
        self._starts = [c.a for c in self._parts]

    def beside(self, a: int, b: int) -> tuple[Candidate | None, Candidate | None]:
        """Return the last part of a link that ends before the morphemes ``a:b``, and the first that begins behind them."""
        before = bisect_left(self._starts, a) - 1
        while before >= 0 and self._parts[before].b > a:
            before -= 1
        behind = bisect_left(self._starts, b)
        return (
            self._parts[before] if before >= 0 else None,
            self._parts[behind] if behind < len(self._parts) else None,
        )

    def near(self, c: Candidate, beside: tuple[Candidate | None, Candidate | None], ja: JapaneseText) -> Features:
        """Return features of the distance between a candidate and the English of the term's neighbours."""
        f: Features = {}
        distances = []
        for side, other in zip(_SIDES, beside, strict=True):
            if other is None:
                f[named("no neighbour", side)] = 1.0
                continue
            turned = (other.i > c.i) == (side == "before")
            distance = math.log1p(max(0, other.i - c.j, c.i - other.j))
            distances.append(distance)
            f[named("far from its neighbour", side)] = distance
            f[named("turned around its neighbour", side)] = float(turned)
            link = _between(other, c.a, c.b, ja)
            f[named("far from its neighbour", link)] = distance
            f[named(link, "turned" if turned else "in order")] = float(distance < 1.5)
        if distances:
            f["far from both neighbours"] = sum(distances) / len(distances)
            f["far from the nearer neighbour"] = min(distances)
        return f


def _between(other: Candidate, a: int, b: int, ja: JapaneseText) -> str:
    """Return the name of what stands between a term and its neighbour in the Japanese."""
    first, last = (other.b, a) if other.b <= a else (b, other.a)
    if first == last:
        return "joined"
    text = ja.surface(first, last)
    return "joined by の" if text == _OF else "next" if last - first == 1 else "apart"
