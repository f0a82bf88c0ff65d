"""Estimated widths of texts, because the fonts of the reader are not available.

The estimate is only for the layout. Each piece of text is drawn with ``textLength``, which fits the reader's font to the
estimated width, so that pieces laid out without overlap do not overlap.
"""

import unicodedata
from functools import lru_cache

# Advance widths of Helvetica, Arial and Liberation Sans in thousandths of an em, from " " to "~".
_LATIN = tuple(
    map(
        int,
        """
    278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278
    584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944
    667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500
    278 556 500 722 500 500 500 334 260 334 584
    """.split(),
    )
)
_OTHER = {"‘": 222, "’": 222, "“": 333, "”": 333, "–": 556, "—": 1000, "…": 1000, "·": 278, "•": 350}
_UNKNOWN = 600


def em_width(text: str) -> float:
    """Return the width of `text` in ems of its font.

    Examples
    --------
    >>> em_width("警察"), round(em_width("Tokyo"), 3)
    (2.0, 2.723)
    """
    return sum(map(_width, text)) / 1000


@lru_cache(4096)
def _width(char: str) -> int:
    if " " <= char <= "~":
        return _LATIN[ord(char) - 32]
    if char in _OTHER:
        return _OTHER[char]
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return 1000
    if "\uff61" <= char <= "\uff9f":  # half-width kana
        return 500
    base = unicodedata.normalize("NFD", char)[0]
    return _LATIN[ord(base) - 32] if " " <= base <= "~" else _UNKNOWN


def japanese_width(text: str) -> float:
    """Return the width of `text` in ems of a Japanese font, in which quotation marks and dashes are full-width."""
    return sum(1000 if char in "‘’“”—…" else _width(char) for char in text) / 1000
