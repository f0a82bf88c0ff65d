"""Read a Japanese numeral with all that belongs to it: the order in which its readings are tried."""

import re
from decimal import Decimal
from fractions import Fraction

from termalign.quantities.build import plain, with_unit
from termalign.quantities.japanese_context import counter_at
from termalign.quantities.japanese_counted import amount, counted, past_space
from termalign.quantities.japanese_dates import DateReader
from termalign.quantities.japanese_numerals import KANJI_DIGITS, Numeral, read_numeral
from termalign.quantities.japanese_ranges import PERCENT, WARI, read_range
from termalign.quantities.provisions import japanese_branches
from termalign.quantities.quantity import Amount, Quantity, Value

_BU = re.compile(r"([0-9０-９一二三四五六七八九])分(?:([0-9０-９一二三四五六七八九])厘)?")
_ORDINAL_PREFIX = re.compile("第 ?$")
_NOT_NUMBERED = frozenset("国社寺家院店校市町村県州")
"""Counters that after 第 and a numeral begin the next word: 第百三十四国立銀行."""
_SCORE = re.compile(r" ?対 ?(?=[0-9０-９一二三四五六七八九])")
_BAR = re.compile(r"[/／]([0-9０-９]{1,2})(?![0-9０-９/／])")
_DAY = re.compile(r"日(?![曜程])")
_QUARTER = re.compile("・?[四4４]半期")
_Found = tuple[Quantity, ...]


def read_amount(text: str, dates: DateReader, numeral: Numeral) -> _Found:
    """The quantities that a numeral begins: none where it is no number, two for a span of years."""
    if numeral.start and text[numeral.start - 1] in "第 ":
        ordinal = _ORDINAL_PREFIX.search(text, max(0, numeral.start - 2), numeral.start)
        if ordinal is not None:
            return _ordinal(text, numeral, ordinal.start())
    found = read_range(text, dates, numeral) or _special(text, dates, numeral)
    if found is not None:
        return found
    single = counted(text, dates, numeral, past_space(text, numeral))
    return (single,) if single is not None else ()


def _special(text: str, dates: DateReader, numeral: Numeral) -> _Found | None:
    """Fraction, percentage, century, decade, quarter, score; None for an ordinary amount."""
    end = numeral.end
    sign = text[end : end + 1]
    if sign == "":
        return None
    if sign == "分" and text.startswith("分の", end):
        return _fraction(text, numeral, end + 2)
    if sign == "世" and text.startswith("世紀", end) and not text.startswith("間", end + 2):
        return (_century(text, numeral, end + 2),)
    if sign in "%％パ㌫プ " and (percent := PERCENT.match(text, end)):
        return (amount(text, numeral, (end, percent.end()), "percent", numeral.low, ""),)
    if sign == "割" and WARI.match(text, end):
        return (_wari(text, numeral, end + 1),)
    if sign in "対 " and (versus := _SCORE.match(text, end)):
        second = read_numeral(text, versus.end())
        if second is not None and not numeral.vague:
            return (
                Quantity(
                    numeral.start,
                    second.end,
                    "score",
                    (numeral.low, second.low),
                    "",
                    False,
                    (numeral.start, second.end),
                ),
            )
    if sign in "/／" and numeral.figures and (bar := _BAR.match(text, end)) and int(bar[1]) > 1:
        return (plain(numeral.start, bar.end(), "fraction", Fraction(numeral.low) / int(bar[1])),)
    if sign == "年" and text.startswith("年代", end):
        decade = dates.decade(numeral, end + 2)
        return (decade,) if decade is not None else None
    return None


def _fraction(text: str, numeral: Numeral, position: int) -> _Found | None:
    """三分の一; not 90分の試合."""
    part = read_numeral(text, position) if position < len(text) else None
    if part is None or not isinstance(numeral.low, int) or not isinstance(part.low, int) or numeral.low == 0:
        return None
    return (plain(numeral.start, part.end, "fraction", Fraction(part.low, numeral.low)),)


def _century(text: str, numeral: Numeral, end: int) -> Quantity:
    value: Value = numeral.low
    start = numeral.start
    if numeral.vague:
        head = (start, numeral.end)
        return with_unit((start, end), head, (head[1], end), "duration", (numeral.low, numeral.high), "century", True)
    before = text[max(0, start - 3) : start]
    if before.endswith("前"):
        start -= 3 if before == "紀元前" else 1
        value = -numeral.low
    return Quantity(start, end, "century", value, "", numeral.vague, (numeral.start, numeral.end))


def _wari(text: str, numeral: Numeral, end: int) -> Quantity:
    """三割二分五厘 is 32.5 percent."""
    value: Amount = numeral.low * 10
    smaller = _BU.match(text, end)
    if smaller is not None:
        value += _digit(smaller[1])
        if smaller[2]:
            value = Decimal(value) + Decimal(_digit(smaller[2])) / 10
        end = smaller.end()
    return amount(text, numeral, (numeral.end, end), "percent", value, "")


def _digit(sign: str) -> int:
    return KANJI_DIGITS[sign] if sign in KANJI_DIGITS else int(sign)


def _ordinal(text: str, numeral: Numeral, start: int) -> _Found:
    """第3四半期, 第2回, 第九."""
    head = (numeral.start, numeral.end)
    quarter = _QUARTER.match(text, numeral.end)
    if quarter is not None:
        return (Quantity(start, quarter.end(), "quarter", numeral.low, "", False, head),)
    position = past_space(text, numeral)
    counter = counter_at(text, position)
    if counter is None and _DAY.match(text, position):  # 第8日
        span = (start, position + 1)
        return (with_unit(span, head, (position, position + 1), "ordinal", numeral.low, "day", numeral.vague),)
    if counter is None or counter[1].kind in ("money", "measure") or text[position : counter[0]] in _NOT_NUMBERED:
        return (Quantity(start, numeral.end, "ordinal", numeral.low, "", numeral.vague, head),)
    end = counter[0] + text.startswith("目", counter[0])
    unit = counter[1].unit
    value, last = japanese_branches(text, end, unit, numeral.low)
    return (with_unit((start, last), head, (position, end), "ordinal", value, unit, numeral.vague),)
