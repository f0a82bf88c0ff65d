"""Days that one text names, and the other states: 三が日, *January 1–3*; 5月5日, *Children's Day*; 月〜金, *weekdays*."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from termalign.checking.figures import Figure, Side
from termalign.tables import read_table

_Day = tuple[int, int]
_APOSTROPHE = "’"
_WEEK = (
    (re.compile("平日"), re.compile(r"\b(?:week|work|business |working )days?\b", re.IGNORECASE), range(5)),
    (re.compile("週末"), re.compile(r"\bweekends?\b", re.IGNORECASE), range(5, 7)),
)
"""Names of parts of the week in both languages, with their days."""


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


def weekdays_by_name(ja: Side, en: Side) -> Iterator[Figure]:
    """Yield the weekdays that the other text gives as a part of the week.

    >>> from termalign.checking.figures import english, japanese
    >>> def found(ja, en):
    ...     return [figure.text for figure in weekdays_by_name(japanese(ja), english(en))]
    >>> found("月〜金", "on weekdays"), found("月〜木", "on weekdays"), found("平日", "Monday to Friday")
    (['月', '金'], [], ['Monday', 'Friday'])
    """
    for k, (side, other) in enumerate(((en, ja), (ja, en))):
        weekdays = {figure.quantity.value: figure for figure in side.figures if figure.quantity.kind == "weekday"}
        for *names, days in _WEEK if weekdays else ():
            if names[k].search(other.text) and {days[0], days[-1]} <= weekdays.keys():
                yield from (figure for day, figure in weekdays.items() if day in days)


def _day_of_any_year(figure: Figure) -> _Day | None:
    year, month, day = figure.quantity.date or (None, None, None)
    return (month, day) if year is None and month and day else None
