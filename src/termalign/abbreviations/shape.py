"""Tests of whether a string looks like a short form."""

import re
from functools import lru_cache
from typing import Final

from termalign.abbreviations.letter_readings import singular
from termalign.arguments import checked

_LONGEST: Final = 12
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})", re.IGNORECASE)
_MEASURE = re.compile(r"[\d.,+±/ -]*\d[\d.,]*\s?(?:%|[a-zµμ°]{1,4}|[kMG]?[BWVHJ]z?)?")
_LABEL = re.compile(r"\d[\d.,/–-]*\s.*|[a-z]{3,}\s\d+")
#: A letter, the number of letters left out, a letter.
NUMERONYM = re.compile(r"([^\W\d_])(\d{1,2})([^\W\d_])")


@lru_cache(8192)
def is_short_form(token: str) -> bool:
    """Return whether `token` looks like an acronym in any context: JAL, T3, W3C, i18n, AMs, U.N., R&D.

    Examples
    --------
    >>> [is_short_form(token) for token in ("JAL", "T3", "i18n", "AMs", "U.N.", "R&D", "mRNA")]
    [True, True, True, True, True, True, True]
    >>> [is_short_form(token) for token in ("Japan", "a", "2025", "10km", "IV", "the")]
    [False, False, False, False, False, False]
    """
    checked(token, "token")
    if not 2 <= len(token) <= _LONGEST or " " in token:
        return False
    if token[1:].islower() and token.isalpha():  # an ordinary word, for which the patterns below are skipped
        return False
    stem = singular(token)
    if _ROMAN.fullmatch(stem) or _MEASURE.fullmatch(stem):
        return False
    if NUMERONYM.fullmatch(stem):
        return True
    capitals = sum(char.isupper() for char in stem)
    return capitals >= 2 or (capitals == 1 and any(char.isdigit() for char in stem))


def may_be_short(token: str) -> bool:
    """Return whether `token`, in brackets or after a phrase, may be a short form, even without capitals."""
    if not 1 <= len(token) <= _LONGEST or not any(map(str.isalpha, token)):
        return False
    if _MEASURE.fullmatch(token) or _LABEL.fullmatch(token) or any(char in '=<>;:,"“”!?%' for char in token):
        return False
    if not (token[0].isalnum() or token[0] in "+-." or (token[0] == "[" and "]" in token)):
        return False
    return not any(map(str.isspace, token)) or _is_short_phrase(token.split())


def _is_short_phrase(words: list[str]) -> bool:
    """Return whether two words are a short form.

    One of them must be an acronym or very short: MT genes, S. pyogenes, Dyn A.
    """
    return len(words) == 2 and any(len(word) <= 2 or is_short_form(word) for word in words)


def is_wordlike(short: str) -> bool:
    """Return whether `short` is written like a name or a word: Epo, Keidanren, laser."""
    return len(short) > 2 and short[:3].isalpha() and short[1:].islower() and short.replace("-", "").isalpha()
