"""Consonant classes: a cheap filter that keeps hopeless pairs from the model."""

from functools import lru_cache
from typing import Final

from termalign.phonetics.sounds import BOUNDARY, bare_letters, framed_letters, kana_units

# Letters that katakana renders by similar sounds. Vowels and letters that are often silent (h, w, y) have no class.
_LETTERS: Final = {"K": "kcqgx", "S": "szxcj", "T": "td", "N": "nm", "P": "pbfv", "R": "rl"}
_KANA: Final = {
    "K": "カキクケコガギグゲゴ",
    "S": "サシスセソザジズゼゾ",
    "T": "タチツテトダデド",
    "N": "ナニヌネノマミムメモン",
    "P": "パピプペポバビブベボフヴ",
    "R": "ラリルレロ",
}
_CLASS_OF_LETTER: Final = {char: name for name, chars in _LETTERS.items() for char in chars}
_CLASS_OF_KANA: Final = {char: name for name, chars in _KANA.items() for char in chars}


@lru_cache(8192)
def kana_skeleton(kana: str) -> str:
    """Return the consonant classes of a katakana string.

    Examples
    --------
    >>> kana_skeleton("グループ"), kana_skeleton("エリン・ジョーンズ")
    ('KRP', 'RNSNS')
    """
    return "".join(_CLASS_OF_KANA.get(unit[0], "") for unit in kana_units(kana))


@lru_cache(32768)
def latin_skeleton(latin: str) -> str:
    """Return the consonant classes of a Latin string.

    Examples
    --------
    >>> latin_skeleton("group"), latin_skeleton("Elin Jones")
    ('KRP', 'RNSNS')
    """
    letters = bare_letters(framed_letters(latin)).replace(BOUNDARY, "")
    return "".join(_CLASS_OF_LETTER.get(char, "") for char in letters)
