"""The actions of rules that both languages share.

A production takes the readings that fill the pattern of its rule, in order. It returns the value, or None if the reading does
not hold.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from unicodedata import normalize

from termalign.quantities.grammar import Chart
from termalign.quantities.quantity import Amount, Edge, Numeral, Piece, Quantity, date, made, with_unit
from termalign.quantities.symbols import divisor_at, inverse_at
from termalign.quantities.units import SPANS_OF_TIME, dimension, rate

CURRENCIES = {
    "$": "dollar", "US$": "USD", "NZ$": "NZD", "A$": "AUD", "HK$": "HKD", "C$": "CAD", "S$": "SGD", "NT$": "TWD",
    "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "JPY": "JPY", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "Rs": "INR",
    "Rs.": "INR", "RMB": "CNY",
}  # fmt: skip
SMALLER = {
    "hour": ("minute", 60), "minute": ("second", 60), "year": ("month", 12), "foot": ("inch", 12),
    "metre": ("centimetre", 100), "kilogram": ("gram", 1000),
}  # fmt: skip
_EACH = SPANS_OF_TIME | {
    "s": "second", "sec": "second", "風": "second", "min": "minute", "h": "hour", "hr": "hour", "時間": "hour", "d": "day",
    "wk": "week", "yr": "year", "kg": "kilogram", "l": "litre", "dl": "decilitre",
}  # fmt: skip
_MOST_EACH = 3
"""How many units a measure may be for: mL/min/1.73 m² has two."""
_FILLED = frozenset({"volume", "area"})
_PAIRED = frozenset({"frequency", "voltage", "current", "pressure"})
_LEAST_OF_PAIR = 10
_OF_SUBSTANCES = frozenset({"potency", "amount", "mass", "volume"})
_POWERS = {
    "": 1, "千": 10**3, "百万": 10**6, "億": 10**8, "兆": 10**12,
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_LENGTHS = {"kilo": "kilometre", "milli": "millimetre"}
BRANCHING = frozenset({"article", "chapter", "section"})
MAGNITUDE = re.compile(
    "[0-9０-９](?:[.．][0-9０-９])?(?![0-9０-９.．]| ?[×xX*]|[の㐀-鿿]{0,6}(?:ボルト|ねじ|ネジ|ナット|タップ)"
    "| (?:[a-z]+ ){0,3}(?:screw|bolt|nut|tap|thread|stud)s?(?![a-z]))"
)
"""After an M: M16 is a bolt, and so are M8×1.25 and *M6 hexagon socket head screws*."""
BASEMENT = re.compile("[0-9０-９]{1,2}(?:[FＦ](?![A-Za-z0-9Ａ-Ｚａ-ｚ０-９])| floor)")
"""After a B: B1F, *the B1 floor*; but B1 is a vitamin or a visa."""
VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]")
_HALF_OF_GAME = 45
"""Minutes."""
_SIGNED = frozenset(["number", "money", "measure", "percent"])
_COUNTED = frozenset(["number", "duration", "ordinal", "measure", "money"])
_RANGED = _COUNTED | {"age", "multiple", "percent"}
_YEARS = 100
"""As many of them are a date: 1995年～2000年."""


def group(found: re.Match[str], number: int | str, value: object = None) -> Edge:
    """Return a group of a match as an edge with a value, such as the year, month or day of a date in digits."""
    return Edge(found.start(number), found.end(number), value)


def full_year(year: int) -> int:
    """Return a fiscal year with its century: 25 is 2025."""
    return year + 2000 if year < 100 else year


def scaled(first: Numeral, second: Numeral, power: int) -> Amount:
    """Return the first number of 3〜5万 or 3-5 million, multiplied by the power of ten that is written after the second."""
    return first.low * power if first.low < 1000 and first.low < second.low / power else first.low


def minute_of_game(number: Edge, spans: Sequence[Edge], late: bool) -> Quantity:
    """Return a minute of a football match, counted from its beginning: minute 12 of the second half is the 57th."""
    return made("ordinal", number.value.low + (_HALF_OF_GAME if late else 0), spans, "minute", number)


def number_range(first: Numeral, low: Amount, second: Numeral, end: int, unit: str) -> Quantity:
    """Return a range of two numbers. Its parts are the first number, and the second with the unit, which ends at `end`."""
    kind = "percent" if unit.endswith("percent") else "number"
    pieces: tuple[Piece, Piece] = (*first[:2], "number", low, ""), (second.start, end, kind, second.low, unit)
    return Quantity(first.start, end, "range", (low, second.low), unit, False, (first.start, second.end), pieces)


def _numbers(*edges: Edge) -> tuple[Piece, ...]:
    return tuple(
        [(edge.start, edge.end, "number", edge.value.low, "") for edge in edges if isinstance(edge.value, Numeral)]
    )


def _values(edges: Sequence[Edge]) -> list[Amount]:
    return [edge.value.low for edge in edges if isinstance(edge.value, Numeral)]


class Productions(Chart):
    """The productions of both languages."""

    def lex_symbol(self, position: int) -> tuple[int, str] | None:
        """Return the end and the unit of a symbol that divides: the L of g/L."""
        return divisor_at(self.text, position)

    def lex_inverse(self, position: int) -> tuple[int, str] | None:
        """Return the end and the unit of a symbol with a negative exponent: mol⁻¹."""
        return inverse_at(self.text, position)

    def numeric_date(self, figures: Edge) -> Quantity:
        """Return a date in digits: 2025-10-01."""
        found = figures.value
        year, month, day = int(found[1]), int(found[3]), int(found[4])
        fields = (
            group(found, 1, (year, None, None)),
            group(found, 3, (None, month, None)),
            group(found, 4, (None, None, day)),
        )
        return date(fields, figures)

    def day_in_figures(self, figures: Edge, sure: bool) -> Quantity | None:
        """Return the month and day of 3/11; for a likely fraction (1/3), only if `sure`."""
        found = figures.value
        month, day = int(found[1]), int(found[2])
        if not (sure or month >= day > 1 or (day > 10 and day not in (12, 16, 20))):
            return None
        fields = group(found, 1, (None, month, None)), group(found, 2, (None, None, day))
        return date(fields, figures)

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
        """Return a negative amount in brackets, as in accounts: ¥(1,234) million, (12.3)%."""
        said = close.value.groupdict()
        power = _POWERS[said.get("power") or ""]
        currency = sign.value["lost"].rstrip("(（ ")
        if said.get("percent"):
            kind, name = "percent", ""
        elif currency or said.get("yen"):
            kind, name = "money", CURRENCIES.get(currency, "JPY")
        else:
            kind, name = unit.value[1] if unit is not None and unit.value is not None else ("", "")
        if kind not in ("money", "percent"):
            return None
        return made(kind, -number.value.low * power, (sign, unit or close), name, number)

    def negative(self, *edges: Edge) -> Quantity | None:
        """Return a negative amount: -5 degrees, 5 degrees below zero."""
        amount: Quantity = next(edge.value for edge in edges if isinstance(edge.value, Quantity))
        if amount.kind not in _SIGNED or not isinstance(amount.value, (int, Decimal)):
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

    def ratio(self, *edges: Edge) -> Quantity:
        """Return a fraction of two numbers: 130 over 85."""
        part, whole = (edge for edge in edges if isinstance(edge.value, Numeral))
        return made("fraction", Fraction(part.value.low, whole.value.low), (part, whole), pieces=_numbers(*edges))

    def proportion(self, *edges: Edge) -> Quantity:
        """Return a ratio of two or more numbers: 2:1, 1:1:1."""
        numbers = [edge for edge in edges if isinstance(edge.value, Numeral)]
        return made("ratio", tuple([edge.value.low for edge in numbers]), numbers, pieces=_numbers(*edges))

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
        if unit == "year" and low >= _YEARS:
            return None
        head = Edge(first.head[0], second.head[1], None)
        pieces = tuple([(q.start, q.end, q.kind, q.value, unit) for q in (first, second)])
        return made("range", (low, high), (first, second), unit or "percent", head, first.approx, pieces)

    def score(self, *edges: Edge) -> Quantity | None:
        """Return a score: 3対2, three goals to two."""
        numbers = [edge for edge in edges if isinstance(edge.value, Numeral)]
        low, high = (edge.value.low for edge in numbers)
        return None if any(edge.value.vague for edge in numbers) else made("score", (low, high), numbers)

    def scored(self, *edges: Edge) -> Quantity | None:
        """Return a score with what is scored, whose numbers may be those of other amounts: *238 votes to 227*."""
        score = self.score(*edges)
        return score and replace(score, pieces=_numbers(*edges))

    def bar(self, part: Edge, bar: Edge) -> Quantity | None:
        """Return a fraction: 1/3."""
        whole = int(bar.value[1])
        if not part.value.figures or not isinstance(part.value.low, int) or whole < 2:
            return None
        return made("fraction", Fraction(part.value.low, whole), (part, bar))

    @staticmethod
    def for_one(unit: str, each: str) -> str:
        """Return the unit of a measure for each of another: kilometre/hour for 時速50キロ, milligram/decilitre for mg/dL."""
        each = normalize("NFKC", each).lower()
        return f"{_LENGTHS.get(unit, unit)}/{_EACH.get(each, each)}"

    def for_each(self, amount: Edge, words: Edge) -> Quantity | None:
        """Return a measure for each of another: 20 litres of water a minute, 10 mg/kg/日."""
        each = self.for_one("", words.value[words.value.lastindex])[1:]
        return self._divided(amount.value, each, words.end)

    def divided(self, amount: Edge, bar: Edge, symbol: Edge) -> Quantity | None:
        """Return a measure for each of a unit given by its symbol: 50 g/L, 8.3 J mol⁻¹ K⁻¹."""
        return self._divided(amount.value, symbol.value, symbol.end)

    def _divided(self, whole: Quantity, each: str, end: int) -> Quantity | None:
        unit, others, added = f"{whole.unit}/{each}", whole.unit.split("/")[1:], each.split("/")
        drug = dimension(whole.unit) == "potency" and not rate(unit)  # 5000単位/日 is so many a day
        able = whole.kind == "measure" or drug
        if not able or set(added) & set(others) or len(others) + len(added) > _MOST_EACH:
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
        span, head = (number.start, symbol.end), (number.start, number.end)
        return with_unit(span, head, (number.end, symbol.end), "measure", number.value.low, f"thing/{symbol.value}")

    def centrifuged(self, number: Edge, sign: Edge) -> Quantity:
        """Return a force as a multiple of gravity: 10,000 × g."""
        return with_unit((number.start, sign.end), number[:2], sign[:2], "measure", number.value.low, "gravity")

    def pair(self, first: Edge, bar: Edge, amount: Edge) -> Quantity | None:
        """Return two values of one measure: 50/60 Hz, 140/90 mmHg; but 1/4 W is a quarter of a watt."""
        numeral, whole = first.value, amount.value
        if not numeral.figures or numeral.low < _LEAST_OF_PAIR or dimension(whole.unit) not in _PAIRED:
            return None
        if not isinstance(whole.value, int | Decimal) or not whole.value or not whole.pieces:
            return None
        span, head, unit = (first.start, whole.end), (first.start, whole.head[1]), (whole.pieces[-1][0], whole.end)
        return with_unit(span, head, unit, "fraction", Fraction(numeral.low) / Fraction(whole.value), whole.unit)

    def logarithm(self, number: Edge, log: Edge, unit: Edge, name: str) -> Quantity | None:
        """Return the logarithm of an amount of a drug or a substance: 4.2 log10 IU/mL."""
        if dimension(name) not in _OF_SUBSTANCES or number.value.vague:
            return None
        span, head = (number.start, unit.end), (number.start, number.end)
        return with_unit(span, head, (log.end, unit.end), "measure", number.value.low, f"log10 {name}")

    def version(self, mark: Edge, figures: Edge) -> Quantity:
        """Return a version: v3.2.1."""
        return made("version", tuple(map(int, figures.value[1].split("."))), (mark, figures), "", figures)

    def angle(self, *edges: Edge) -> Quantity:
        """Return an angle in minutes of arc: 35 degrees 41 minutes."""
        degrees, minutes = _values(edges)
        return made("measure", 60 * degrees + minutes, edges, "arcminute")

    def height(self, *edges: Edge) -> Quantity:
        """Return a length in inches: 5'11\"."""
        feet, inches = _values(edges)
        return made("measure", 12 * feet + inches, edges, "inch")

    def scale(self, figures: Edge) -> Quantity:
        """Return a scale as a fraction: 1:25,000."""
        return made("fraction", Fraction(1, int(figures.value[1].replace(",", ""))), (figures,))


def is_whole(numeral: Numeral) -> bool:
    """Return whether a numeral is a positive whole number in digits."""
    return numeral.figures and isinstance(numeral.low, int) and not numeral.ordinal and numeral.low > 0
