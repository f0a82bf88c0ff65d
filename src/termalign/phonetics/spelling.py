"""What a phrase may be heard as: for each sound unit the letters that may write it, and the most that it adds to the odds.

A unit multiplies the odds by no more than what the most telling of its letters does (`Weights.told`). The first unit of a word
has only the letters at the beginning of the phrase, and after the letters of the last all are silent.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
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
    among : iterable of int
        The units, as bytes.

    Attributes
    ----------
    segments : dict of int to list of (int, int, float)
        By unit: the beginning, the end and the odds ratio of the letters that may write it, from left to right.
    first, inner, last : dict of int to float
        The most that a unit can add to the log odds of a word, in nats: at its beginning, within it and at its end.
    """

    def __init__(self, framed: str, among: Iterable[int]) -> None:
        self.segments: dict[int, list[tuple[int, int, float]]] = {}
        self.first: dict[int, float] = {}
        self.inner: dict[int, float] = {}
        self.last: dict[int, float] = {}
        letters = indexed(framed)
        self._places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for begin in range(len(framed)):
            for end, part in enumerate(letters.parts(begin), begin + 1):
                self._places[part].append((begin, end))
        self._marked = [] if framed.isascii() else [part for part in self._places if not part.isascii()]
        after = _silence(framed)
        for unit in among:
            self._hear(unit, after)

    def _hear(self, unit: int, after: Sequence[float]) -> None:
        """Note what a unit has in the letters, `after` whose last one the silence of the rest is worth so much."""
        places = self._places
        ways, unwritten = _ways(unit)
        written = [(part, ways[part]) for part in places.keys() & ways.keys()]
        written += [(p, ways[bare]) for p in self._marked if p not in ways and (bare := bare_letters(p)) in ways]
        first = inner = last = 0.0
        segments = self.segments[unit] = []
        for part, (ratio, told) in written:
            if told > inner:
                inner = told
            for begin, end in places[part]:
                segments.append((begin, end, ratio))
                if told * after[end] > last:
                    last = told * after[end]
                if not begin and told > first:
                    first = told
        segments.sort()
        self.first[unit], self.inner[unit] = log(first + unwritten), log(inner + unwritten)
        self.last[unit] = log(last + unwritten)

    def reached_by(self, words: Iterable[bytes], need: float) -> list[bytes]:
        """Those of some words that can come to log odds of `need`, and a few that nearly can, in ascending order."""
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
        """The most that the units of a word add after the first."""
        return sum(map(self.inner.__getitem__, word[1:-1])) + self.last[word[-1]] if len(word) > 1 else 0.0


def _silence(framed: str) -> list[float]:
    """What comes of the silence of all letters from each on, against what chance makes of them."""
    silent, chunks = weights().silent, weights().chunks
    found = [1.0]
    for letter in reversed(bare_letters(framed)):
        usual = chunks.get(letter)
        found.append(found[-1] * silent.get(letter, UNSEEN) / usual if usual else inf)
    return found[::-1]


def _steps(most: Mapping[int, float]) -> bytes:
    """Nats in steps, never less."""
    found = bytearray(256)
    for unit, nats in most.items():
        found[unit] = max(0, ceil(min(nats, _MOST) * _STEPS) + _NOTHING)
    return bytes(found)


@cache
def _ways(k: int) -> tuple[Mapping[str, tuple[float, float]], float]:
    """How a unit is spelled: letters → the odds ratio, and how much they tell; and the odds ratio of its having no letter."""
    unit = units()[k]
    told = weights().told(unit)
    ways = {letters: (ratio, told.get(letters, 0.0)) for letters, ratio in weights().ways(unit).items()}
    return ways, weights().unwritten[unit]
