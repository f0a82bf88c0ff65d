"""Recognition of pairs in the wrong order, or with Japanese in the place of the English, by their script."""

import re
from typing import Final

from termalign.text.scripts import JAPANESE

SWAPPED: Final = "English stands where Japanese belongs: pairs are (Japanese, English)"
"""What a message says of pairs in the wrong order."""

_NO_ENGLISH = "Japanese stands where English belongs: pairs are (Japanese, English)"

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


def misplaced(ja: str, en: str) -> str | None:
    """Return what a message says of a pair with a text that is certainly in the wrong language, or None.

    >>> misplaced("サーバーを再起動する。", "ファイルを開く。"), misplaced("サーバーを再起動する。", "Restart the server.")
    ('Japanese stands where English belongs: pairs are (Japanese, English)', None)
    """
    if are_swapped(ja, en):
        return SWAPPED
    return _NO_ENGLISH if _is_japanese(en) and _is_japanese(ja) else None


def _is_japanese(text: str) -> bool:
    """Return whether a text is long enough to be a sentence, and has more Japanese characters than Latin letters."""
    japanese = len(_JAPANESE.findall(text))
    return 2 * japanese >= _SENTENCE and japanese > len(_LATIN.findall(text))
