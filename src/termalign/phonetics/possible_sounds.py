"""The possible sounds of a phrase: for each sound unit, the letters that may write it, and the most it adds to the odds.

A unit multiplies the odds by at most the ratio of the letters that are the strongest evidence for it (`Weights.told`). The
first unit of a word can only be written with letters at the beginning of the phrase, and all letters after those of the last
unit must be silent.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from math import ceil, inf, log
from typing import Final

from termalign.phonetics.coded import LONGEST_CODE, units
from termalign.phonetics.sound_alignment import indexed
from termalign.phonetics.sounds import bare_letters
from termalign.phonetics.weights import UNSEEN, weights

_STEPS: Final = 12  # steps in a nat: a byte can hold the least and the most that a unit adds
_NOTHING: Final = 112  # the byte for 0 nats
_MOST: Final = 11.9  # nats, the most that a byte can hold; no letters in the table add so much


class Spelling:
    """Framed letters, with the places where each sound unit may be spelled in them."""

    def __init__(self, framed: str) -> None:
        letters = indexed(framed)
        places: dict[str, list[tuple[int, int]]] = {}
        for begin in range(len(framed)):
            for end, part in enumerate(letters.parts(begin), begin + 1):
                places.setdefault(part, []).append((begin, end))
        self.segments = _Segments(places)
        after = _silence(framed)
        #: For each piece of letters, the best odds that all letters after it are silent; and the pieces that begin the phrase.
        self._silence = {part: max([after[end] for _, end in at]) for part, at in places.items()}
        self._opening = frozenset(letters.parts(0))
        # By unit, the most that it adds to a word's log odds, in nats: at its beginning, inside it and at its end.
        self.first: dict[int, float] = {}
        self.inner: dict[int, float] = {}
        self.last: dict[int, float] = {}

    def of(self, words: Iterable[bytes]) -> "Spelling":
        """Return the same object, after adding the units of these words."""
        for unit in set(b"".join(words)) - self.inner.keys():
            self._hear(unit)
        return self

    def _hear(self, unit: int) -> None:
        told, unwritten = _told(unit)
        silence = self._silence
        found = [(part, told[part]) for part in silence.keys() & told.keys()]
        found += [(p, told[bare]) for p in self.segments.marked if p not in told and (bare := bare_letters(p)) in told]
        first = inner = last = 0.0
        for part, most in found:
            if most > inner:
                inner = most
            if most * silence[part] > last:
                last = most * silence[part]
            if most > first and part in self._opening:
                first = most
        self.first[unit], self.last[unit] = log(first + unwritten), log(last + unwritten)
        self.inner[unit] = log(inner + unwritten)  # set last: to another thread it shows that the other two are set

    def reached_by(self, words: Iterable[bytes], need: float) -> list[bytes]:
        """Return the words that can reach log odds of `need`, and a few that nearly can, in ascending order."""
        first, inner, last = map(_steps, (self.first, self.inner, self.last))
        least = [need * _STEPS + _NOTHING * size for size in range(LONGEST_CODE + 1)]
        return sorted(
            [
                word
                for word in words
                if len(word) == 1
                or first[word[0]] + sum(word[1:-1].translate(inner)) + last[word[-1]] >= least[len(word)]
            ]
        )

    def ahead(self, word: bytes) -> float:
        """Return the most that the units of a word after the first can add."""
        return sum(map(self.inner.__getitem__, word[1:-1])) + self.last[word[-1]] if len(word) > 1 else 0.0


@lru_cache(64)
def spelling_of(framed: str) -> Spelling:
    """Return the `Spelling` of some letters; cached, as one group of words after another is compared with them."""
    return Spelling(framed)


class _Segments(dict[int, list[tuple[int, int, float]]]):
    """The letters that may write each unit, found when they are first needed."""

    def __init__(self, places: Mapping[str, Sequence[tuple[int, int]]]) -> None:
        super().__init__()
        self._places = places
        self.marked = [part for part in places if not part.isascii()]

    def __missing__(self, unit: int) -> list[tuple[int, int, float]]:
        ways, places = weights().ways(units()[unit]), self._places
        written = [(part, ways[part]) for part in places.keys() & ways.keys()]
        written += [(p, ways[bare]) for p in self.marked if p not in ways and (bare := bare_letters(p)) in ways]
        found = self[unit] = sorted([(begin, end, ratio) for part, ratio in written for begin, end in places[part]])
        return found


def _silence(framed: str) -> list[float]:
    """Return, for each position, the log odds against chance that all letters from there on are silent."""
    silent, chunks = weights().silent, weights().chunks
    found = [1.0]
    for letter in reversed(bare_letters(framed)):
        usual = chunks.get(letter)
        found.append(found[-1] * silent.get(letter, UNSEEN) / usual if usual else inf)
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
