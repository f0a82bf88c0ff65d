"""Dates in figures, the same in both languages."""

import re

from termalign.quantities.build import DatePieces, date
from termalign.quantities.quantity import Quantity

_NUMERIC_DATE = re.compile(r"([12][0-9]{3})([-/.])(1[0-2]|0?[1-9])\2(3[01]|[12][0-9]|0?[1-9])(?![0-9]|[-/.][0-9])")


def numeric_date(text: str, position: int) -> Quantity | None:
    """A date in figures, year first, at a position; the same in both languages.

    >>> numeric_date("2025-10-01", 0).value
    (2025, 10, 1)
    """
    found = _NUMERIC_DATE.match(text, position)
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[3]), int(found[4])
    pieces: DatePieces = [
        (found.span(1), (year, None, None)),
        (found.span(3), (None, month, None)),
        (found.span(4), (None, None, day)),
    ]
    return date(found.span(), (year, month, day), "", pieces, found.span())
