"""Clipped loanwords: the beginnings of the words of an English phrase (パソコン, personal computer)."""

import math
from collections.abc import Sequence
from functools import lru_cache

from termalign.phonetics.alignment import reach
from termalign.phonetics.similarity import probability
from termalign.phonetics.sounds import framed_letters, kana_units

_CUT = math.log(1e-3)  # a word is cut short much less often than not


def clip_similarity(kana: str, words: Sequence[str]) -> float:
    """The chance that `kana` is made of the beginnings of `words`, each of them used, in their order.

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
    """
    return _similarity(kana, tuple(words))


@lru_cache(maxsize=8192)
def _similarity(kana: str, words: tuple[str, ...]) -> float:
    units = kana_units(kana)
    best = _clip(units, tuple(framed_letters(word)[:-1] for word in words))
    return probability(math.log(best)) if best > 0 else 0.0


def _clip(units: tuple[str, ...], words: tuple[str, ...]) -> float:
    """Odds of `units` being made of beginnings of `words` (framed at their beginning only)."""
    if not words or not units:
        return float(not words and not units)
    best = 0.0
    for taken in range(1, len(units) - len(words) + 2):
        rest = _clip(units[taken:], words[1:])
        if rest:
            best = max(best, rest * sum(reach(units[:taken], words[0])) * math.exp(_CUT))
    return best
