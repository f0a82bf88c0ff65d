"""What a phrase may be heard as: for each sound unit the letters that may write it, and the most that it adds to the odds.

A unit multiplies the odds by no more than what the most telling of its letters does (`Weights.told`). The first unit of a word
has only the letters at the beginning of the phrase, and after the letters of the last all are silent.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import ceil, inf, log
from typing import Final

from termalign.cached import cached
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
    first, inner, last : dict of int to float
        The most that a unit can add to the log odds of a word, in nats: at its beginning, within it and at its end.
    """

    def __init__(self, framed: str, among: Iterable[int]) -> None:
        letters = indexed(framed)
        self._segments: dict[int, list[tuple[int, int, float]]] = {}
        self._places: dict[str, list[tuple[int, int]]] = {}
        for begin in range(len(framed)):
            for end, part in enumerate(letters.parts(begin), begin + 1):
                self._places.setdefault(part, []).append((begin, end))
        self._marked = [] if framed.isascii() else [part for part in self._places if not part.isascii()]
        after = _silence(framed)
        inner, first, last = ([0.0] * len(units()) for _ in range(3))
        for part, places in self._places.items():
            silence = max([after[end] for _, end in places])
            opens = not places[0][0]
            for unit, told in _told_by(part):
                if told > inner[unit]:
                    inner[unit] = told
                if told * silence > last[unit]:
                    last[unit] = told * silence
                if opens and told > first[unit]:
                    first[unit] = told
        unwritten = _unwritten()
        self.first, self.inner, self.last = (
            {unit: log(most[unit] + unwritten[unit]) for unit in among} for most in (first, inner, last)
        )

    def segments(self, unit: int) -> list[tuple[int, int, float]]:
        """The beginning, the end and the odds ratio of the letters that may write a unit, from left to right."""
        found = self._segments.get(unit)
        if found is None:
            ways, places = weights().ways(units()[unit]), self._places
            written = [(part, ways[part]) for part in places.keys() & ways.keys()]
            written += [(p, ways[bare]) for p in self._marked if p not in ways and (bare := bare_letters(p)) in ways]
            found = self._segments[unit] = sorted(
                [(begin, end, ratio) for part, ratio in written for begin, end in places[part]]
            )
        return found

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


@cached(32768)
def _told_by(part: str) -> Sequence[tuple[int, float]]:
    """The units that some letters may write, and how much the letters tell; with a diacritic, what they do with or without it."""
    found = _told().get(part, ())
    if part.isascii():
        return found
    known = {unit for unit, _ in found}
    return (*found, *((unit, told) for unit, told in _told_by(bare_letters(part)) if unit not in known))


@cache
def _told() -> Mapping[str, Sequence[tuple[int, float]]]:
    """Letters → the units that they may write, and how much they tell."""
    found: dict[str, list[tuple[int, float]]] = {}
    for k, unit in enumerate(units()):
        told = weights().told(unit)
        for letters in weights().ways(unit):
            found.setdefault(letters, []).append((k, told.get(letters, 0.0)))
    return found


@cache
def _unwritten() -> Sequence[float]:
    """The odds ratio of each unit's having no letter."""
    return [weights().unwritten[unit] for unit in units()]
