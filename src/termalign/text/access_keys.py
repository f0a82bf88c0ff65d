"""Access keys: the letters that choose the items of a menu, marked in a word as in For_mats, E&xit and Sa~ve."""

import re
from collections.abc import Iterator

from termalign.text.blanks import blanked_at
from termalign.text.unseen import HIDDEN

_NAMED = re.compile(r"[(（]([&_~])(?:amp;)?([A-Za-z0-9])[)）]")  # behind Japanese words, which lack the letter


def access_key_marks(english: str, japanese: str) -> list[tuple[int, int]]:
    """Return the code point ranges of the marks before letters of the English, in order, if the Japanese names a key so marked.

    If the English has the sign several times, the mark is that of the letter which the Japanese names: others belong to their
    words, as in *R&D* and *read_csv*.

    Examples
    --------
    >>> access_key_marks("For_mats", "書式(_M)"), access_key_marks("_Open read_csv", "read_csv を開く(_O)")
    ([(3, 4)], [(0, 1)])
    """
    return [
        mark for sign, key in dict.fromkeys(_NAMED.findall(japanese)) for mark in _before_letters(sign, key, english)
    ]


def without_access_keys(english: str, japanese: str) -> str:
    r"""Return an English text of the same length, with the marks of access keys hidden.

    >>> without_access_keys("For_mats", "書式(_M)")
    'For\u2060mats'
    """
    return blanked_at(english, access_key_marks(english, japanese), HIDDEN)


def _before_letters(sign: str, key: str, english: str) -> Iterator[tuple[int, int]]:
    letter = "[A-Za-z]" if english.count(sign) == 1 else f"(?i:{key})"
    mark = f"{sign}(?:amp;)?" if sign == "&" else sign
    return (found.span() for found in re.finditer(f"{mark}(?={letter})", english))
