"""The possible sounds of a phrase: for each sound unit, the letters that may write it, and the most it adds to the odds.

A unit multiplies the odds by no more than what the most telling of its letters does (`Weights.told`). The first unit of a word
has only the letters at the beginning of the phrase, and after the letters of the last all are silent.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from math import ceil, inf, log
from typing import Final

from termalign.phonetics.alignment import indexed
from termalign.phonetics.coded import LONGEST_CODE, units
from termalign.phonetics.sounds import bare_letters
from termalign.phonetics.weights import UNSEEN, weights

_STEPS: Final = 12  # of a nat: a byte holds the least and the most that a unit can be worth
_NOTHING: Final = 112  # what stands for 0 nats
_MOST: Final = 11.9  # nats, the most that a byte holds; no letters of the table tell so much


class Spelling:
    """Some letters by what each sound unit of some words has in them.

    Parameters
    ----------
    framed : str
        Framed letters.

    Attributes
    ----------
    segments : dict of int to list of (int, int, float)
        By unit: the beginning, the end and the odds ratio of the letters that may write it, from left to right.
    first, inner, last : dict of int to float
        The most that a unit can add to the log odds of a word, in nats: at its beginning, within it and at its end.
    """

    def __init__(self, framed: str) -> None:
        letters = indexed(framed)
        places: dict[str, list[tuple[int, int]]] = {}
        for begin in range(len(framed)):
            for end, part in enumerate(letters.parts(begin), begin + 1):
                places.setdefault(part, []).append((begin, end))
        self.segments = _Segments(places)
        after = _silence(framed)
        #: What comes of the silence behind the last place of some letters, and those that the phrase begins with.
        self._silence = {part: max([after[end] for _, end in at]) for part, at in places.items()}
        self._opening = frozenset(letters.parts(0))
        self.first: dict[int, float] = {}
        self.inner: dict[int, float] = {}
        self.last: dict[int, float] = {}

    def of(self, words: Iterable[bytes]) -> "Spelling":
        """Return the same, with what the units of some words have in the letters."""
        for unit in set(b"".join(words)) - self.inner.keys():
            self._hear(unit)
        return self

    def _hear(self, unit: int) -> None:
        """Note what a unit has in the letters."""
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
        self.inner[unit] = log(inner + unwritten)  # last: another thread takes it as a sign that the others are there

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
        """Return the most that the units of a word add after the first."""
        return sum(map(self.inner.__getitem__, word[1:-1])) + self.last[word[-1]] if len(word) > 1 else 0.0


@lru_cache(64)
def spelling_of(framed: str) -> Spelling:
    """Return some letters, kept while they are asked about one group of words after another."""
    return Spelling(framed)


class _Segments(dict[int, list[tuple[int, int, float]]]):
    """The letters that may write each unit, found when they are first asked for."""

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
    """Return the log odds, against chance, of all letters from each position on being silent."""
    silent, chunks = weights().silent, weights().chunks
    found = [1.0]
    for letter in reversed(bare_letters(framed)):
        usual = chunks.get(letter)
        found.append(found[-1] * silent.get(letter, UNSEEN) / usual if usual else inf)
    return found[::-1]


def _steps(most: Mapping[int, float]) -> bytes:
    """Return nats in steps, never less."""
    found = bytearray(256)
    for unit, nats in tuple(most.items()):  # to which another thread may be adding
        found[unit] = max(0, ceil(min(nats, _MOST) * _STEPS) + _NOTHING)
    return bytes(found)


@cache
def _told(k: int) -> tuple[Mapping[str, float], float]:
    """Return letters that spell a unit → how much they tell, and the odds ratio of its having no letter."""
    unit = units()[k]
    return weights().told(unit), weights().unwritten[unit]
