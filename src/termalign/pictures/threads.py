"""The paths of ribbons from chip to chip, through gaps in the lines between, so that they cross no letters."""

from collections.abc import Sequence
from typing import NamedTuple

from termalign.pictures.lines import Line

_APART = 3.0  # px between two ribbons in one gap
_BESIDE = 9.0  # px beyond the end of a line, where any number of ribbons may pass


class Passage(NamedTuple):
    """The passage of a ribbon through a line: its position, and the upper and lower border of the line, in pixels."""

    x: float
    top: float
    bottom: float


class Ways:
    """The passages that are taken. Each ribbon gets its own."""

    def __init__(self) -> None:
        self._taken: dict[int, list[float]] = {}

    def past(self, line: Line, near: float) -> float:
        """Return the free position in or beside `line` that is nearest to `near`, in pixels."""
        taken = self._taken.setdefault(id(line), [])
        beyond = line.width + _BESIDE
        while any(abs(x - beyond) < _APART for x in taken):
            beyond += 2 * _APART
        free = [x for x in line.gaps if all(abs(x - other) >= _APART for other in taken)]
        best = min([*free, beyond, max(beyond, near)], key=lambda x: (abs(x - near), x))
        while any(abs(x - best) < _APART for x in taken):
            best += _APART
        taken.append(best)
        return best


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
