"""Make quantities with their pieces: shared by the rules of both languages."""

import re
from collections.abc import Sequence

from termalign.quantities.grammar import Chart, Edge
from termalign.quantities.quantity import DateValue, Offsets, Piece, Quantity, Value, with_unit

DatePieces = list[tuple[Offsets, DateValue]]


def date(span: Offsets, value: DateValue, unit: str, found: DatePieces, head: Offsets) -> Quantity:
    """A date; its parts are year, month and day where it has more than one of them."""
    pieces: tuple[Piece, ...] = ()
    if len(found) > 1:
        pieces = tuple((start, end, "date", piece, "") for (start, end), piece in found)
    return Quantity(span[0], span[1], "date", value, unit, False, head, pieces)


def plain(start: int, end: int, kind: str, value: Value, unit: str = "", approx: bool = False) -> Quantity:
    """A quantity that is all head: no unit word of its own."""
    return Quantity(start, end, kind, value, unit, approx, (start, end))


def nothing(chart: Chart, edges: Sequence[Edge]) -> tuple[Quantity, ...]:
    """A code, a telephone number: read over."""
    return ()


def numeric_date(chart: Chart, edges: Sequence[Edge]) -> Quantity:
    """2025-10-01."""
    found = edges[0].value
    year, month, day = int(found[1]), int(found[3]), int(found[4])
    pieces: DatePieces = [
        (found.span(1), (year, None, None)),
        (found.span(3), (None, month, None)),
        (found.span(4), (None, None, day)),
    ]
    return date(found.span(), (year, month, day), "", pieces, found.span())


def day_in_figures(found: re.Match[str], sure: bool) -> Quantity | None:
    """The month and day of 3/11; of what is more often a fraction (1/3) only if it is surely a day."""
    month, day = int(found[1]), int(found[2])
    if not (sure or month >= day > 1 or (day > 10 and day not in (12, 16, 20))):
        return None
    pieces: DatePieces = [(found.span(1), (None, month, None)), (found.span(2), (None, None, day))]
    return date(found.span(), (None, month, day), "", pieces, found.span())


__all__ = ["DatePieces", "date", "day_in_figures", "nothing", "numeric_date", "plain", "with_unit"]
