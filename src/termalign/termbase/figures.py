"""Small numbers in figures, in kanji, and in Roman letters: 第3条 and 第三条, 1次元 and 一次元, 第Ⅲ相 and 第3相."""

import re

_DIGITS = "〇一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_KANJI = re.compile("[〇一二三四五六七八九十百千]{1,8}")
_MOST = 9999
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def in_figures(numeral: str) -> str | None:
    """Return a number below ten thousand in kanji as figures; None if the text is not such a number.

    Examples
    --------
    >>> in_figures("二十四"), in_figures("二〇二四"), in_figures("百"), in_figures("四五"), in_figures("24")
    ('24', '2024', '100', '45', None)
    """
    if not _KANJI.fullmatch(numeral):
        return None
    if not any(unit in numeral for unit in _UNITS):
        return "".join(str(_DIGITS.index(char)) for char in numeral)
    total, digit, last = 0, 0, _MOST + 1
    for char in numeral:
        if char in _UNITS:
            if _UNITS[char] >= last:
                return None
            last = _UNITS[char]
            total += max(digit, 1) * last
            digit = 0
        elif digit:
            return None
        else:
            digit = _DIGITS.index(char)
    return str(total + digit)


def in_kanji(figures: str) -> str | None:
    """Return a number below ten thousand in figures as kanji with units; None if the text is not such a number.

    Examples
    --------
    >>> in_kanji("24"), in_kanji("100"), in_kanji("0"), in_kanji("1995"), in_kanji("007")
    ('二十四', '百', '〇', '千九百九十五', None)
    """
    if not (figures.isascii() and figures.isdecimal()) or int(figures) > _MOST or str(int(figures)) != figures:
        return None
    rest, out = int(figures), ""
    for unit, worth in reversed(_UNITS.items()):
        count, rest = divmod(rest, worth)
        if count:
            out += ("" if count == 1 else _DIGITS[count]) + unit
    return (out + _DIGITS[rest] if rest else out) or _DIGITS[0]


def digit_by_digit(figures: str) -> str | None:
    """Return a number of two to four figures as kanji without units; None if the text is not such a number.

    Examples
    --------
    >>> digit_by_digit("20"), digit_by_digit("1995"), digit_by_digit("7")
    ('二〇', '一九九五', None)
    """
    if not (figures.isascii() and figures.isdecimal() and 1 < len(figures) <= len(str(_MOST))):
        return None
    return "".join(_DIGITS[int(figure)] for figure in figures)


def in_roman(figures: str) -> str | None:
    """Return a number from 1 to 12 in small Roman letters; None if the text is not such a number.

    Examples
    --------
    >>> in_roman("3"), in_roman("13"), in_roman("三")
    ('iii', None, None)
    """
    small = figures.isascii() and figures.isdecimal() and 0 < int(figures) <= len(_ROMAN)
    return _ROMAN[int(figures) - 1] if small else None


def from_roman(letters: str) -> str | None:
    """Return a number in large Roman letters as figures; None if it is not one from I to XII.

    Examples
    --------
    >>> from_roman("III"), from_roman("iii"), from_roman("XX")
    ('3', None, None)
    """
    small = letters.lower()
    return str(_ROMAN.index(small) + 1) if letters != small and small in _ROMAN else None
