"""Clipped loanwords: the beginnings of the words of an English phrase (パソコン, personal computer)."""

import math
from collections.abc import Sequence
from functools import lru_cache

from termalign.phonetics.alignment import chance, forward, indexed
from termalign.phonetics.comparison import NEVER, heard, probability
from termalign.phonetics.sounds import BOUNDARY, framed_letters
from termalign.phonetics.weights import weights

# What is lost at each step away from the whole phrase, as log odds.
_CUT = -1.0  # a word is cut short
_UNUSED = -3.0  # a word leaves no trace (コンビニ, convenience store)
_SHORTENED = -1.5  # a long sound became short (アメフト, American football)
_SPLIT = -4.0  # one written word is clipped as two (スマホ, smartphone)
_CLIPPED = -0.5  # it is a clip at all

_SHORTEST_SPLIT = 8  # letters of a word that may be two
_SHORTEST_HALF = 3


def clip_similarity(kana: str, words: Sequence[str]) -> float:
    """The chance that `kana` is made of the beginnings of `words`, in their order.

    Parameters
    ----------
    kana : str
        A katakana clip.
    words : sequence of str
        The words of the full phrase.

    Examples
    --------
    >>> clip_similarity("パソコン", ["personal", "computer"]) > 0.5 > clip_similarity("パソコン", ["personal", "training"])
    True
    >>> clip_similarity("スマホ", ["smartphone"]) > 0.5
    True
    """
    units = heard(kana)
    parts = tuple(letters[:-1] for word in words if (letters := framed_letters(word)))
    if not units or not parts:
        return probability(NEVER)
    best = _best(units, parts)
    if len(parts) == 1:
        best = max([best, *(_SPLIT + _best(units, halves) for halves in _halves(parts[0]))])
    return probability(best + _CLIPPED)


def _halves(part: str) -> list[tuple[str, str]]:
    if len(part) <= _SHORTEST_SPLIT or BOUNDARY in part[1:]:
        return []
    cuts = range(1 + _SHORTEST_HALF, len(part) - _SHORTEST_HALF + 1)
    return [(part[:cut], BOUNDARY + part[cut:]) for cut in cuts]


def _best(units: tuple[str, ...], parts: tuple[str, ...]) -> float:
    """Log odds of the best way to cut `units` into beginnings of `parts`."""
    size = len(units)
    best = [0.0] + [NEVER] * size  # of the first i units, by the parts so far
    for part in parts:
        after = [odds + _UNUSED for odds in best]
        for i in range(size):
            if best[i] > NEVER:
                for taken, odds in enumerate(_beginnings(units[i:], part), i + 1):
                    after[taken] = max(after[taken], best[i] + odds)
        best = after
    return best[size]


@lru_cache(maxsize=4096)
def _beginnings(units: tuple[str, ...], part: str) -> tuple[float, ...]:
    """Log odds of the first 1, 2, … units being what the best beginning of `part` sounds like."""
    found = _spelled_beginnings(units, part)
    if len(units) > 1:
        for lost in "ーッ":
            fuller = _spelled_beginnings((units[0], lost, *units[1:]), part)[1:]
            found[1:] = [max(odds, other + _SHORTENED) for odds, other in zip(found[1:], fuller[1:], strict=True)]
    return tuple(found)


def _spelled_beginnings(units: tuple[str, ...], part: str) -> list[float]:
    usual, size = _usual(part), len(part)
    found = [NEVER] * len(units)
    for i, row in enumerate(forward(units, indexed(part), weights())):
        ratios = [odds / by_chance for odds, by_chance in zip(row, usual, strict=False)]
        best = max(ratios)
        if best > 0:
            found[i] = math.log(best) + (0.0 if len(ratios) > size and ratios[size] == best else _CUT)
    return found


@lru_cache(maxsize=4096)
def _usual(part: str) -> list[float]:
    """What chance makes of each beginning of `part`."""
    return chance(indexed(part), weights())
