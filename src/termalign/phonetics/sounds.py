"""Both scripts reduced to sounds: katakana as sound units, Latin words as framed letters."""

import re
import unicodedata
from functools import lru_cache

from termalign.text.accents import PLAIN

BOUNDARY = "_"
"""Stands before the first, between and after the last word, on both sides: a letter like any other to the model."""

_NO_KANA = re.compile(f"[^ァ-ヺー{BOUNDARY}]+")
_UNIT = re.compile(f"(?<!{BOUNDARY}){BOUNDARY}|[ーッン]|[ァ-ヺ][ァィゥェォャュョヮ]?")

# Hiragana, spellings of one sound (ヂ = ジ), and the signs that separate the words of a foreign name.
_SAME_SOUND = str.maketrans(
    {chr(code): chr(code + 0x60) for code in range(ord("ぁ"), ord("ゖ") + 1)}
    | dict(zip("ぢづをゐゑヂヅヲヰヱヵヶゕゖ", "ジズオイエジズオイエカケカケ", strict=True))
    | {"ヷ": "ヴァ", "ヸ": "ヴィ", "ヹ": "ヴェ", "ヺ": "ヴォ"}
    | dict.fromkeys("―—－‐", "ー")
    | dict.fromkeys("・＝=゠ \t", BOUNDARY)
)

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʻʿʾʼ`´"))


@lru_cache(8192)
def kana_units(kana: str) -> tuple[str, ...]:
    """Return katakana (or hiragana) as a sequence of sound units: a kana with the small kana that modify it, ー, ッ, ン.

    The dot between the words of a name becomes :data:`BOUNDARY`; characters that are not kana are left out.

    >>> kana_units("シャンティー")
    ('シャ', 'ン', 'ティ', 'ー')
    >>> kana_units("ｸﾞﾚｰ・ｷｬｯﾄ")
    ('グ', 'レ', 'ー', '_', 'キャ', 'ッ', 'ト')
    """
    text = _NO_KANA.sub("", unicodedata.normalize("NFKC", kana).translate(_SAME_SOUND))
    return tuple(_UNIT.findall(text.strip(BOUNDARY)))


@lru_cache(8192)
def framed_letters(latin: str) -> str:
    """Return a phrase in lower case, with a :data:`BOUNDARY` around each word; ``""`` if there is no letter.

    Apostrophes are removed, & becomes *and*, and any other character that is not a letter separates words. Diacritics are
    kept.

    >>> framed_letters("Jean-Luc d'Arc")
    '_jean_luc_darc_'
    """
    if latin.isascii() and latin.isalpha():
        return BOUNDARY + latin.lower() + BOUNDARY
    text = unicodedata.normalize("NFKC", latin.translate(_APOSTROPHES).replace("&", " and ")).casefold()
    letters = "".join(
        char if char.isalpha() else " "
        for char in unicodedata.normalize("NFC", text)
        if not unicodedata.combining(char)
    )
    words = letters.split()
    return BOUNDARY + BOUNDARY.join(words) + BOUNDARY if words else ""


@lru_cache(4096)
def bare_letters(letters: str) -> str:
    """Return the letters without their diacritics, one for one.

    >>> bare_letters("_łowmiański_")
    '_lowmianski_'
    """
    if letters.isascii():
        return letters
    return "".join((PLAIN.get(char) or unicodedata.normalize("NFD", char))[0] for char in letters)
