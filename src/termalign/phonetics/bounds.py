"""What a comparison by sound can still come to, so that it may be given up early: never less than what it comes to."""

import math
import operator
from collections.abc import Sequence
from functools import cache

from termalign.cached import cached
from termalign.phonetics.alignment import indexed
from termalign.phonetics.sounds import bare_letters
from termalign.phonetics.weights import weights


@cached(16384)
def most_in(unit: str, part: str) -> float:
    """The most that a unit can add to the log odds of a beginning of `part`: what the most telling letters in it do."""
    told = weights().told(unit)
    return math.log(max(map(told.__getitem__, told.keys() & _stretches(part)), default=0.0) + weights().unwritten[unit])


@cached(4096)
def _stretches(part: str) -> frozenset[str]:
    """All letters in `part` that one unit may take, with their diacritics and without."""
    found = {each for begin in range(len(part)) for each in indexed(part).parts(begin)}
    return frozenset(found if part.isascii() else found.union(map(bare_letters, found)))


class Most(dict[str, float]):
    """`most_in` for the units of many words, worked out together.

    Parameters
    ----------
    part : str
        Framed letters.
    """

    def __init__(self, part: str) -> None:
        told: dict[str, float] = {}
        for letters in _stretches(part):
            for unit, odds in _tellers().get(letters, ()):
                if odds > told.get(unit, 0.0):
                    told[unit] = odds
        self._told = told

    def __missing__(self, unit: str) -> float:
        found = self[unit] = math.log(self._told.get(unit, 0.0) + weights().unwritten[unit])
        return found


@cache
def _tellers() -> dict[str, list[tuple[str, float]]]:
    """Letters → the units that they may spell, each with how much they tell."""
    found: dict[str, list[tuple[str, float]]] = {}
    for unit in weights().unwritten:
        for letters, odds in weights().told(unit).items():
            found.setdefault(letters, []).append((unit, odds))
    return found


def at_most(row: Sequence[float], by_chance: Sequence[float]) -> float:
    """Log odds that a row of :func:`~termalign.phonetics.alignment.step` cannot exceed, but for what is still to come."""
    total = sum(map(operator.truediv, row, by_chance))
    return math.log(total) if total > 0.0 else -math.inf
