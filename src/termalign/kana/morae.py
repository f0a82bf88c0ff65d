"""Kana split into morae, each with a preceding sokuon and a following lengthening."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from termalign.arguments import checked
from termalign.kana.script import to_katakana
from termalign.kana.syllables import SYLLABLES

_UNVOICED = "カキクケコサシスセソタチツテトハヒフヘホウ"
_VOICED = "ガギグゲゴザジズゼゾダヂヅデドバビブベボヴ"
_ITERATION = {"ヽ": str.maketrans(_VOICED, _UNVOICED), "ヾ": str.maketrans(_UNVOICED, _VOICED)}

# The kana that lengthen a mora ending in the key, if no border separates them.
_LENGTHENERS = {"a": "アー", "i": "イー", "u": "ウー", "e": "エー", "o": "オウー"}


class Mora(NamedTuple):
    """One mora as romanisation needs it.

    Attributes
    ----------
    kana : str
        A key of `SYLLABLES`, or 'ン', or any other character, which is kept.
    sokuon : bool
        Whether ッ comes before it.
    length : str
        The kana that lengthens it: '' (short), 'ー', or a vowel kana ('ウ' in コウ).
    last : bool
        Whether it ends the text.
    """

    kana: str
    sokuon: bool
    length: str
    last: bool


def expand_iteration(katakana: str) -> str:
    """Return katakana with the iteration marks ヽ and ヾ written out, one code point for each, so that offsets stay the same.

    >>> expand_iteration("イスヾ"), expand_iteration("コヽロ")
    ('イスズ', 'ココロ')
    """
    if "ヽ" not in katakana and "ヾ" not in katakana:
        return katakana
    out: list[str] = []
    for char in katakana:
        before = out[-1] if out else ""
        out.append(before.translate(_ITERATION[char]) if before and char in _ITERATION else char)
    return "".join(out)


def _pattern() -> re.Pattern[str]:
    """Return the pattern of a mora, with ッ before it and a lengthening after it.

    A vowel with a small kana (ウィ) is one mora.
    """
    by_vowel: dict[str, list[str]] = {vowel: [] for vowel in _LENGTHENERS}
    for kana, syllable in SYLLABLES.items():
        if syllable.hepburn[-1] in by_vowel:
            by_vowel[syllable.hepburn[-1]].append(kana)
    rows = [f"{_any_of(kana)}[{_LENGTHENERS[vowel]}]?(?![ァィゥェォャュョヮ])" for vowel, kana in by_vowel.items()]
    return re.compile(f"ッ*(?:{'|'.join(rows)}|{_any_of(SYLLABLES)}|.)", re.DOTALL)


def _any_of(kana: Iterable[str]) -> str:
    """Return a pattern for morae, two-kana morae first. It uses character classes, because alternatives are slower."""
    firsts: dict[str, str] = {}
    for mora in kana:
        firsts[mora[1:]] = firsts.get(mora[1:], "") + mora[0]
    alone = firsts.pop("", "")
    pairs = [f"[{first}]{second}" for second, first in firsts.items()]
    return f"(?:{'|'.join([*pairs, f'[{alone}]'])})"


_MORA = _pattern()


@lru_cache(4096)
def _mora(match: str, last: bool) -> Mora:
    kana = match.lstrip("ッ")
    sokuon = len(kana) < len(match)
    length = kana[-1] if kana not in SYLLABLES and kana[:-1] in SYLLABLES else ""
    return Mora(kana[:-1] if length else kana, sokuon, length, last)


@lru_cache(256)  # callers cache their own results: a larger cache would only slow down garbage collection
def morae(kana: str, borders: tuple[int, ...] = ()) -> tuple[Mora, ...]:
    """Return the morae of `kana`.

    Parameters
    ----------
    kana : str
        Hiragana or katakana. Every other character is a mora of its own.
    borders : tuple of int
        Code points of `kana` at which a morpheme or a kanji begins. No vowel is lengthened across a border.

    Examples
    --------
    >>> [mora.kana + mora.length for mora in morae("トウキョウ")]
    ['トウ', 'キョウ']
    >>> [mora.kana + mora.length for mora in morae("コウマ", (1,))]
    ['コ', 'ウ', 'マ']
    """
    checked(kana, "kana")
    text = expand_iteration(to_katakana(kana))
    found = _MORA.findall(text) if not borders else _bordered(text, borders)
    if "ー" in found:  # ー after nothing that it could lengthen
        found = [match for match in found if match != "ー"]
    if not found:
        return ()
    return (*[_mora(match, False) for match in found[:-1]], _mora(found[-1], True))


def _bordered(text: str, borders: tuple[int, ...]) -> list[str]:
    """Return the matches of each part between borders; ッ and ー at a border stay with the mora that they modify."""
    found: list[str] = []
    start = before = 0
    for border in (*borders, len(text)):
        end, least = border, max(start, before)
        while least < end < len(text) and (text[end - 1] == "ッ" or text[end] == "ー"):
            end += 1 if text[end] == "ー" else -1
        if end > least:  # otherwise the border coincides with the one before it
            found += _MORA.findall(text, start, end)
            start = end
        before = border
    return found
