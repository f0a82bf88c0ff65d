"""An English number with its unit, its currency or its label, or bare."""

import re
from decimal import Decimal

from termalign.quantities.build import plain, with_unit
from termalign.quantities.english_context import label_before, preceding, unit_after
from termalign.quantities.english_numerals import Numeral, read_figures, read_words
from termalign.quantities.quantity import Amount, Piece, Quantity, Value

CURRENCY = re.compile(r"(US\$|NZ\$|A\$|HK\$|C\$|S\$|NT\$|\$|€|£|¥|￥|\b(?:JPY|USD|EUR|GBP|RMB)|\bRs\.?) ?$")
CURRENCIES = {
    "$": "dollar", "US$": "USD", "NZ$": "NZD", "A$": "AUD", "HK$": "HKD", "C$": "CAD", "S$": "SGD", "NT$":
    "TWD", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "JPY": "JPY", "USD": "USD", "EUR": "EUR", "GBP":
    "GBP", "Rs": "INR", "Rs.": "INR", "RMB": "CNY",
}  # fmt: skip
_MONEY_RANGE = re.compile(r" ?[-–—~] ?| to ")
_MINUS = re.compile(r"(?:\bminus |(?<![0-9A-Za-z] )(?<![0-9A-Za-z])[-−])$", re.IGNORECASE)
_AND_A_HALF = re.compile(r" and a half\b", re.IGNORECASE)
_MORE = re.compile(r"[, ](?: ?and)? ?(?=[0-9])|-(?=[0-9])| and (?=[a-z])")
_SUM = {"hour": ("minute", 60), "minute": ("second", 60), "year": ("month", 12), "foot": ("inch", 12)}
_HALF = Decimal("0.5")
_AMOUNTS = frozenset(["duration", "measure", "money"])


def counted(text: str, numeral: Numeral) -> Quantity:
    """A number with its unit or label, or bare."""
    end, begin, value = numeral.end, numeral.start, numeral.low
    head = (begin, end)
    unit = unit_after(text, end)
    labelled = _labelled(text, numeral, unit is not None and unit[1].kind in _AMOUNTS)
    if labelled is not None:
        return labelled
    if unit is not None and unit[1].kind != "rank" and (numeral.figures or unit[0][1] - unit[0][0] > 1):
        (at, stop), (kind, name) = unit
        if name == "times" and value == 1:
            return plain(begin, end, "number", value)
        total, name, stop = _sum(text, value, name, stop)
        minus = _MINUS.search(text, max(0, begin - 6), begin) if name[:6] == "degree" else None
        if minus is not None:
            begin, total = minus.start(), -total
        return with_unit((begin, stop), head, (at, stop), kind, total, name)
    if unit is not None and unit[1].unit != "number" and value != 1 and text[end] in " -" and unit[1].kind == "rank":
        return with_unit((begin, unit[0][1]), head, unit[0], "number", value, unit[1].unit)
    return plain(begin, end, "number", value)


def _labelled(text: str, numeral: Numeral, measured: bool) -> Quantity | None:
    """Article 9, Chapter Three, No. 5, Route 66, World War Two; not the Cold War two years ago."""
    begin, end, value = numeral.start, numeral.end, numeral.low
    label = label_before(text, begin)
    if label is None or not isinstance(value, int):
        return None
    start, unit = label
    head = (begin, end)
    if unit != "number" or text[start] in "Nn#":
        return with_unit((start, end), head, (start, begin), "ordinal", value, unit)
    if measured or not (numeral.figures or text[begin].isupper()):
        return None
    return Quantity(begin, end, "ordinal", value, "number", False, head)


def vague(text: str, numeral: Numeral) -> Quantity:
    """Several hundred people, dozens, a few days."""
    end = numeral.end
    unit = unit_after(text, end + 3 if text.startswith(" of ", end) else end)
    head = (numeral.start, end)
    value: Value = (numeral.low, numeral.high)
    if unit is None or unit[1].kind == "rank":
        return plain(*head, "number", value, "", True)
    span, (kind, name) = unit
    return with_unit((head[0], span[1]), head, span, kind, value, name, True)


def money(text: str, numeral: Numeral, start: int, sign: str) -> Quantity:
    """$11 billion, £2.8bn, $10-20 million."""
    end, unit = numeral.end, CURRENCIES[sign]
    head = (numeral.start, end)
    dash = _MONEY_RANGE.match(text, end)
    if dash is not None:
        at = dash.end() + (len(sign) if text.startswith(sign, dash.end()) else 0)
        second = read_figures(text, at, money=True)
        if second is not None and scaled(numeral, second) < second.low:
            low = scaled(numeral, second)
            pieces: tuple[Piece, ...] = (
                (start, end, "money", low, unit),
                (dash.end(), second.end, "money", second.low, unit),
            )
            span = (numeral.start, second.end)
            return Quantity(start, second.end, "range", (low, second.low), unit, False, span, pieces)
    named = unit_after(text, end)
    stop = named[0][1] if named is not None and named[1].kind == "money" and text[end] == " " else end
    return with_unit((start, stop), head, (start, numeral.start), "money", numeral.low, unit)


def _sum(text: str, value: Amount, unit: str, end: int) -> tuple[Amount, str, int]:
    """5 hours, 30 minutes and 10 seconds, 6-foot-6, 5 hours and a half."""
    if not isinstance(value, int):
        return value, unit, end
    half = _AND_A_HALF.match(text, end)
    if half is not None:
        return Decimal(value) + _HALF, unit, half.end()
    while unit in _SUM:
        more = _MORE.match(text, end)
        second = read_figures(text, more.end()) or read_words(text, more.end()) if more else None
        if more is None or second is None or not isinstance(second.low, int):
            break
        smaller, factor = _SUM[unit]
        after = unit_after(text, second.end)
        if after is not None and after[1].unit == smaller:
            value, unit, end = value * factor + second.low, smaller, after[0][1]
        elif unit == "foot" and more[0] == "-" and second.low < 12:
            value, unit, end = value * factor + second.low, smaller, second.end
        else:
            break
    return value, unit, end


def scaled(first: Numeral, second: Numeral) -> Amount:
    """The first number of 3-5 million: it shares the magnitude of the second."""
    for power in (10**12, 10**9, 10**6, 10**3):
        if second.low >= power and first.low < 1000 and first.low < second.low / power:
            return first.low * power
    return first.low


def is_amount(text: str, numeral: Numeral) -> bool:
    """Whether the figures of a year stand before a unit: 1500 metres, 2018 people, but in 2018 people …"""
    unit = unit_after(text, numeral.end)
    if unit is None or unit[1].kind == "rank":
        return False
    if unit[1].kind == "number":
        return unit[1].unit == "person" and preceding(text, numeral.start) not in (
            "in",
            "since",
            "until",
            "from",
            "by",
        )
    return True
