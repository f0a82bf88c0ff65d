"""The probability that a katakana string and a Latin string are the same word, by their sound."""

import math
from functools import lru_cache

from termalign.odds import chance as chance_of
from termalign.odds import log_odds as logit_of
from termalign.phonetics.letter_names import spellings
from termalign.phonetics.sound_alignment import FAINT, Letters, chance, indexed, spelled
from termalign.phonetics.sound_weights import weights
from termalign.phonetics.sounds import framed_letters, kana_units

NEVER = -99.0
"""Log odds where there is nothing to compare."""

HOPELESS = 0.02
"""Odds ratio of two units in a row below which katakana are none of the letters (`sound_alignment.spelled`)."""

_VANISHING = 1e-200  # odds ratio, near the smallest float above zero

# Logistic curve fitted to held-out pairs by tools/learn_phonetics.py, for one true pair among a hundred false ones.
_SLOPE = 0.472
_OFFSET = -1.632
_TAIL = 3.0  # logits beyond this grow only logarithmically: data has more errors than the model assumes


@lru_cache(8192)
def heard(kana: str) -> tuple[str, ...]:
    """Return the sound units of `kana`, in the pieces that the table has: スヒィ as ス, ヒ, イ."""
    return tuple(piece for unit in kana_units(kana) for piece in in_pieces(unit))


@lru_cache(1024)
def in_pieces(unit: str) -> tuple[str, ...]:
    """Return a sound unit as the table has it, whole or kana by kana; pieces that the table lacks are left out."""
    known = weights().unwritten
    pieces = [unit] if unit in known else [unit[0], *(chr(ord(small) + 1) for small in unit[1:])]
    return tuple(piece for piece in pieces if piece in known)


def _odds_of(units: tuple[str, ...], letters: str, hopeless: float) -> float:
    if not units or not letters:
        return NEVER
    row = spelled(units, indexed(letters), weights(), hopeless)
    if not row or row[-1] <= 0.0 or (expected := usual(letters)[-1]) <= 0.0:
        return NEVER
    return math.log(row[-1] / expected)


@lru_cache(16384)
def usual(letters: str) -> tuple[float, ...]:
    """Return, for each j from 0, the probability of the first j framed letters in the model relative to independent letters."""
    return tuple(chance(Letters(letters), weights()))


@lru_cache(65536)
def log_odds(kana: str, latin: str) -> float:
    """Return the natural log of P(kana, latin | one renders the other) / (P(kana) · P(latin)).

    The result is :data:`NEVER` if one of them is empty, or if the beginnings are so different that the comparison stops.

    Examples
    --------
    >>> log_odds("グループ", "group") > 5 > 0 > log_odds("グループ", "table")
    True
    """
    return _odds(kana, latin, FAINT)


def _odds(kana: str, latin: str, hopeless: float) -> float:
    units = heard(kana)
    return max(_odds_of(units, framed_letters(spelling), hopeless) for spelling in dict.fromkeys(spellings(latin)))


def probability(odds: float) -> float:
    """Return the calibrated chance that a pair with these log odds is right; strictly increasing, never 0 or 1.

    >>> 0 < probability(-60) < probability(0) < probability(60) < probability(61) < 1
    True
    """
    logit = _SLOPE * odds + _OFFSET
    if abs(logit) > _TAIL:
        logit = math.copysign(_TAIL * (1 + math.log(abs(logit) / _TAIL)), logit)
    return chance_of(logit)


def least_odds(chance: float) -> float:
    """Return the log odds that have this :func:`probability`.

    >>> [round(probability(least_odds(chance)), 6) for chance in (0.001, 0.5, 0.97)]
    [0.001, 0.5, 0.97]
    """
    logit = logit_of(chance)
    if abs(logit) > _TAIL:
        logit = math.copysign(_TAIL * math.exp(abs(logit) / _TAIL - 1), logit)
    return (logit - _OFFSET) / _SLOPE


SAME_SOUND = 0.5
"""The `similarity` from which katakana is taken to write a Latin word."""


@lru_cache(16384)
def similarity(kana: str, latin: str) -> float:
    """Return the chance, from 0 to 1, that `kana` writes `latin`, by sound alone.

    The strings are always compared to the end, so that the chances of very different pairs are comparable too.

    Parameters
    ----------
    kana : str
        Katakana, hiragana or half-width kana, with or without ・ between words.
    latin : str
        A word or phrase in any case, with or without diacritics. Short words in capitals may be read letter by letter.

    Examples
    --------
    >>> similarity("キャンペーン", "campaign") > 0.9 > 0.1 > similarity("キャンペーン", "company")
    True
    >>> similarity("エリン・ジョーンズ", "Elin Jones") > 0.9
    True
    """
    return probability(_odds(kana, latin, _VANISHING))


@lru_cache(65536)
def hopeful_similarity(kana: str, latin: str) -> float:
    """Return the `similarity`, or nearly 0 if the beginnings soon prove too different.

    >>> abs(hopeful_similarity("キャンペーン", "campaign") - similarity("キャンペーン", "campaign")) < 1e-6
    True
    >>> hopeful_similarity("キャンペーン", "table") < similarity("キャンペーン", "table")
    True
    """
    return probability(_odds(kana, latin, HOPELESS))
