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
_SYMBOL = 900  # of △ → ①: 600 to 1,000 wide in Latin fonts, most of which lack them, and 1,000 in Japanese ones
_NARROW = frozenset("°¹²³¼½¾")  # signs that only old Japanese fonts have full-width


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
    if " " <= base <= "~":
        return _LATIN[ord(base) - 32]
    return _SYMBOL if _is_full_width_sign(char) and not _is_mathematical(char) else _UNKNOWN


def japanese_width(text: str) -> float:
    """Return the width of `text` in ems of a Japanese font, in which signs such as △, × and “ are full-width.

    Examples
    --------
    >>> japanese_width("△500"), round(em_width("△500"), 3)
    (2.668, 2.568)
    """
    return sum(1000 if _is_full_width_sign(char) else _width(char) for char in text) / 1000


@lru_cache(4096)
def _is_full_width_sign(char: str) -> bool:
    """Return whether a character is no letter, and full-width among Japanese (UAX #11: ambiguous)."""
    category = unicodedata.category(char)
    ambiguous = unicodedata.east_asian_width(char) == "A" and char not in _NARROW
    return ambiguous and category[0] in "SNP" and category != "Sc"


def _is_mathematical(char: str) -> bool:
    """Return whether Latin fonts have a sign too: × ± § and the block of mathematical operators."""
    return char < "\u2190" or "\u2200" <= char <= "\u22ff"
