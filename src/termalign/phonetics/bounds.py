"""What a comparison by sound can still come to, so that it may be given up early: never less than what it comes to."""

import math
import operator
from collections.abc import Sequence
from functools import lru_cache

from termalign.phonetics.alignment import indexed
from termalign.phonetics.sounds import bare_letters
from termalign.phonetics.weights import weights


@lru_cache(16384)
def most_in(unit: str, part: str) -> float:
    """The most that a unit can add to the log odds of a beginning of `part`: what the most telling letters in it do."""
    told = weights().told(unit)
    return math.log(max(map(told.__getitem__, told.keys() & _stretches(part)), default=0.0) + weights().unwritten[unit])


@lru_cache(4096)
def _stretches(part: str) -> frozenset[str]:
    """All letters in `part` that one unit may take, with their diacritics and without."""
    found = {each for begin in range(len(part)) for each in indexed(part).parts(begin)}
    return frozenset(found if part.isascii() else found.union(map(bare_letters, found)))


def at_most(row: Sequence[float], by_chance: Sequence[float]) -> float:
    """Log odds that a row of :func:`~termalign.phonetics.alignment.step` cannot exceed, but for what is still to come."""
    total = sum(map(operator.truediv, row, by_chance))
    return math.log(total) if total > 0.0 else -math.inf
