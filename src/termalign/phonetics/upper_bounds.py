"""Upper bounds for comparisons by sound, so that a hopeless comparison can stop early."""

import math
from functools import lru_cache

from termalign.phonetics.sound_alignment import indexed
from termalign.phonetics.sounds import bare_letters
from termalign.phonetics.weights import weights


class Most(dict[str, float]):
    """Upper bounds of what each unit adds to the log odds if it takes some of these stretches of letters.

    The bound comes from the stretch that is the strongest evidence for the unit.
    """

    def __init__(self, stretches: frozenset[str]) -> None:
        super().__init__()
        self._stretches = stretches.union(map(bare_letters, stretches))  # with and without diacritics

    def __missing__(self, unit: str) -> float:
        told = weights().told(unit)
        most = max(map(told.__getitem__, told.keys() & self._stretches), default=0.0)
        found = self[unit] = math.log(most + weights().unwritten[unit])
        return found


@lru_cache(1024)
def most_of(part: str) -> Most:
    """Return upper bounds of what a unit adds in framed letters; cached for the next katakana that is compared with them."""
    letters = indexed(part)
    return Most(frozenset([each for begin in range(len(part)) for each in letters.parts(begin)]))


@lru_cache(1024)
def most_at_first(part: str) -> Most:
    """Return upper bounds of what a first unit adds, which can only take letters at the beginning."""
    return Most(frozenset(indexed(part).parts(0)))
