"""Japanese numerals: in digits, in kanji, and in both."""

import re
from decimal import Decimal
from typing import TypeAlias

from termalign.japanese.kanji_numerals import DIGITS, LARGE_UNITS, UNITS
from termalign.quantities.powers import read_power, with_power
from termalign.quantities.quantity import GLYPHS, Amount, Numeral

FIGURE_SIGNS = frozenset("0123456789０１２３４５６７８９")
ROMAN = {sign: value for first in "Ⅰⅰ" for value, sign in enumerate(map(chr, range(ord(first), ord(first) + 12)), 1)}
_FIGURES = re.compile(r"[0-9０-９]{1,3}([,，][0-9０-９]{3})+(?![0-9０-９])|[0-9０-９]+")
_SEPARATOR = re.compile("[,，]")
_POINTS = (".", "．", "・")
_AFTER_DECIMAL = "[%％倍割万億兆パポキメトセミグ度]"
# ・ is a decimal point only before a unit: 2・5倍, but 3・1独立運動 and 二・二六事件 are dates.
_FRACTION = re.compile(rf"(?:[.．][0-9０-９]+|・[0-9０-９](?={_AFTER_DECIMAL}))(?![0-9０-９]*[.．][0-9０-９])")
_KANJI_FRACTION = re.compile(rf"[・点]([{DIGITS}零]+)(?={_AFTER_DECIMAL})")
_LONGEST = 24
"""A run of more figures than this is a code, not a number."""

KANJI_DIGITS = {c: i for i, c in enumerate(DIGITS)} | {
    "零": 0, "壱": 1, "壹": 1, "弐": 2, "貳": 2, "参": 3, "伍": 5, "拾": 10,
}  # fmt: skip
SMALL = UNITS | {"拾": 10}
LARGE = LARGE_UNITS | {"萬": 10**4, "憶": 10**8, "京": 10**16}
_VAGUE = "数何幾"
_MAGNITUDES = frozenset([*SMALL, *LARGE, *_VAGUE])
# Some typesetters put a space at every change between digits and kanji: 1 億 4 千万.
_SPACED = re.compile("[ 　](?=[百千万億兆])")
_SPACED_POWER = re.compile("[ 　](?=[十百千万億])")
_SPACED_FIGURES = re.compile("[ 　](?=[0-9０-９][0-9０-９,，]*[ 　]?[㐀-鿿ァ-ヺ])")
_Pair: TypeAlias = tuple[Amount, Amount]


def read_figures(text: str, position: int) -> tuple[int, Amount] | None:
    """Read Arabic digits, with thousands separators and decimals.

    >>> read_figures("１,２３４.5m", 0)
    (7, Decimal('1234.5'))
    """
    if power := read_power(text, position):
        return power[1], power[0]
    found = _FIGURES.match(text, position)
    if found is None or found.end() - position > _LONGEST:
        return None
    value, end = _with_fraction(text, found)
    if end - position > 2 * _LONGEST:
        return None
    value, end = with_power(text, value, end)
    return end, value


def _with_fraction(text: str, found: re.Match[str]) -> tuple[Amount, int]:
    """Return the value of digits with the fraction behind them, and its end."""
    end, whole = found.end(), _SEPARATOR.sub("", found[0]) if found[1] else found[0]
    if text[end : end + 1] in GLYPHS:
        return int(whole) + GLYPHS[text[end]], end + 1
    decimals = _FRACTION.match(text, end) if text[end : end + 1] in _POINTS else None
    if decimals is None:
        return int(whole), end
    return Decimal(f"{whole}.{decimals[0][1:]}"), decimals.end()


def read_numeral(text: str, position: int) -> Numeral | None:
    """Read the numeral that starts at a position.

    No numeral begins with 万 or 億 (万一). 数 begins one before a power of ten (数十), and alone is a vague digit (数人).

    >>> [read_numeral(text, 0).low for text in ("3億5千万円", "２,500万", "二〇二五年", "百三十四番")]
    [350000000, 25000000, 2025, 134]
    >>> read_numeral("数十人", 0)[2:4]
    (20, 90)
    """
    if text[position] in GLYPHS:
        value = GLYPHS[text[position]]
        return Numeral(position, position + 1, value, value, True)
    if text[position].isdecimal():
        plain = read_figures(text, position)
        if plain is None:
            return None
        following = text[plain[0] : plain[0] + 1]
        if following not in _MAGNITUDES and (following not in (" ", "　") or not _SPACED.match(text, plain[0])):
            return Numeral(position, plain[0], plain[1], plain[1], True)
    reader = _Reader(text, position)
    while reader.step():
        pass
    if reader.position == position:
        return None
    whole, decimals = reader.numeral(position), _KANJI_FRACTION.match(text, reader.position)
    if decimals is None or reader.figures or whole.vague:
        return whole
    value = Decimal(f"{whole.low}.{''.join(str(KANJI_DIGITS[sign]) for sign in decimals[1])}")
    return Numeral(position, decimals.end(), value, value, False)


