"""The kanji of numbers, and conversion between kanji and digits."""

import re
from typing import Final

DIGITS: Final = "〇一二三四五六七八九"
"""The digits, each at its value."""
UNITS: Final = {"十": 10, "百": 100, "千": 1000}
LARGE_UNITS: Final = {"万": 10**4, "億": 10**8, "兆": 10**12}
_NUMERAL = re.compile(f"[{DIGITS}{''.join(UNITS)}]{{1,8}}")


def to_kanji(number: int) -> str:
    """Return a number below ten thousand in kanji with units.

    >>> to_kanji(24), to_kanji(100), to_kanji(0), to_kanji(1995)
    ('二十四', '百', '〇', '千九百九十五')
    """
    rest, out = number, ""
    for unit, worth in reversed(UNITS.items()):
        count, rest = divmod(rest, worth)
        if count:
            out += ("" if count == 1 else DIGITS[count]) + unit
    return out + DIGITS[rest] if rest or not out else out


def to_figures(numeral: str) -> str | None:
    """Return the digits of a kanji number below ten thousand, or None if the text is not such a number.

    The number may be written with units or digit by digit.

    >>> to_figures("二十四"), to_figures("二〇二四"), to_figures("百"), to_figures("四五"), to_figures("24")
    ('24', '2024', '100', '45', None)
    """
    if not _NUMERAL.fullmatch(numeral):
        return None
    if UNITS.keys().isdisjoint(numeral):
        return "".join(str(DIGITS.index(sign)) for sign in numeral)
    total, last = 0, 10**4
    digit: int | None = None
    for sign in numeral:
        if sign in UNITS:
            if UNITS[sign] >= last or digit == 0:
                return None
            last = UNITS[sign]
            total, digit = total + (digit or 1) * last, None
        elif digit:
            return None
        else:
            digit = DIGITS.index(sign)
    return str(total + (digit or 0))
