"""Cheap filters that keep hopeless pairs from the model: consonant classes, and the beginning of the word."""

from functools import lru_cache
from typing import Final

from termalign.phonetics.alignment import forward, indexed
from termalign.phonetics.comparison import heard
from termalign.phonetics.letter_names import spellings
from termalign.phonetics.sounds import BOUNDARY, bare_letters, framed_letters, kana_units
from termalign.phonetics.weights import weights

# Letters that katakana renders by sounds of one family; vowels and the letters that are often silent (h, w, y) have no class.
_LETTERS: Final = {"K": "kcqgx", "S": "szxcj", "T": "td", "N": "nm", "P": "pbfv", "R": "rl"}
_KANA: Final = {
    "K": "カキクケコガギグゲゴ",
    "S": "サシスセソザジズゼゾ",
    "T": "タチツテトダデド",
    "N": "ナニヌネノマミムメモン",
    "P": "パピプペポバビブベボフヴ",
    "R": "ラリルレロ",
}
CLASSES: Final = frozenset(_LETTERS)
_ONE_SOUND: Final = frozenset("KST")
_CLASS_OF_LETTER: Final = {char: name for name, chars in _LETTERS.items() for char in chars}
_CLASS_OF_KANA: Final = {char: name for name, chars in _KANA.items() for char in chars}

_BEGINNING = 2  # sound units
_LEAST = 0.01  # odds ratio of the beginning
_LETTERS_LOOKED_AT = 14


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


def may_match(kana: str, latin: str) -> bool:
    """False when `latin` begins unlike anything that `kana` begins like: 99.7% of true pairs pass, 11% of random ones.

    Examples
    --------
    >>> may_match("グループ", "group"), may_match("グループ", "anonymous")
    (True, False)
    """
    beginning = heard(kana)[:_BEGINNING]
    return bool(beginning) and any(
        _begins(beginning, framed_letters(spelling)[:_LETTERS_LOOKED_AT])
        for spelling in dict.fromkeys(spellings(latin))
    )


@lru_cache(65536)
def _begins(units: tuple[str, ...], letters: str) -> bool:
    rows = list(forward(units, indexed(letters), weights(), _LEAST))
    return len(rows) == len(units) and max(rows[-1]) > _LEAST


def may_be_one_sound(written: str, heard: str) -> bool:
    """Return whether a written consonant class may be one that is heard: c is S here and K there, ch T and S, j S and T.

    Examples
    --------
    >>> may_be_one_sound("S", "K"), may_be_one_sound("R", "K")
    (True, False)
    """
    return written == heard or (written in _ONE_SOUND and heard in _ONE_SOUND)
