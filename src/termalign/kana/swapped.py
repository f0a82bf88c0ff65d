"""Recognition of a text and its translation in the wrong order, by their script."""

import re
from typing import Final

from termalign.text.scripts import JAPANESE

SWAPPED: Final = "English stands where Japanese belongs: pairs are (Japanese, English)"
"""What a message says of pairs in the wrong order."""

_JAPANESE = re.compile(f"[{JAPANESE}]")
_LATIN = re.compile(r"[A-Za-z]")
_SENTENCE = 12  # letters, and half as many Japanese characters, below which a text may be a name or a code


def are_swapped(ja: str, en: str, *, short: bool = False) -> bool:
    """Return whether the first text is certainly English and the second Japanese; of `short` texts, any length is enough.

    >>> are_swapped("The National Police Agency said so.", "警察庁が発表した。")
    True
    >>> are_swapped("JAL", "日航"), are_swapped("JAL", "日航", short=True)
    (False, True)
    """
    if _JAPANESE.search(ja):
        return False
    english, japanese = len(_LATIN.findall(ja)), len(_JAPANESE.findall(en))
    long_enough = short or (english >= _SENTENCE and 2 * japanese >= _SENTENCE)
    return long_enough and english > 0 and japanese > len(_LATIN.findall(en))
