"""The possible sounds of a phrase: for each sound unit, the letters that may write it, and the most it adds to the odds.

A unit multiplies the odds by at most the ratio of the letters that are the strongest evidence for it (`Weights.told`). The
first unit of a word can only be written with letters at the beginning of the phrase, and all letters after those of the last
unit must be silent.
"""

from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from math import ceil, inf, log
from typing import Final

from termalign.phonetics.coded import LONGEST_CODE, units
from termalign.phonetics.sound_alignment import indexed
from termalign.phonetics.sound_weights import weights
from termalign.phonetics.sounds import bare_letters

_STEPS: Final = 12  # steps in a nat: a byte can hold the least and the most that a unit adds
_NOTHING: Final = 112  # the byte for 0 nats
_MOST: Final = 11.9  # nats, the most that a byte can hold; no letters in the table add so much


class PossibleSounds:
    """What each sound unit adds at most to the log odds of a word, if the word is written in some framed letters."""

    def __init__(self, framed: str) -> None:
        letters, after = indexed(framed), _silence(framed)
        #: For each piece of letters, the best odds that all letters after it are silent; and the pieces that begin the phrase.
        self._silence: dict[str, float] = {}
        for begin in range(len(framed)):
            for end, part in enumerate(letters.parts(begin), begin + 1):
                self._silence[part] = max(after[end], self._silence.get(part, 0.0))
        self._opening = frozenset(letters.parts(0))
        self._marked = [part for part in self._silence if not part.isascii()]
        # By unit, in nats: at the beginning of a word, inside it and at its end.
        self._first: dict[int, float] = {}
        self._inner: dict[int, float] = {}
        self._last: dict[int, float] = {}

    def _hear(self, unit: int) -> None:
        told, unwritten = _told(unit)
        silence = self._silence
        found = [(part, told[part]) for part in silence.keys() & told.keys()]
        found += [(p, told[bare]) for p in self._marked if p not in told and (bare := bare_letters(p)) in told]
        first = max([most for part, most in found if part in self._opening], default=0.0)
        last = max([most * silence[part] for part, most in found], default=0.0)
        inner = max([most for _, most in found], default=0.0)
        self._first[unit], self._last[unit] = log(first + unwritten), log(last + unwritten)
        self._inner[unit] = log(inner + unwritten)  # set last: to another thread it shows that the other two are set

    def reached_by(self, words: Collection[bytes], need: float) -> list[bytes]:
        """Return the words that can reach log odds of `need`, and a few that nearly can."""
        for unit in set(b"".join(words)) - self._inner.keys():
            self._hear(unit)
        first, inner, last = map(_steps, (self._first, self._inner, self._last))
        least = [need * _STEPS + _NOTHING * size for size in range(LONGEST_CODE + 1)]
        return [
            word
            for word in words
            if len(word) == 1 or first[word[0]] + sum(word[1:-1].translate(inner)) + last[word[-1]] >= least[len(word)]
        ]


@lru_cache(64)
def possible_sounds(framed: str) -> PossibleSounds:
    """Return the `PossibleSounds` of some letters; cached, as one group of words after another is compared with them."""
    return PossibleSounds(framed)


def _silence(framed: str) -> list[float]:
    """Return, for each position, the log odds against chance that all letters from there on are silent."""
    silent, chunks = weights().silent, weights().chunks
    found = [1.0]
    for letter in reversed(bare_letters(framed)):
        usual = chunks.get(letter)
        found.append(found[-1] * silent[letter] / usual if usual else inf)
    return found[::-1]


def _steps(most: Mapping[int, float]) -> bytes:
    """Return nats in steps, rounded up."""
    found = bytearray(256)
    for unit, nats in tuple(most.items()):  # a copy, as another thread may be adding units
        found[unit] = max(0, ceil(min(nats, _MOST) * _STEPS) + _NOTHING)
    return bytes(found)


@cache
def _told(k: int) -> tuple[Mapping[str, float], float]:
    """Return `Weights.told` of a unit, and its odds ratio of being unwritten."""
    unit = units()[k]
    return weights().told(unit), weights().unwritten[unit]
