"""Small numbers in digits, kanji and Roman numerals: 第3条 and 第三条, 1次元 and 一次元, 第Ⅲ相 and 第3相."""

from termalign.japanese.kanji_numerals import DIGITS, to_kanji

_MOST = 9999
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def in_kanji(figures: str) -> str | None:
    """Return digits as kanji with units, or None if they are not a number below ten thousand.

    Examples
    --------
    >>> in_kanji("24"), in_kanji("100"), in_kanji("0"), in_kanji("1995"), in_kanji("007")
    ('二十四', '百', '〇', '千九百九十五', None)
    """
    if not (figures.isascii() and figures.isdecimal()) or int(figures) > _MOST or str(int(figures)) != figures:
        return None
    return to_kanji(int(figures))


def digit_by_digit(figures: str) -> str | None:
    """Return two to four digits as kanji without units, or None for any other text.

    Examples
    --------
    >>> digit_by_digit("20"), digit_by_digit("1995"), digit_by_digit("7")
    ('二〇', '一九九五', None)
    """
    if not (figures.isascii() and figures.isdecimal() and 1 < len(figures) <= len(str(_MOST))):
        return None
    return "".join(DIGITS[int(figure)] for figure in figures)


def in_roman(figures: str) -> str | None:
    """Return a number from 1 to 12 in lower-case Roman numerals, or None for any other text.

    Examples
    --------
    >>> in_roman("3"), in_roman("13"), in_roman("三")
    ('iii', None, None)
    """
    small = figures.isascii() and figures.isdecimal() and 0 < int(figures) <= len(_ROMAN)
    return _ROMAN[int(figures) - 1] if small else None


def from_roman(letters: str) -> str | None:
    """Return an upper-case Roman numeral from I to XII as digits, or None for any other text.

    Examples
    --------
    >>> from_roman("III"), from_roman("iii"), from_roman("XX")
    ('3', None, None)
    """
    small = letters.lower()
    return str(_ROMAN.index(small) + 1) if letters != small and small in _ROMAN else None
