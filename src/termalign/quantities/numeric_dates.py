"""Dates in figures and Latin letters, the same in both languages."""

import re

from termalign.quantities.build import DatePieces, date, plain
from termalign.quantities.quantity import Quantity

_NUMERIC_DATE = re.compile(r"([12][0-9]{3})([-/.])(1[0-2]|0?[1-9])\2(3[01]|[12][0-9]|0?[1-9])(?![0-9]|[-/.][0-9])")


_PERIOD = re.compile(
    r"(?P<quarter>[1-4])Q(?![A-Za-z])|(?<=FY)(?P<year>20[0-9]{2}|[0-9]{2})(?![0-9])|(?<=Q)(?P<after>[1-4])(?![0-9])"
)


def latin_period(text: str, position: int) -> Quantity | None:
    """FY2025, 3Q or Q3 as Japanese reports write them; the position is that of the figures.

    >>> latin_period("FY2025", 2).value, latin_period("3Q", 0).value, latin_period("Q3", 1).value
    ((2025, None, None), 3, 3)
    """
    found = _PERIOD.match(text, position)
    if found is None:
        return None
    if found["year"]:
        year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
        return date((position - 2, found.end()), (year, None, None), "fiscal", [], found.span())
    start, end = (position, found.end()) if found["quarter"] else (position - 1, found.end())
    return plain(start, end, "quarter", int(found["quarter"] or found["after"]))


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
