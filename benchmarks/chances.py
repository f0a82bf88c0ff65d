"""How good chances are: whether they tell right from wrong, and whether they are as large as they say."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

BINS = 10


class Bin(NamedTuple):
    """The predictions whose chance lies in one tenth of the scale."""

    low: float
    high: float
    size: int
    chance: float  # their mean chance
    right: float  # the share of them that is right


def auc(right: Sequence[float], wrong: Sequence[float]) -> float:
    """The chance that a right one scores above a wrong one, equal scores counting a half (area under the ROC curve)."""
    if not right or not wrong:
        return math.nan
    ordered = sorted(wrong)
    below = sum(bisect_left(ordered, score) + bisect_right(ordered, score) for score in right)
    return below / (2 * len(right) * len(wrong))


def reliability(chances: Sequence[float], right: Sequence[float]) -> list[Bin]:
    """Predictions by tenths of their chance; empty tenths are left out."""
    binned: list[list[tuple[float, float]]] = [[] for _ in range(BINS)]
    for chance, hit in zip(chances, right, strict=True):
        binned[min(BINS - 1, int(chance * BINS))].append((chance, hit))
    return [
        Bin(k / BINS, (k + 1) / BINS, len(b), sum(c for c, _ in b) / len(b), sum(h for _, h in b) / len(b))
        for k, b in enumerate(binned)
        if b
    ]


def calibration_error(chances: Sequence[float], right: Sequence[float]) -> float:
    """Expected calibration error: |mean chance − share right| of the tenths, weighed by their predictions."""
    if not chances:
        return math.nan
    return sum(b.size * abs(b.chance - b.right) for b in reliability(chances, right)) / len(chances)


def harmonic(precision: float, recall: float) -> float:
    """F1."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def share(part: float, whole: float) -> float:
    """`part` of `whole`; 0 of nothing."""
    return part / whole if whole else 0.0
