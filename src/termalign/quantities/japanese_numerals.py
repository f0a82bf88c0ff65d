"""Japanese numerals: figures, kanji and both mixed."""

import re
from decimal import Decimal
from typing import NamedTuple

from termalign.quantities.quantity import Amount

FIGURES = re.compile(r"[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])|[0-9０-９]+")
_AFTER_DECIMAL = "[%％倍割万億兆パポキメトセミグ度]"
# ・ is a decimal point only before a unit: 2・5倍, but 3・1独立運動 and 二・二六事件 are dates.
_FRACTION = re.compile(rf"(?:[.．][0-9０-９]+|・[0-9０-９](?={_AFTER_DECIMAL}))(?![0-9０-９]*[.．][0-9０-９])")
_KANJI_FRACTION = re.compile(rf"([一二三四五六七八九〇零])・([一二三四五六七八九〇]+)(?={_AFTER_DECIMAL})")
_NARROW = str.maketrans("０１２３４５６７８９．", "0123456789.", ",，")
_FIGURES = frozenset("0123456789０１２３４５６７８９")
_LONGEST = 24
"""A run of more figures than this is a code, not a number."""

KANJI_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "壱": 1, "壹": 1, "弐": 2, "貳": 2, "参": 3, "伍": 5, "拾": 10,
}  # fmt: skip
_FORMAL = frozenset("零壱壹弐貳参伍拾")
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10}
LARGE = {"万": 10**4, "萬": 10**4, "億": 10**8, "憶": 10**8, "兆": 10**12, "京": 10**16}
VAGUE = "数何幾"
_SPACED = re.compile("[ 　](?=[百千万億兆])")
"""Some typesetters leave a space at every change between figures and kanji: 1 億 4 千万."""
_SPACED_POWER = re.compile("[ 　](?=[十百千万億])")
_SPACED_FIGURES = re.compile("[ 　](?=[0-9０-９]+[ 　]?[十百千万億])")
_NUMERAL_SIGNS = frozenset([*KANJI_DIGITS, *SMALL, *LARGE, *VAGUE])
_MAGNITUDES = frozenset(SMALL) | frozenset(LARGE) | frozenset(VAGUE)


class Numeral(NamedTuple):
    """A numeral in a text: ``low == high`` unless it is vague (数十) or a pair (二、三)."""

    start: int
    end: int
    low: Amount
    high: Amount
    figures: bool
    positional: bool
    """Kanji digits in a row without 十百千: 二〇二五, 七五三."""
    vague: bool


def read_figures(text: str, position: int) -> tuple[int, Amount] | None:
    """Read Arabic figures, with thousands separators and decimals.

    >>> read_figures("１,２３４.5m", 0)
    (7, Decimal('1234.5'))
    """
    found = FIGURES.match(text, position)
    if found is None or found.end() - position > _LONGEST:
        return None
    decimals = _FRACTION.match(text, found.end())
    if decimals is not None:
        if decimals.end() - position > 2 * _LONGEST:
            return None
        return decimals.end(), Decimal((found[0] + "." + decimals[0][1:]).translate(_NARROW))
    return found.end(), int(found[0].translate(_NARROW))


