"""Japanese numerals: in digits, in kanji, and in both."""

import re
from decimal import Decimal
from typing import TypeAlias

from termalign.japanese.kanji_numerals import DIGITS, LARGE_UNITS, UNITS
from termalign.quantities.figures import AFTER_DECIMAL, read_figures
from termalign.quantities.quantity import GLYPHS, LONGEST, Amount, Numeral

FIGURE_SIGNS = frozenset("0123456789０１２３４５６７８９")
ROMAN = {sign: value for first in "Ⅰⅰ" for value, sign in enumerate(map(chr, range(ord(first), ord(first) + 12)), 1)}
_KANJI_DECIMALS = re.compile(rf"[・点]([{DIGITS}零]+)(?={AFTER_DECIMAL})")

KANJI_DIGITS = {c: i for i, c in enumerate(DIGITS)} | {
    "零": 0, "壱": 1, "壹": 1, "弐": 2, "貳": 2, "参": 3, "伍": 5,
}  # fmt: skip
SMALL = UNITS | {"拾": 10}
LARGE = LARGE_UNITS | {"萬": 10**4, "憶": 10**8, "京": 10**16}
_POWERS = "".join((*SMALL, *LARGE))
_QUARTER = "四半(?!世紀|期(?:ごと|毎|[ 　]?[=＝]))"
_COUNT = re.compile(
    f"(?P<digits>(?:(?!{_QUARTER})[{''.join(KANJI_DIGITS)}]){{1,{LONGEST}}})|数(?![数何幾])|[何幾](?=[{_POWERS}])"
)
# Some typesetters put a space at every change between digits and kanji: 1 億 4 千万.
_SPACED = re.compile("[ 　](?=[百千万億兆])")
_GOES_ON = re.compile(f"[{_POWERS}数何幾]|{_SPACED.pattern}")
_SPACED_POWER = re.compile("[ 　](?=[十百千万億])")
_SPACED_FIGURES = re.compile("[ 　](?=[0-9０-９][0-9０-９,，]*[ 　]?[㐀-鿿ァ-ヺ])")
_Pair: TypeAlias = tuple[Amount, Amount]


def read_numeral(text: str, position: int) -> Numeral | None:
    """Read the numeral that starts at a position.

    No numeral begins with 万 or 億 (万一). 数 begins one before a power of ten (数十), and alone is a vague digit (数人).

    >>> [read_numeral(text, 0).low for text in ("3億5千万円", "２,500万", "二〇二五年", "百三十四番")]
    [350000000, 25000000, 2025, 134]
    >>> read_numeral("数十人", 0)[2:4]
    (20, 90)
    """
    if text[position].isdecimal() or text[position] in GLYPHS:
        plain = read_figures(text, position)
        if plain is None:
            return None
        if not _GOES_ON.match(text, plain[1]):
            return Numeral(position, plain[1], plain[0], plain[0], True)
    whole = _read(text, position)
    decimals = None if whole is None or whole.figures or whole.vague else _KANJI_DECIMALS.match(text, whole.end)
    if whole is None or decimals is None:
        return whole
    value = Decimal(f"{whole.low}.{''.join(str(KANJI_DIGITS[sign]) for sign in decimals[1])}")
    return Numeral(position, decimals.end(), value, value, False)


def _read(text: str, position: int) -> Numeral | None:
    """Read counts, each with its power of ten: 3億|5千|万. A count is a run of kanji digits, a vague word or figures."""
    total: _Pair = (0, 0)
    section: _Pair = (0, 0)
    least_small, least_large = 10**4, 10**20
    at, figures = position, False
    while True:
        count, run, at, in_figures = _read_count(text, at, figures, _sum(total, section)[1] > 0)
        figures |= in_figures
        if in_figures and count and text.startswith("数", at) and count[1] % 10 == 0:  # 20数人
            section, count, at = count, (1, 9), at + 1
        bounds = _bounds(run, count)
        power, end = _read_power(text, at, figures and count is not None, total[0] > 0)
        if 0 < power < least_small:
            section, least_small = _sum(section, bounds or (1, 1), power), power
        elif 10**4 <= power < least_large and (count or section[1]):
            total, section = _sum(total, _sum(section, bounds or (0, 0)), power), (0, 0)
            least_small, least_large = 10**4, power
        else:
            break
        at = end
    if at == position:
        return None
    rest = bounds if section[1] else count  # 十二三
    low, high = _sum(_sum(total, section), rest or (0, 0))
    return Numeral(position, at, low, high, figures, False, len(run) > 1)


def _read_count(text: str, at: int, spaced: bool, goes_on: bool) -> tuple[_Pair | None, str, int, bool]:
    """Return the bounds of a count, its run of kanji digits, its end, and whether it is in figures."""
    found = _COUNT.match(text, at)
    if found is not None and (run := found["digits"]):
        value = int("".join(str(KANJI_DIGITS[sign]) for sign in run))
        return (value, value), run, found.end(), False
    if found is not None:
        return (1 if goes_on else 2, 9), "", found.end(), False
    space = _SPACED_FIGURES.match(text, at) if spaced else None
    plain = read_figures(text, space.end() if space else at)
    return ((plain[0], plain[0]), "", plain[1], True) if plain else (None, "", at, False)


def _read_power(text: str, at: int, spaced: bool, goes_on: bool) -> tuple[int, int]:
    """Return the power of ten at a position, or behind a space there, and its end; 0 for none."""
    space = (_SPACED_POWER if goes_on else _SPACED).match(text, at) if spaced else None
    at = space.end() if space else at
    sign = text[at : at + 1]
    if sign == "京" and text[at + 1 : at + 2] not in ("円", ""):
        return 0, at
    return SMALL.get(sign) or LARGE.get(sign, 0), at + 1


def _bounds(run: str, count: _Pair | None) -> _Pair | None:
    """Return two successive digits as bounds (二三十, 五六百), any other count as it is."""
    first, last = (KANJI_DIGITS[sign] for sign in run) if len(run) == 2 else (0, 0)
    return (first, last) if last == first + 1 else count


def _sum(base: _Pair, count: _Pair, power: int = 1) -> _Pair:
    return base[0] + count[0] * power, base[1] + count[1] * power
