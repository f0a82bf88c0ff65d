"""The paths of ribbons from chip to chip, through gaps in the lines between, so that they cross no letters."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from typing import NamedTuple

from termalign.pictures.lines import Line

_APART = 3.0  # px between two ribbons in one gap
_BESIDE = 9.0  # px beyond the end of a line, where the ribbons without a gap pass
_MOST_BESIDE = 24  # places that are tried beyond the end of a line; where all are taken, ribbons share the last


class Passage(NamedTuple):
    """The passage of a ribbon through a line: its position, and the upper and lower border of the line, in pixels."""

    x: float
    top: float
    bottom: float


class Ways:
    """The passages that are taken. Each ribbon gets its own, as long as there is room up to `limit`, in pixels."""

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._rows: dict[int, _Row] = {}

    def past(self, line: Line, near: float) -> float:
        """Return the free position in or beside `line` that is nearest to `near`, in pixels."""
        row = self._rows.get(id(line))
        if row is None:
            row = self._rows[id(line)] = _Row(line, self._limit)
        return row.take(near)


class _Row:
    """The passages through one line."""

    def __init__(self, line: Line, limit: float) -> None:
        self._limit = limit
        self._beside = line.width + _BESIDE
        self._free = list(line.gaps)
        self._taken: list[float] = []  # in order

    def take(self, near: float) -> float:
        beyond = self._clear(self._beside, 2 * _APART)
        outside = [x for x in (beyond, max(beyond, near)) if x <= self._limit]
        best = min([*_around(self._free, near), *outside] or [self._limit], key=lambda x: (abs(x - near), x))
        best = min(self._clear(best, _APART), self._limit)
        insort(self._taken, best)
        del self._free[bisect_right(self._free, best - _APART) : bisect_left(self._free, best + _APART)]
        return best

    def _clear(self, x: float, step: float) -> float:
        """Return the first position from `x` in steps that is apart from all that are taken, or the last one tried."""
        for _ in range(_MOST_BESIDE):
            if all(abs(x - other) >= _APART for other in _around(self._taken, x)):
                break
            x += step
        return x


def _around(places: Sequence[float], x: float) -> Sequence[float]:
    """Return the sorted places next to `x`: the last one before it, and the first one that is not."""
    at = bisect_left(places, x)
    return places[max(0, at - 1) : at + 1]


def smooth(x0: float, y0: float, x1: float, y1: float) -> str:
    """Return a curve from (x0, y0) to (x1, y1), vertical at both ends, in path notation."""
    middle = (y0 + y1) / 2
    return f"C{n(x0)} {n(middle)} {n(x1)} {n(middle)} {n(x1)} {n(y1)}"


def way(start: tuple[float, float], passages: Sequence[Passage], end: tuple[float, float]) -> str:
    """Return the middle line of a ribbon in path notation."""
    x, y = start
    path = f"M{n(x)} {n(y)}"
    for passage in passages:
        path += smooth(x, y, passage.x, passage.top) + f"V{n(passage.bottom)}"
        x, y = passage.x, passage.bottom
    return path + smooth(x, y, *end)


def band(top: tuple[float, float], y0: float, bottom: tuple[float, float], y1: float) -> str:
    """Return the outline of a ribbon between two edges, given by their left and right ends in pixels."""
    left = smooth(top[0], y0, bottom[0], y1)
    right = smooth(bottom[1], y1, top[1], y0)
    return f"M{n(top[0])} {n(y0)}{left}H{n(bottom[1])}{right}Z"


def n(value: float) -> str:
    """Return a number in its shortest form, to a tenth of a pixel."""
    short = f"{value:.1f}".removesuffix(".0")
    return "0" if short == "-0" else short
