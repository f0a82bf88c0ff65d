"""Clipped loanwords, made of the beginnings of the words of an English phrase: パソコン, personal computer."""

import math
from collections.abc import Sequence
from functools import lru_cache

from termalign.phonetics.comparison import NEVER, heard, least_odds, probability, usual
from termalign.phonetics.sound_alignment import FAINT, indexed, step
from termalign.phonetics.sounds import BOUNDARY, framed_letters
from termalign.phonetics.upper_bounds import most_at_first, most_of
from termalign.phonetics.weights import weights

# Penalties for each difference from the whole phrase, as log odds.
_CUT = -1.0  # a word is clipped
_UNUSED = -3.0  # a word is dropped (コンビニ, convenience store)
_SHORTENED = -1.5  # a long sound becomes short (アメフト, American football)
_SPLIT = -4.0  # one written word is clipped as two (スマホ, smartphone)
_CLIPPED = -0.5  # prior of a clip

_LOST = "ーッ"  # long sounds

_SHORTEST_SPLIT = 8  # letters of a word that may be two
_SHORTEST_HALF = 3


def clip_similarity(kana: str, words: Sequence[str], least: float = 0.0) -> float:
    """Return the chance that `kana` consists of beginnings of `words`, in order.

    Parameters
    ----------
    kana : str
        A katakana clip.
    words : sequence of str
        The words of the full phrase.
    least : float
        A chance below this may be returned as nearly 0, as the comparison stops when it cannot reach `least`.

    Examples
    --------
    >>> clip_similarity("パソコン", ["personal", "computer"]) > 0.5 > clip_similarity("パソコン", ["personal", "training"])
    True
    >>> clip_similarity("スマホ", ["smartphone"]) > 0.5
    True
    """
    return _similarity(kana, tuple(words), least)


@lru_cache(8192)
def _similarity(kana: str, words: tuple[str, ...], least: float) -> float:
    units = heard(kana)
    parts = tuple(letters[:-1] for word in words if (letters := framed_letters(word)))
    if not units or not parts:
        return probability(NEVER)
    need = least_odds(least) - _CLIPPED if least > 0 else NEVER
    best = _best(units, parts, need)
    if len(parts) == 1:
        best = max([best, *(_SPLIT + _best(units, halves, need - _SPLIT) for halves in _halves(parts[0]))])
    return probability(max(best, NEVER) + _CLIPPED)


def _halves(part: str) -> list[tuple[str, str]]:
    if len(part) <= _SHORTEST_SPLIT or BOUNDARY in part[1:]:
        return []
    cuts = range(1 + _SHORTEST_HALF, len(part) - _SHORTEST_HALF + 1)
    return [(part[:cut], BOUNDARY + part[cut:]) for cut in cuts]


def _best(units: tuple[str, ...], parts: tuple[str, ...], need: float) -> float:
    """Return the log odds of the best way to split `units` into beginnings of `parts`, if they reach `need`."""
    size = len(units)
    best = [0.0] + [NEVER] * size  # for the first i units, with the parts so far
    for part, (begun, ahead) in zip(parts, _most_ahead(units, parts), strict=True):
        after = [odds + _UNUSED for odds in best]
        for i in range(size):
            if best[i] > NEVER and best[i] + begun[i] >= need:
                for taken, odds in enumerate(_beginnings(units[i:], part, need - best[i], ahead[i + 1 :]), i + 1):
                    after[taken] = max(after[taken], best[i] + odds)
        best = after
    return best[size]


def _most_ahead(units: tuple[str, ...], parts: tuple[str, ...]) -> list[tuple[list[float], list[float]]]:
    """Return, for each part and position, the most that the units from there can still add to the log odds.

    The first list is for units with which the part begins, the second for those after them.
    """
    size, regained = len(units), sum(map(_regained, parts))
    later = [NEVER] * size + [regained]  # with a later part
    found = []
    for part in reversed(parts):
        first_in, most_in = most_at_first(part), most_of(part)
        begun, inside = [NEVER] * size + [regained], later[:]
        for i in range(size - 1, -1, -1):
            unit, then = units[i], inside[i + 1]
            begun[i] = first_in[unit] + then
            inside[i] = max(later[i], most_in[unit] + then)
        later = list(map(max, begun, [odds + _UNUSED for odds in later]))
        found.append((begun, inside))
    return found[::-1]


@lru_cache(1024)
def _regained(part: str) -> float:
    """Return the most that a lost long sound can add to the log odds of the units in a part."""
    return max(0.0, *[most_of(part)[lost] + _SHORTENED for lost in _LOST])


def _beginnings(units: tuple[str, ...], part: str, need: float, ahead: list[float]) -> list[float]:
    """Return, for the first 1, 2, … units, the log odds that they sound like the best beginning of `part`.

    Values that cannot reach `need`, even with the most that the later units can add (`ahead`), may be left out.
    """
    first, rest = units[0], units[1:]
    row, best, odds, most = _first_row(first, part)
    found = [odds, *[NEVER] * len(rest)]
    if most + ahead[0] >= need:
        found[1:] = _go_on(row, best, rest, part, need, ahead)
    for lost in _LOST if rest else "":
        if most + ahead[0] + most_of(part)[lost] + _SHORTENED >= need:
            fuller, now = step(row, best, lost, indexed(part), weights())
            if now >= FAINT or best >= FAINT:
                others = _go_on(fuller, now, rest, part, need - _SHORTENED, ahead)
                found[1:] = [max(odds, other + _SHORTENED) for odds, other in zip(found[1:], others, strict=True)]
    return found


@lru_cache(4096)
def _first_row(unit: str, part: str) -> tuple[list[float], float, float, float]:
    """Return the results of :func:`~termalign.phonetics.sound_alignment.step` and `_likeness` for a first unit."""
    row, best = step([1.0], 1.0, unit, indexed(part), weights())
    return row, best, *_likeness(row, part)


def _go_on(
    row: list[float], best: float, units: tuple[str, ...], part: str, need: float, ahead: list[float]
) -> list[float]:
    """Return the log odds, after each of `units`, that the units so far are a beginning of `part`.

    Once `need` is out of reach, the remaining values are `NEVER`.
    """
    found = [NEVER] * len(units)
    for i, unit in enumerate(units):
        before = best
        row, best = step(row, best, unit, indexed(part), weights())
        if best < FAINT and before < FAINT:
            break
        found[i], most = _likeness(row, part)
        if most + ahead[i + 1] < need:
            break
    return found


def _likeness(row: list[float], part: str) -> tuple[float, float]:
    """Return the log odds of the beginning of `part` that fits a row best, and an upper bound for all beginnings together."""
    ratios = [odds / by_chance for odds, by_chance in zip(row, usual(part), strict=False)]
    best = max(ratios)
    if best <= 0:
        return NEVER, NEVER
    whole = len(ratios) > len(part) and ratios[-1] == best
    return math.log(best) + (0.0 if whole else _CUT), math.log(sum(ratios))
