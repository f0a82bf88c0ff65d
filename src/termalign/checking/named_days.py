"""Days of the year that one text names, and the other states as dates: 三が日, *January 1–3*; 5月5日, *Children's Day*."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from termalign.checking.figures import Figure, Side
from termalign.tables import read_table

_Day = tuple[int, int]
_APOSTROPHE = "’"


class _Named(NamedTuple):
    """Patterns for the Japanese and the English names of days, with the month and day of the first and of the last."""

    names: tuple[re.Pattern[str], re.Pattern[str]]
    first: _Day
    last: _Day


@cache
def _named() -> list[_Named]:
    rows = read_table(__package__, "named_days.tsv", header=True)
    return [
        _Named((re.compile(ja), re.compile(en or "(?!)", re.IGNORECASE)), _day(first), _day(last))
        for ja, en, first, last in rows
    ]


def _day(cell: str) -> _Day:
    month, day = map(int, cell.split("-"))
    return month, day


def days_by_name(ja: Side, en: Side) -> Iterator[Figure]:
    """Yield the dates without a year that the other text gives by the name of a day or a festival.

    >>> from termalign.checking.figures import english, japanese
    >>> def found(ja, en):
    ...     return [figure.text for figure in days_by_name(japanese(ja), english(en))]
    >>> found("七夕の夜", "on the night of July 7"), found("7月8日", "the Star Festival")
    (['July 7'], [])
    """
    for k, (side, other) in enumerate(((en, ja), (ja, en))):
        text = other.text.replace(_APOSTROPHE, "'")
        dates = [(figure, day) for figure in side.figures if (day := _day_of_any_year(figure))]
        for named in _named() if dates else ():
            if named.names[k].search(text):
                yield from (figure for figure, day in dates if named.first <= day <= named.last)


def _day_of_any_year(figure: Figure) -> _Day | None:
    year, month, day = figure.quantity.date or (None, None, None)
    return (month, day) if year is None and month and day else None
