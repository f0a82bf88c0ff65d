"""Clipped loanwords, made of the beginnings of the words of an English phrase: パソコン, personal computer."""

import math
from collections.abc import Sequence
from functools import lru_cache

from termalign.phonetics.comparison import HOPELESS, NEVER, heard, probability, usual
from termalign.phonetics.sound_alignment import indexed, step
from termalign.phonetics.sound_weights import weights
from termalign.phonetics.sounds import BOUNDARY, framed_letters

# Penalties for each difference from the whole phrase, as log odds.
_CUT = -1.0  # a word is clipped
_UNUSED = -3.0  # a word is dropped (コンビニ, convenience store)
_SHORTENED = -1.5  # a long sound becomes short (アメフト, American football)
_SPLIT = -4.0  # one written word is clipped as two (スマホ, smartphone)
_CLIPPED = -0.5  # prior of a clip

_LOST = "ーッ"  # long sounds

_SHORTEST_HALF = 3


def clip_similarity(kana: str, words: Sequence[str]) -> float:
    """Return the chance that `kana` consists of beginnings of `words`, in order; nearly 0 if they soon prove too different.

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
    return _similarity(kana, tuple(words))


@lru_cache(8192)
def _similarity(kana: str, words: tuple[str, ...]) -> float:
    units = heard(kana)
    parts = tuple(letters[:-1] for word in words if (letters := framed_letters(word)))
    if not units or not parts:
        return probability(NEVER)
    best = _best(units, parts)
    if len(parts) == 1:
        best = max([best, *(_SPLIT + _best(units, halves) for halves in _halves(parts[0]))])
    return probability(max(best, NEVER) + _CLIPPED)


def _halves(part: str) -> list[tuple[str, str]]:
    if len(part) <= 8 or BOUNDARY in part[1:]:  # too short to be two words
        return []
    cuts = range(1 + _SHORTEST_HALF, len(part) - _SHORTEST_HALF + 1)
    return [(part[:cut], BOUNDARY + part[cut:]) for cut in cuts]


def _best(units: tuple[str, ...], parts: tuple[str, ...]) -> float:
    """Return the log odds of the best way to split `units` into beginnings of `parts`."""
    size = len(units)
    best = [0.0] + [NEVER] * size  # for the first i units, with the parts so far
    for part in parts:
        after = [odds + _UNUSED for odds in best]
        for i in range(size):
            if best[i] > NEVER:
                for taken, odds in enumerate(_beginnings(units[i:], part), i + 1):
                    after[taken] = max(after[taken], best[i] + odds)
        best = after
    return best[size]


def _beginnings(units: tuple[str, ...], part: str) -> list[float]:
    """Return, for the first 1, 2, … units, the log odds that they sound like the best beginning of `part`."""
    first, rest = units[0], units[1:]
    row, best = step([1.0], 1.0, first, indexed(part), weights())
    found = [_likeness(row, part), *_go_on(row, best, rest, part)]
    for lost in _LOST if rest else "":
        fuller, now = step(row, best, lost, indexed(part), weights())
        if now >= HOPELESS or best >= HOPELESS:
            others = _go_on(fuller, now, rest, part)
            found[1:] = [max(odds, other + _SHORTENED) for odds, other in zip(found[1:], others, strict=True)]
    return found


def _go_on(row: list[float], best: float, units: tuple[str, ...], part: str) -> list[float]:
    """Return the log odds, after each of `units`, that the units so far are a beginning of `part`."""
    found = [NEVER] * len(units)
    for i, unit in enumerate(units):
        before = best
        row, best = step(row, best, unit, indexed(part), weights())
        if best < HOPELESS and before < HOPELESS:
            break
        found[i] = _likeness(row, part)
    return found


def _likeness(row: list[float], part: str) -> float:
    """Return the log odds of the beginning of `part` that fits a row best."""
    ratios = [odds / by_chance for odds, by_chance in zip(row, usual(part), strict=False)]
    best = max(ratios)
    whole = len(ratios) > len(part) and ratios[-1] == best
    return math.log(best) + (0.0 if whole else _CUT) if best > 0 else NEVER
