"""A quantity: where it stands in a text, and what it is worth."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple, TypeAlias

from termalign.quantities.units import unit_label

Amount: TypeAlias = int | Decimal
"""What a numeral is worth."""
Number: TypeAlias = Amount | Fraction
DateValue: TypeAlias = tuple[int | None, int | None, int | None]
Value: TypeAlias = Number | DateValue | tuple[Number, Number] | tuple[DateValue, DateValue] | None
Offsets: TypeAlias = tuple[int, int]
Piece: TypeAlias = tuple[int, int, str, Value, str]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Edge(NamedTuple):
    """What was read of a stretch of text: a match of a regular expression, a numeral, a unit, a quantity …"""

    start: int
    end: int
    value: Any


class Numeral(NamedTuple):
    """A numeral in a text: ``low == high`` unless it is vague (数十, *dozens*) or a pair (二、三)."""

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
    def sort(self) -> str:
        """``ordinal``, ``vague`` or ``cardinal``."""
        return "ordinal" if self.ordinal else "vague" if self.low != self.high else "cardinal"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, date, amount or measure in a text, with its value.

    Attributes
    ----------
    start, end : int
        Code points of the text given, half-open; words such as 約, *about*, 前後 stand outside.
    kind : str
        ``number`` ``ordinal`` ``percent`` ``fraction`` ``multiple`` ``money`` ``measure`` ``duration``
        ``age`` ``date`` ``weekday`` ``time`` ``decade`` ``century`` ``quarter`` ``range`` ``score`` ``streak``; in
        :attr:`parts` also ``unit`` (a counter or currency without its number).
    value : int, Decimal, Fraction or tuple
        A date is (year, month, day) with None for what is not said, years before Christ negative; a range and
        a score are pairs; a vague number (数十, *dozens*) is the pair of its bounds with `approx` set; a time
        is (hour, minute), with the unit ``24h`` where the half of the day is known; a weekday counts from
        Monday, 0.
    unit : str
        A unit of ``units.tsv`` or ''. For a date: ``fiscal`` (a fiscal year), ``era`` (a converted Japanese
        year), ``lunar`` (converted, from before the Gregorian calendar of 1873), or ''.
    approx : bool
        Said to be approximate: 約, 数十, 前後, *about*, *some*, *dozens*.
    head : tuple of int
        The span of the bare number: no unit, no counter.
    pieces : tuple
        What `parts` is made of: (start, end, kind, value, unit) of each.
    approx_span : tuple of int, or None
        Where the word stands that makes it approximate, if it is a word of its own.
    bound : str
        What the words beside it bound it to, as far as it was asked for: ``least`` (以上, *at least*), ``most`` (以下,
        *up to*), ``above``, ``below``, ``from``, ``until`` …; else ''.

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

    @property
    def parts(self) -> tuple["Quantity", ...]:
        """Finer quantities inside this one: year, month and day; amount and unit; the ends of a range."""
        return tuple(
            Quantity(start, end, kind, value, unit, self.approx and kind != "unit", (start, end))
            for start, end, kind, value, unit in self.pieces
        )

    @property
    def date(self) -> DateValue | None:
        """Year, month and day of a date; None of anything else."""
        value = self.value
        return value if self.kind == "date" and isinstance(value, tuple) and len(value) == 3 else None

    @property
    def granularity(self) -> str:
        """Of a date the finest that it says: ``day``, ``month`` or ``year``; '' of anything else."""
        fields = zip(("day", "month", "year"), reversed(self.date or ()), strict=False)
        return next((name for name, number in fields if number is not None), "")

    @property
    def calendar(self) -> str:
        """Of a date the calendar it was given in: ``gregorian``, ``era``, ``lunar`` or ``fiscal``; '' of anything else."""
        return "" if self.date is None else self.unit if self.unit in ("era", "lunar", "fiscal") else "gregorian"

    def display(self) -> str:
        """Return the value in words, the same for both languages.

        Returns
        -------
        str
            For example ``9 500 000 000 JPY``, ``2025-10-01``, ``≈ 10 person``.
        """
        shown = _DISPLAY.get(self.kind, _number)(self)
        return f"≈ {shown}" if self.approx else shown


def made(
    kind: str,
    value: Value,
    spans: Sequence[Edge | Numeral | Quantity],
    unit: str = "",
    head: Edge | Numeral | None = None,
    approx: bool = False,
) -> Quantity:
    """A quantity without parts, from the first of some spans to the last; it is all head, unless that is given."""
    start, end = spans[0].start, spans[-1].end
    return Quantity(start, end, kind, value, unit, approx, (head.start, head.end) if head else (start, end))


def with_unit(
    span: Offsets, head: Offsets, unit_span: Offsets, kind: str, value: Value, unit: str, approx: bool = False
) -> Quantity:
    """An amount and its unit; its parts are the bare number and the unit word, where each has a span."""
    pieces: tuple[Piece, ...] = ()
    if unit_span[0] < unit_span[1] and head[0] < head[1]:
        amount: Piece = (head[0], head[1], "number", value, "")
        measure: Piece = (unit_span[0], unit_span[1], "unit", None, unit)
        pieces = (amount, measure) if head[0] < unit_span[0] else (measure, amount)
    return Quantity(span[0], span[1], kind, value, unit, approx, head, pieces)


def date(fields: Sequence[Edge], head: Edge | Numeral, unit: str = "", spans: Sequence[Edge] = ()) -> Quantity:
    """A date of its fields, each a span with (year, month, day); they are its parts where there are several."""
    several = (next((v for f in fields if (v := f.value[k]) is not None), None) for k in range(3))
    year, month, day = several if len(fields) > 1 else fields[0].value
    pieces = tuple([(f.start, f.end, "date", f.value, "") for f in fields]) if len(fields) > 1 else ()
    first, last = (spans or fields)[0], (spans or fields)[-1]
    return Quantity(first.start, last.end, "date", (year, month, day), unit, False, (head.start, head.end), pieces)


def _plain(number: object) -> str:
    """Digits in groups of three, without an exponent or idle zeros."""
    if isinstance(number, Decimal):
        if number == number.to_integral_value():
            return _plain(int(number))
        whole, _, rest = f"{abs(number).normalize():f}".partition(".")
        return f"{'-' if number < 0 else ''}{_plain(int(whole))}.{rest}"
    return f"{number:,}".replace(",", " ") if isinstance(number, int) else str(number)


def _amount(value: Value) -> str:
    return "–".join(map(_plain, value)) if isinstance(value, tuple) else _plain(value)


def _number(quantity: Quantity) -> str:
    return f"{_amount(quantity.value)} {unit_label(quantity.unit, plural=quantity.value != 1)}".rstrip()


def ordinal(number: int) -> str:
    """The English ordinal in figures.

    >>> [ordinal(number) for number in (1, 2, 3, 11, 22, 113)]
    ['1st', '2nd', '3rd', '11th', '22nd', '113th']
    """
    tail = abs(number) % 100
    suffix = "th" if 10 < tail < 14 else {1: "st", 2: "nd", 3: "rd"}.get(tail % 10, "th")
    return f"{number}{suffix}"


def _order(quantity: Quantity) -> str:
    value = quantity.value
    shown = ordinal(value) if isinstance(value, int) else _amount(value)
    return f"{shown} {unit_label(quantity.unit)}".rstrip()


def _date(value: object) -> str:
    if not isinstance(value, tuple):
        return str(value)
    year, month, day = value
    if year is not None:
        shown = str(year) if year > 0 else f"{-year} BC"
        return "-".join([shown, *(f"{piece:02}" for piece in (month, day) if piece is not None)])
    if month is not None:
        return MONTHS[month - 1] if day is None else f"{MONTHS[month - 1]} {day}"
    return f"the {ordinal(day)}"


def _range(quantity: Quantity) -> str:
    value = quantity.value
    dates = isinstance(value, tuple) and isinstance(value[0], tuple)
    return "–".join(map(_date, value)) if dates and isinstance(value, tuple) else _number(quantity)


def _clock(quantity: Quantity) -> str:
    value = quantity.value
    return f"{value[0]}:{value[1]:02}" if isinstance(value, tuple) else str(value)


def _decade(quantity: Quantity) -> str:
    value = quantity.value
    return f"{value[0]}–{value[1]}" if isinstance(value, tuple) else f"{value}s"


def _century(quantity: Quantity) -> str:
    value = quantity.value
    if not isinstance(value, int):
        return f"{_amount(value)} centuries"
    return f"{ordinal(abs(value))} century{' BC' if value < 0 else ''}"


_DISPLAY: dict[str, Callable[[Quantity], str]] = {
    "unit": lambda q: unit_label(q.unit),
    "ordinal": _order,
    "date": lambda q: ("FY " if q.unit == "fiscal" else "") + _date(q.value),
    "range": _range,
    "time": _clock,
    "percent": lambda q: f"{_amount(q.value)}%",
    "multiple": lambda q: f"×{_amount(q.value)}",
    "age": lambda q: f"{_number(q)} old",
    "weekday": lambda q: WEEKDAYS[q.value] if isinstance(q.value, int) else "",
    "decade": _decade,
    "century": _century,
    "quarter": lambda q: f"Q{_amount(q.value)}",
    "score": lambda q: _amount(q.value).replace("–", " to "),
    "streak": lambda q: f"{_number(q)} in a row",
}