def _sum(base: _Pair, count: _Pair, power: int = 1) -> _Pair:
    return base[0] + count[0] * power, base[1] + count[1] * power


class _Reader:
    """One pass over a numeral. The number is ``total + section + current``, each a pair of bounds."""

    def __init__(self, text: str, position: int) -> None:
        self.text, self.position = text, position
        self.total: _Pair = (0, 0)
        self.section: _Pair = (0, 0)
        self.current: _Pair | None = None
        self.digits = 0
        self.last_small, self.last_large = 10**4, 10**20
        self.figures = False

    def step(self) -> bool:
        """Read one character or group of digits of the numeral, or return False at its end."""
        sign = self.text[self.position : self.position + 1]
        if sign in (" ", "　"):
            return self.figures and self._past_space()
        if sign in KANJI_DIGITS or sign in _MAGNITUDES:
            taken = self._take(sign, self.text[self.position + 1 : self.position + 2])
            self.position += taken
            return taken
        figures = read_figures(self.text, self.position)
        if figures is None or self.current is not None:
            return False
        self.position, self.current, self.figures = figures[0], (figures[1], figures[1]), True
        return True

    def _past_space(self) -> bool:
        """Skip a space inside 1 億 4 千万, or return False if another word follows."""
        power = _SPACED_POWER if self.total[0] else _SPACED
        spaced = (_SPACED_FIGURES if self.current is None else power).match(self.text, self.position)
        self.position = spaced.end() if spaced is not None else self.position
        return spaced is not None

    def _take(self, sign: str, following: str) -> bool:
        if sign in SMALL:
            return self._small(SMALL[sign])
        if sign in LARGE:
            return (sign != "京" or following in ("円", "")) and self._large(LARGE[sign])
        if sign in _VAGUE:
            able = (following in _MAGNITUDES or sign == "数") and (following == "" or following not in _VAGUE)
            return able and self._several()
        quarter = self.text.startswith("四半", self.position) and not self.text.startswith("世紀", self.position + 2)
        behind_figures = self.figures and self.current is not None
        return not behind_figures and not quarter and self._digit(KANJI_DIGITS[sign])

    def _digit(self, value: int) -> bool:
        if self.digits == _LONGEST or (self.current is not None and not self.digits):
            return False
        self.current = _sum((value, value), self.current or (0, 0), 10)
        self.digits += 1
        return True

    def _several(self) -> bool:
        if self.current is not None:
            if not self.figures or self.current[1] % 10:
                return False
            self.section = self.current  # 20数人
        self.current = (1 if self.total[1] or self.section[1] else 2, 9)
        return True

    def _counted(self, none: int) -> _Pair:
        """Return the number before a power of ten; two successive digits are bounds: 二三十, 五六百."""
        if self.digits == 2 and self.current is not None:
            tens, ones = divmod(int(self.current[0]), 10)
            if ones == tens + 1:
                return tens, ones
        return self.current or (none, none)

    def _small(self, power: int) -> bool:
        if power >= self.last_small:
            return False
        self.section = _sum(self.section, self._counted(1), power)
        self.current, self.digits, self.last_small = None, 0, power
        return True

    def _large(self, power: int) -> bool:
        if power >= self.last_large or (self.current is None and not self.section[1]):
            return False
        self.total = _sum(self.total, _sum(self.section, self._counted(0)), power)
        self.section, self.current, self.digits = (0, 0), None, 0
        self.last_small, self.last_large = 10**4, power
        return True

    def numeral(self, start: int) -> Numeral:
        positional = self.digits > 1
        rest = self._counted(0) if positional and self.section[1] else self.current or (0, 0)  # 十二三
        low, high = _sum(_sum(self.total, self.section), rest)
        return Numeral(start, self.position, low, high, self.figures, False, positional)
