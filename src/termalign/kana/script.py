"""The scripts of characters, and conversion between hiragana and katakana.

Half-width kana count as katakana; the text normaliser folds them, not this module.
"""

import re
from functools import lru_cache

from termalign.arguments import checked
from termalign.text.scripts import KANJI, KATAKANA

# Marks that stand for a kanji: 々 repeats one, 〆 and 〇 are read like one, ヶ and ヵ abbreviate 箇.
KANJI_MARKS = frozenset("々〻〆〇ヶヵ")
_IDEOGRAPH, _KATAKANA = re.compile(f"[{KANJI}]"), re.compile(f"[{KATAKANA}]")
_HIRAGANA = range(0x3041, 0x3097)
_SHIFT = 0x60
TO_KATAKANA = {code: code + _SHIFT for code in (*_HIRAGANA, 0x309D, 0x309E)} | {0x309F: "ヨリ"}
_TO_HIRAGANA = {code + _SHIFT: code for code in (*_HIRAGANA, 0x309D, 0x309E)}


@lru_cache(4096)
def is_kanji(char: str) -> bool:
    """Return whether `char` is an ideograph, of any plane, or a mark that stands for one (々 〆 〇 ヶ).

    ヶ and ヵ are katakana as well. By this function, 霞ヶ関 has three kanji.

    Examples
    --------
    >>> [is_kanji(char) for char in "漢々ヶ𠮷かA"]
    [True, True, True, True, False, False]
    """
    checked(char, "char")
    return char in KANJI_MARKS or is_ideograph(char)


def is_ideograph(char: str) -> bool:
    """Return whether `char` is an ideograph, not a mark that stands for one.

    >>> [is_ideograph(char) for char in "漢々ヶ𠮷か"]
    [True, False, False, True, False]
    """
    return _IDEOGRAPH.fullmatch(char) is not None


@lru_cache(4096)
def is_hiragana(char: str) -> bool:
    """Return whether `char` is hiragana or one of its iteration marks.

    Examples
    --------
    >>> [is_hiragana(char) for char in "あゝアー"]
    [True, True, False, False]
    """
    checked(char, "char")
    return "ぁ" <= char <= "ゖ" or char in "ゝゞゟ"


@lru_cache(4096)
def is_katakana(char: str) -> bool:
    """Return whether `char` is katakana, including small, half-width and Ainu letters and ー ヽ ヾ, but not ・.

    Examples
    --------
    >>> [is_katakana(char) for char in "アーヶｱ・あ"]
    [True, True, True, True, False, False]
    """
    checked(char, "char")
    return _KATAKANA.fullmatch(char) is not None


def is_kana(char: str) -> bool:
    """Return whether `char` is hiragana or katakana.

    Examples
    --------
    >>> [is_kana(char) for char in "あアー漢"]
    [True, True, True, False]
    """
    return is_hiragana(char) or is_katakana(char)


def is_japanese(char: str) -> bool:
    """Return whether `char` is kana or kanji.

    Examples
    --------
    >>> [is_japanese(char) for char in "あア漢A。"]
    [True, True, True, False, False]
    """
    return is_hiragana(char) or is_katakana(char) or is_kanji(char)


def all_kana(text: str) -> bool:
    """Return whether `text` is not empty and consists of kana.

    Examples
    --------
    >>> all_kana("トクりゅう"), all_kana("匿りゅう"), all_kana("")
    (True, False, False)
    """
    checked(text, "text")
    return len(text) > 0 and all(map(is_kana, text))


def all_katakana(text: str) -> bool:
    """Return whether `text` is not empty and consists of katakana.

    Examples
    --------
    >>> all_katakana("トクリュウ"), all_katakana("トクりゅう")
    (True, False)
    """
    checked(text, "text")
    return len(text) > 0 and all(map(is_katakana, text))


def has_kanji(text: str) -> bool:
    """Return whether `text` has at least one kanji.

    Examples
    --------
    >>> has_kanji("匿りゅう"), has_kanji("トクりゅう")
    (True, False)
    """
    checked(text, "text")
    return any(map(is_kanji, text))


def to_katakana(text: str) -> str:
    """Return `text` with hiragana converted to katakana. The length stays the same, except that ゟ becomes ヨリ.

    Examples
    --------
    >>> to_katakana("とくりゅう (匿流)")
    'トクリュウ (匿流)'
    """
    checked(text, "text")
    return text.translate(TO_KATAKANA)


def to_hiragana(text: str) -> str:
    """Return `text` with katakana converted to hiragana; ー and katakana without a hiragana (ヷ) are kept.

    Examples
    --------
    >>> to_hiragana("トクリュー")
    'とくりゅー'
    """
    checked(text, "text")
    return text.translate(_TO_HIRAGANA)
