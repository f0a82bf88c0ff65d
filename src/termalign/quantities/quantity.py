"""A quantity: its position in a text, and its value."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple, TypeAlias

from termalign.quantities.units import unit_label

Amount: TypeAlias = int | Decimal
"""The value of a numeral."""
Number: TypeAlias = Amount | Fraction
DateValue: TypeAlias = tuple[int | None, int | None, int | None]
ClockValue: TypeAlias = tuple[int, int] | tuple[int, int, int]
Value: TypeAlias = Number | DateValue | tuple[int, ...] | tuple[Number, Number] | tuple[DateValue, DateValue] | None
Offsets: TypeAlias = tuple[int, int]
Piece: TypeAlias = tuple[int, int, str, Value, str]

SIGNED = frozenset({"number", "money", "measure", "percent"})
"""The kinds of amounts that may be below zero."""
AMOUNTS = SIGNED | {"duration", "age"}
OF_TIME = frozenset({"date", "time", "weekday", "decade", "century", "quarter"})
"""The kinds that say when something is."""

LONGEST = 32
"""Code points of the longest numeral, unit or cue: a longer run of figures is a code."""
GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Edge(NamedTuple):
    """A parsed range of a text: a match of a regular expression, a numeral, a unit, a quantity …"""

    start: int
    end: int
    value: Any


class Numeral(NamedTuple):
    """A numeral in a text. `low` equals `high` unless the numeral is vague (数十, *dozens*) or a pair (二、三)."""

    start: int
    end: int
    low: Amount
    high: Amount
    figures: bool
    ordinal: bool = False
    positional: bool = False
    """Kanji digits in a row without 十百千: 二〇二五, 七五三."""

    @property
    def vague(self) -> bool:
        return self.low != self.high

    @property
    def exact(self) -> bool:
        """Whether the numeral is a whole number: neither vague nor with decimals."""
        return isinstance(self.low, int) and not self.vague

    @property
    def sort(self) -> str:
        """The sort of numeral: ``ordinal``, ``vague`` or ``cardinal``."""
        return "ordinal" if self.ordinal else "vague" if self.vague else "cardinal"


class Per(NamedTuple):
    """What an amount is for: one of a unit (週3回), or several (4年に1度).

    Attributes
    ----------
    start, end : int
        The code points of the words that say it, half-open.
    number : int
        How many of the unit: 4 in 4年に1度.
    unit : str
        A unit of ``units.tsv``.

    Examples
    --------
    >>> from termalign import parse_quantities
    >>> parse_quantities("週3回", "ja")[0].per
    Per(start=0, end=1, number=1, unit='week')
    """

    start: int
    end: int
    number: int
    unit: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, date, amount or measure in a text, with its value.

    Attributes
    ----------
    start, end : int
        The code points of the quantity, half-open; words such as 約, *about*, 前後 are outside.
    kind : str
        ``number`` ``ordinal`` ``percent`` ``fraction`` ``multiple`` ``money`` ``measure`` ``duration`` ``age`` ``date``
        ``relative`` ``weekday`` ``time`` ``decade`` ``century`` ``quarter`` ``range`` ``ratio`` ``score`` ``streak``
        ``version`` ``reference``; in :attr:`parts` also ``unit`` (a counter or currency without its number).
    value : int, Decimal, Fraction or tuple
        The value. A date is (year, month, day) with None for an unstated field; years before Christ are negative. A range
        and a score are pairs, a ratio (2:1, 1:1:1) has two or more numbers, a version (3.2.1) three or four. A vague number
        (数十, *dozens*) is the pair of its bounds, with `approx` set. A reference (前二項, *the preceding two paragraphs*) has
        the number of provisions, or None for any number. A time is (hour, minute) or (hour, minute, second), with the unit
        ``24h`` if it is known whether it is before or after noon. A weekday is a number from 0 for Monday. A relative date
        (昨年, *next week*) is the distance from the present day, week, month or year: -1 for the last one.
    unit : str
        A unit of ``units.tsv`` or ''. For a date: ``fiscal`` (a fiscal year), ``year end`` (the last month or day of one:
        2026年3月期), ``era`` (a converted Japanese year), ``lunar`` (converted, from before 1873), or ''.
    approx : bool
        Whether the text marks the quantity as approximate: 約, 数十, 前後, *about*, *some*, *dozens*.
    head : tuple of int
        The span of the bare number, without unit or counter.
    pieces : tuple
        A tuple (start, end, kind, value, unit) for each of `parts`.
    approx_span : tuple of int, or None
        The span of the word that makes the quantity approximate, if it is a separate word.
    bound : str
        The bound that adjacent words express: ``least`` (以上, *at least*), ``most`` (以下, *up to*), ``above``,
        ``below``, ``from``, ``until`` …; otherwise ''. Only ``parse_quantities`` sets it.
    per : Per, or None
        What the quantity is for, if adjacent words say it: (start, end, number, unit), for 週3回 with the unit ``week``.

    Examples
    --------
    >>> from termalign.quantities import japanese_quantities
    >>> [quantity.display() for quantity in japanese_quantities("令和7年10月1日、約95億円")]
    ['2025-10-01', '≈ 9 500 000 000 JPY']
    """

    start: int
    end: int
    kind: str
    value: Value
    unit: str = ""
    approx: bool = False
    head: Offsets = (0, 0)
    pieces: tuple[Piece, ...] = ()
    approx_span: Offsets | None = None
    bound: str = ""
    per: Per | None = None

    @property
    def parts(self) -> tuple["Quantity", ...]:
        """The quantities that make up this one: year, month and day; amount and unit; the ends of a range."""
        return tuple(
            Quantity(start, end, kind, value, unit, self.approx and kind != "unit", (start, end))
            for start, end, kind, value, unit in self.pieces
        )

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers of the value: both ends of a range, the stated fields of a date."""
        return tuple(numbers_of(self.value))

    @property
    def negative(self) -> bool:
        """Whether the value is one number, and below zero."""
        return isinstance(self.value, int | Decimal | Fraction) and self.value < 0

    @property
    def date(self) -> DateValue | None:
        """The year, month and day of a date; None for any other kind."""
        value = self.value
        return value if self.kind == "date" and isinstance(value, tuple) and len(value) == 3 else None

    @property
    def granularity(self) -> str:
        """The finest field that a date states: ``day``, ``month`` or ``year``; '' for any other kind."""
        fields = zip(("day", "month", "year"), reversed(self.date or ()), strict=False)
        return next((name for name, number in fields if number is not None), "")

    @property
    def calendar(self) -> str:
        """The calendar of a date as written: ``gregorian``, ``era``, ``lunar`` or ``fiscal``; '' for any other kind."""
        return "" if self.date is None else self.unit if self.unit in ("era", "lunar", "fiscal") else "gregorian"

    def moved(self, span: Callable[[int, int], Offsets]) -> "Quantity":
        """Return the quantity with offsets into another text; `span` maps the offsets."""
        start, end = span(self.start, self.end)
        pieces = tuple([(*span(a, b), kind, value, unit) for a, b, kind, value, unit in self.pieces])
        approx = span(*self.approx_span) if self.approx_span else None
        per = Per(*span(*self.per[:2]), *self.per[2:]) if self.per else None
        return replace(self, start=start, end=end, head=span(*self.head), pieces=pieces, approx_span=approx, per=per)

    def display(self) -> str:
        """Return the value as text, in the same form for both languages.

        Returns
        -------
        str
            For example ``9 500 000 000 JPY``, ``2025-10-01``, ``≈ 10 people``.
        """
        shown = _DISPLAY.get(self.kind, _number)(self.value, self.unit)
        return f"≈ {shown}" if self.approx else shown


def numbers_of(value: object) -> Iterator[Number]:
    """Yield the numbers of a value: both ends of a range, the stated fields of a date."""
    if isinstance(value, tuple):
        for item in value:
            yield from numbers_of(item)
    elif isinstance(value, int | Decimal | Fraction):
        yield value


def made(
    kind: str,
    value: Value,
    spans: Sequence[Edge | Numeral | Quantity],
    unit: str = "",
    head: Edge | Numeral | None = None,
    approx: bool = False,
    pieces: tuple[Piece, ...] = (),
) -> Quantity:
    """Return a quantity from the start of the first span to the end of the last; `head` defaults to all of it."""
    start, end = spans[0].start, spans[-1].end
    return Quantity(start, end, kind, value, unit, approx, (head.start, head.end) if head else (start, end), pieces)


def with_unit(
    number: Edge | Numeral,
    word: Edge,
    kind: str,
    value: Value,
    unit: str,
    approx: bool = False,
    around: Sequence[Edge] = (),
) -> Quantity:
    """Return an amount with a unit; its parts are the bare number and the word for the unit. Edges `around` belong to neither."""
    pieces: tuple[Piece, ...] = ()
    if word.start < word.end:
        amount: Piece = (number.start, number.end, "number", value, "")
        measure: Piece = (word.start, word.end, "unit", None, unit)
        pieces = (amount, measure) if number.start < word.start else (measure, amount)
    spans = (number, word, *around)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return Quantity(start, end, kind, value, unit, approx, (number.start, number.end), pieces)


def date(fields: Sequence[Edge], head: Edge | Numeral, unit: str = "", spans: Sequence[Edge] = ()) -> Quantity:
    """Return a date from fields, each a span with (year, month, day); several fields become its parts."""
    several = (next((v for f in fields if (v := f.value[k]) is not None), None) for k in range(3))
    year, month, day = several if len(fields) > 1 else fields[0].value
    pieces = tuple([(f.start, f.end, "date", f.value, "") for f in fields]) if len(fields) > 1 else ()
    first, last = (spans or fields)[0], (spans or fields)[-1]
    return Quantity(first.start, last.end, "date", (year, month, day), unit, False, (head.start, head.end), pieces)


def ordinal(number: int) -> str:
    """Return an English ordinal in digits.

    >>> [ordinal(number) for number in (1, 2, 3, 11, 22, 113)]
    ['1st', '2nd', '3rd', '11th', '22nd', '113th']
    """
    tail = abs(number) % 100
    suffix = "th" if 10 < tail < 14 else {1: "st", 2: "nd", 3: "rd"}.get(tail % 10, "th")
    return f"{number}{suffix}"


def _plain(number: object) -> str:
    """Return a number with digits in groups of three, without an exponent or redundant zeros."""
    if isinstance(number, Decimal):
        if number == number.to_integral_value():
            return _plain(int(number))
        whole, _, rest = f"{abs(number).normalize():f}".partition(".")
        return f"{'-' if number < 0 else ''}{_plain(int(whole))}.{rest}"
    return f"{number:,}".replace(",", " ") if isinstance(number, int) else str(number)


def _amount(value: Any) -> str:
    return "–".join(map(_plain, value)) if isinstance(value, tuple) else _plain(value)


def _number(value: Any, unit: str) -> str:
    return f"{_amount(value)} {unit_label(unit, plural=value != 1)}".rstrip()


def _order(value: Any, unit: str) -> str:
    return f"{ordinal(value) if isinstance(value, int) else _amount(value)} {unit_label(unit)}".rstrip()


def _date(value: Any) -> str:
    year, month, day = value
    if year is not None:
        shown = str(year) if year > 0 else f"{-year} BC"
        return "-".join([shown, *(f"{field:02}" for field in (month, day) if field is not None)])
    if month is not None:
        return MONTHS[month - 1] if day is None else f"{MONTHS[month - 1]} {day}"
    return f"the {ordinal(day)}"


def _century(value: Any, unit: str) -> str:
    if not isinstance(value, int):
        return f"{_amount(value)} centuries"
    return f"{ordinal(abs(value))} century{' BC' if value < 0 else ''}"


def _relative(value: Any, unit: str) -> str:
    days = ("day before yesterday", "yesterday", "today", "tomorrow", "day after tomorrow")
    others = ("{} before last", "last {}", "this {}", "next {}", "{} after next")
    return (days if unit == "day" else others)[value + 2].format(unit)


_DISPLAY: dict[str, Callable[[Any, str], str]] = {
    "unit": lambda value, unit: unit_label(unit),
    "ordinal": _order,
    "date": lambda value, unit: {"fiscal": "FY ", "year end": "FY to "}.get(unit, "") + _date(value),
    "range": lambda value, unit: "–".join(map(_date, value)) if isinstance(value[0], tuple) else _number(value, unit),
    "time": lambda value, unit: ":".join([str(value[0]), *(f"{field:02}" for field in value[1:])]),
    "percent": lambda value, unit: f"{_amount(value)}{unit_label(unit) or '%'}",
    "multiple": lambda value, unit: f"×{_amount(value)}",
    "age": lambda value, unit: f"{_number(value, unit)} old",
    "relative": _relative,
    "weekday": lambda value, unit: WEEKDAYS[value],
    "decade": lambda value, unit: "–".join(map(str, value)) if isinstance(value, tuple) else f"{value}s",
    "century": _century,
    "quarter": lambda value, unit: f"Q{_amount(value)}",
    "ratio": lambda value, unit: _amount(value).replace("–", ":"),
    "score": lambda value, unit: _amount(value).replace("–", " to "),
    "streak": lambda value, unit: f"{_number(value, unit)} in a row",
    "version": lambda value, unit: "version " + _amount(value).replace("–", "."),
    "reference": lambda value, unit: unit_label(unit) if value == 1 else _number(value, unit).removeprefix("None "),
}
"""How a value with its unit is shown, by kind; values of other kinds are shown as numbers."""
