"""The actions of rules that both languages share.

A production takes the readings that fill the pattern of its rule, in order. It returns the value, or None if the reading does
not hold.
"""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from termalign.quantities.grammar import Chart
from termalign.quantities.quantity import SIGNED, Amount, Edge, Numeral, Piece, Quantity, date, made, with_unit
from termalign.quantities.symbols import unit_named
from termalign.quantities.units import dimension, prefixed_units, rate

CURRENCIES = {
    "$": "dollar", "US$": "USD", "NZ$": "NZD", "A$": "AUD", "HK$": "HKD", "C$": "CAD", "S$": "SGD", "NT$": "TWD",
    "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "JPY": "JPY", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "Rs": "INR",
    "Rs.": "INR", "RMB": "CNY", "₩": "KRW", "₹": "INR", "₱": "PHP", "₫": "VND", "฿": "THB", "₽": "RUB",
}  # fmt: skip
SMALLER = {
    "hour": ("minute", 60), "minute": ("second", 60), "year": ("month", 12), "foot": ("inch", 12),
    "metre": ("centimetre", 100), "kilogram": ("gram", 1000),
}  # fmt: skip
_FILLED = frozenset({"volume", "area"})
_POWERS = {
    "": 1, "千": 10**3, "百万": 10**6, "億": 10**8, "兆": 10**12,
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_PAIRED = frozenset({"frequency", "voltage", "current", "pressure"})
LAST_YEAR = 2200
"""Greater numbers are no years."""
BRANCHING = frozenset({"article", "chapter", "section"})
_COUNTED = frozenset(["number", "duration", "ordinal", "measure", "money"])
_RANGED = _COUNTED | {"age", "multiple", "percent"}


def group(found: re.Match[str], number: int | str, value: object = None) -> Edge:
    """Return a group of a match as an edge with a value, such as the year, month or day of a date in digits."""
    return Edge(found.start(number), found.end(number), value)


def full_year(year: int) -> int:
    """Return a fiscal year with its century: 25 is 2025."""
    return year + 2000 if year < 100 else year


def with_century(year: int) -> int:
    """Return a year of two figures with its century: '98 is 1998, '05 is 2005."""
    return year + (2000 if year < 50 else 1900)


def scaled(first: Numeral, second: Numeral, power: int) -> Amount:
    """Return the first number of 3〜5万 or 3-5 million, multiplied by the power of ten that is written after the second."""
    return first.low * power if first.low < 1000 and first.low < second.low / power else first.low


def number_range(first: Numeral, low: Amount, second: Numeral, last: Quantity | None) -> Quantity:
    """Return a range of two numbers. Its parts are the first number, and the second with its unit in the amount `last`."""
    end, unit = (last.end, unit_of_range(last)) if last is not None else (second.end, "")
    kind = "percent" if unit.endswith("percent") else "number"
    pieces: tuple[Piece, Piece] = (*first[:2], "number", low, ""), (second.start, end, kind, second.low, unit)
    return Quantity(first.start, end, "range", (low, second.low), unit, False, (first.start, second.end), pieces)


def unit_of_range(last: Quantity) -> str:
    """Return the unit of a range that ends with an amount."""
    return last.unit or ("percent" if last.kind == "percent" else "")


class Productions(Chart):
    """The productions of both languages."""

    def date_in_figures(self, figures: Edge, year: int | None = None) -> Quantity:
        """Return a date in digits, from the groups of its pattern that are named for its fields: 2025-10-01, 3/11.

        A `year` is the Western year of an era's.
        """
        said = {name: int(digits) for name, digits in figures.value.groupdict().items() if name != "sign"}
        said |= {"year": year} if year else {}
        names = ("year", "month", "day")
        fields = [group(figures.value, n, tuple([said[n] if n == each else None for each in names])) for n in said]
        return date(fields, figures)

    def day_in_figures(self, figures: Edge) -> Quantity | None:
        """Return the month and day of 3/11; for a likely fraction (1/3), only beside words for a date."""
        month, day = int(figures.value["month"]), int(figures.value["day"])
        likely = (month >= day and month > 1) or (day > 10 and day not in (12, 16, 20))
        return self.date_in_figures(figures) if likely or self.after("sure_day", figures.start) else None

    def fiscal(self, *edges: Edge) -> Quantity | None:
        """Return a fiscal year: FY2025, FY25, 2025 fiscal year."""
        year = next(edge for edge in edges if isinstance(edge.value, Numeral))
        if not is_whole(year.value) or "," in self.text[year.start : year.end]:
            return None
        number = full_year(int(year.value.low))
        return date((Edge(edges[0].start, edges[-1].end, (number, None, None)),), year, "fiscal")

    def year_end_in_figures(self, *edges: Edge) -> Quantity:
        """Return a fiscal year by its last month in digits: 2026/3期, *FY3/2026*, *FY2026/3*."""
        first, figures = edges[0], edges[-1]
        year, month = int(figures.value["year"]), int(figures.value["month"])
        value = (full_year(year), month, None)
        return date((Edge(first.start, figures.end, value),), group(figures.value, "year"), "year end")

    def loss(self, sign: Edge, number: Edge, close: Edge, unit: Edge | None = None) -> Quantity | None:
        """Return a negative amount of money in brackets, as in accounts: ¥(1,234) million, (1,234)百万円."""
        said, currency = close.value.groupdict(), sign.value["lost"].rstrip("(（ ")
        kind, name = unit.value if unit is not None and unit.value is not None else ("", "")
        if currency or said.get("yen"):
            kind, name = "money", CURRENCIES.get(currency, "JPY")
        value = -number.value.low * _POWERS[said["power"] or ""]
        return made(kind, value, (sign, unit or close), name, number) if kind == "money" else None

    def negative(self, *edges: Edge) -> Quantity | None:
        """Return a negative amount: -5 degrees, 5 degrees below zero."""
        amount: Quantity = next(edge.value for edge in edges if isinstance(edge.value, Quantity))
        if amount.kind not in SIGNED or not isinstance(amount.value, (int, Decimal)):
            return None
        value = -amount.value
        pieces = tuple([(a, b, kind, None if old is None else value, unit) for a, b, kind, old, unit in amount.pieces])
        return replace(amount, start=edges[0].start, end=edges[-1].end, value=value, pieces=pieces)

    def either(self, sign: Edge, amount: Edge) -> Quantity:
        """Return an amount by which a value may be higher or lower: ±0.05 mm."""
        whole: Quantity = amount.value
        return replace(whole, start=sign.start)

    def from_below(self, minus: Edge, span: Edge) -> Quantity | None:
        """Return a range whose first number is negative: -10 to 50 degrees."""
        whole: Quantity = span.value
        (low, high), pieces = whole.value, whole.pieces  # type: ignore[misc]
        if not isinstance(low, (int, Decimal)) or not isinstance(high, (int, Decimal)):
            return None
        if pieces:
            pieces = ((minus.start, *pieces[0][1:3], -low, pieces[0][4]), *pieces[1:])
        return replace(whole, start=minus.start, value=(-low, high), pieces=pieces)

    def streak(self, amount: Edge, words: Edge) -> Quantity | None:
        """Return a streak: 3年連続, three years in a row."""
        q: Quantity = amount.value
        if not isinstance(q.value, int) or q.kind not in _COUNTED:
            return None
        return replace(q, kind="streak", end=words.end, pieces=(), approx=False)

    def same_unit(self, amount: Edge, to: Edge, other: Edge) -> Quantity | None:
        """Return a range of two amounts with the same unit: 3人～5人, *150cm to 160cm*."""
        first, second = amount.value, other.value
        low, high, unit = first.value, second.value, first.unit
        if first.kind not in _RANGED or (second.kind, second.unit) != (first.kind, unit):
            return None
        if first.kind == "ordinal" and first.start < first.head[0]:
            return None  # Article 3 to Article 5
        if not (isinstance(low, (int, Decimal)) and isinstance(high, (int, Decimal)) and low < high):
            return None
        if unit == "year" and low >= 100:
            return None  # 1995年～2000年
        head = Edge(first.head[0], second.head[1], None)
        pieces = tuple([(q.start, q.end, q.kind, q.value, unit) for q in (first, second)])
        return made("range", (low, high), (first, second), unit or "percent", head, first.approx, pieces)

    def bar(self, part: Edge, bar: Edge) -> Quantity | None:
        """Return a fraction: 1/3."""
        whole = int(bar.value[1])
        if not part.value.figures or not isinstance(part.value.low, int) or whole < 2:
            return None
        return made("fraction", Fraction(part.value.low, whole), (part, bar))

    def for_each(self, amount: Edge, words: Edge) -> Quantity | None:
        """Return a measure for each of another: 20 litres of water a minute, 10 mg/kg/日."""
        return self._divided(amount.value, unit_named(words.value[words.value.lastindex]), words.end)

    def divided(self, amount: Edge, bar: Edge, symbol: Edge) -> Quantity | None:
        """Return a measure for each of a unit given by its symbol: 50 g/L, 8.3 J mol⁻¹ K⁻¹."""
        return self._divided(amount.value, symbol.value, symbol.end)

    def _divided(self, whole: Quantity, each: str, end: int) -> Quantity | None:
        unit, others, added = f"{whole.unit}/{each}", whole.unit.split("/")[1:], each.split("/")
        drug = dimension(whole.unit) == "potency" and not rate(unit)  # 5000単位/日 is so many a day
        delay = whole.unit in prefixed_units() and not rate(unit)  # 6 ps/mm, but not 8 hours a day
        able = whole.kind == "measure" or drug or delay
        if not able or set(added) & set(others) or len(others) + len(added) > 3:  # mL/min/1.73 m² has two
            return None
        part: Piece = whole.start, whole.end, "measure", whole.value, whole.unit
        other: Piece = whole.end, end, "unit", None, each
        return replace(whole, end=end, kind="measure", unit=unit, pieces=(part, other))

    def count_for_each(self, number: Edge, words: Edge, symbol: Edge) -> Quantity | None:
        """Return a count for each of a volume, or a number of an inverse unit: 15,800/µL, 10⁶ copies/mL, 1650 cm⁻¹."""
        if number.value.vague or not number.value.figures:
            return None
        if "/" in words.value[0] and dimension(symbol.value) not in _FILLED:
            return None
        unit = Edge(number.end, symbol.end, None)
        return with_unit(number, unit, "measure", number.value.low, f"thing/{symbol.value}")

    def pair(self, first: Edge, bar: Edge, amount: Edge) -> Quantity | None:
        """Return two values of one measure: 50/60 Hz, 140/90 mmHg; but 1/4 W is a quarter of a watt."""
        numeral, whole = first.value, amount.value
        if not numeral.figures or numeral.low < 10 or dimension(whole.unit) not in _PAIRED:
            return None
        if not isinstance(whole.value, int | Decimal) or not whole.value or not whole.pieces:
            return None
        numbers, unit = Edge(first.start, whole.head[1], None), Edge(whole.pieces[-1][0], whole.end, None)
        return with_unit(numbers, unit, "fraction", Fraction(numeral.low) / Fraction(whole.value), whole.unit)

    def version(self, mark: Edge, figures: Edge) -> Quantity:
        """Return a version: v3.2.1."""
        return made("version", tuple(map(int, figures.value[1].split("."))), (mark, figures), "", figures)


def is_whole(numeral: Numeral) -> bool:
    """Return whether a numeral is a positive whole number in digits."""
    return numeral.figures and isinstance(numeral.low, int) and not numeral.ordinal and numeral.low > 0