class _Reader:
    """One pass over a numeral: ``total + section + current``, each with its bounds."""

    __slots__ = (
        "current", "digits", "figures", "last_large", "last_small", "pair", "position", "section", "total",
        "vague",
    )  # fmt: skip

    def __init__(self, position: int) -> None:
        self.position = position
        self.total: tuple[Amount, Amount] = (0, 0)
        self.section: tuple[Amount, Amount] = (0, 0)
        self.current: tuple[Amount, Amount] | None = None
        self.digits = 0
        self.last_small = 10**4
        self.last_large = 10**20
        self.figures = self.vague = self.pair = False

    def digit(self, value: int) -> bool:
        if self.digits:
            assert self.current is not None
            if self.digits == _LONGEST:
                return False
            self.current = (self.current[0] * 10 + value, self.current[1] * 10 + value)
        elif self.current is None:
            self.current = (value, value)
        else:
            return False
        self.digits += 1
        return True

    def several(self) -> bool:
        if self.current is not None:
            if not self.figures or self.current[1] % 10:
                return False
            self.section = self.current  # 20数人
        low = 1 if self.total[1] or self.section[1] else 2
        self.current, self.vague = (low, 9), True
        return True

    def _split_pair(self) -> None:
        """二三十, 五六百: two digits before a power of ten are two guesses."""
        if self.digits == 2 and self.current is not None:
            tens, ones = divmod(int(self.current[0]), 10)
            if ones == tens + 1:
                self.current, self.pair = (tens, ones), True

    def small(self, power: int) -> bool:
        if power >= self.last_small:
            return False
        self._split_pair()
        low, high = self.current or (1, 1)
        self.section = (_add(self.section[0], low, power), _add(self.section[1], high, power))
        self.current, self.digits, self.last_small = None, 0, power
        return True

    def large(self, power: int) -> bool:
        if power >= self.last_large or (self.current is None and not self.section[1]):
            return False
        self._split_pair()
        low, high = self.current or (0, 0)
        self.total = (
            _add(self.total[0], self.section[0] + low, power),
            _add(self.total[1], self.section[1] + high, power),
        )
        self.section, self.current, self.digits = (0, 0), None, 0
        self.last_small, self.last_large = 10**4, power
        return True

    def result(self, start: int) -> Numeral:
        low, high = self.current or (0, 0)
        positional = self.digits > 1
        if positional and self.section[1]:
            self._split_pair()  # 十二三
            low, high = self.current or (0, 0)
        values = [a + b + c for a, b, c in zip(self.total, self.section, (low, high), strict=True)]
        return Numeral(start, self.position, values[0], values[1], self.figures, positional, self.vague or self.pair)


def _add(base: Amount, count: Amount, power: int) -> Amount:
    return base + count * power


def read_numeral(text: str, position: int) -> Numeral | None:
    """Read the numeral that starts at a position.

    Parameters
    ----------
    text : str
        Any text.
    position : int
        A code point of it.

    Returns
    -------
    Numeral or None
        None where no numeral starts: 万 and 億 alone begin none (万一), 数 begins one before a power of ten
        (数十) and stands for a vague digit by itself (数人).

    Examples
    --------
    >>> [read_numeral(text, 0).low for text in ("3億5千万円", "２,500万", "二〇二五年", "百三十四番")]
    [350000000, 25000000, 2025, 134]
    >>> several_tens = read_numeral("数十人", 0)
    >>> several_tens.low, several_tens.high
    (20, 90)
    """
    if text[position] in _FIGURES:
        plain = read_figures(text, position)
        if plain is None:
            return None
        if text[plain[0] : plain[0] + 1] not in _MAGNITUDES and not _SPACED.match(text, plain[0]):
            return Numeral(position, plain[0], plain[1], plain[1], True, False, False)
    decimal = _KANJI_FRACTION.match(text, position)
    if decimal is not None:
        value = Decimal(".".join("".join(str(KANJI_DIGITS[c]) for c in part) for part in decimal.groups()))
        return Numeral(position, decimal.end(), value, value, False, False, False)
    reader = _Reader(position)
    while reader.position < len(text) and _step(reader, text):
        pass
    if reader.position == position:
        return None
    return reader.result(position)


def _past_space(reader: _Reader, text: str) -> bool:
    """Go on over a space inside 1 億 4 千万; false where another word follows."""
    if reader.current is not None:
        spaced = (_SPACED_POWER if reader.total[0] else _SPACED).match(text, reader.position)
    else:
        spaced = _SPACED_FIGURES.match(text, reader.position)
    if spaced is None:
        return False
    reader.position = spaced.end()
    return True


def _step(reader: _Reader, text: str) -> bool:
    """Take one sign of the numeral; false where it ends."""
    position = reader.position
    sign = text[position]
    if sign in " 　":
        return reader.figures and _past_space(reader, text)
    if sign in _NUMERAL_SIGNS:
        if not _take(reader, text, position, sign):
            return False
        reader.position = position + 1
        return True
    figures = read_figures(text, position)
    if figures is None or reader.current is not None:
        return False
    reader.current, reader.figures = (figures[1], figures[1]), True
    reader.position = figures[0]
    return True


def _take(reader: _Reader, text: str, position: int, sign: str) -> bool:
    """Take a sign that is no figure."""
    following = text[position + 1 : position + 2]
    if sign in SMALL:
        return reader.small(SMALL[sign])
    if sign in LARGE:
        return (sign != "京" or following in ("円", "")) and reader.large(LARGE[sign])
    if sign in VAGUE:
        return (following in _MAGNITUDES or sign == "数") and following not in VAGUE and reader.several()
    behind_figures = reader.figures and reader.current is not None
    return not behind_figures and not text.startswith("四半", position) and reader.digit(KANJI_DIGITS[sign])
