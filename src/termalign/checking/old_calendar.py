"""Days of the calendar before 1873, which English converts: 文久2年閏8月30日, *October 23, 1862*."""

import re
from collections.abc import Iterable
from datetime import date

from termalign.quantities import Quantity
from termalign.quantities.calendar import GREGORIAN_SINCE
from termalign.quantities.quantity import DateValue

_LEAP_MONTH = "閏"
_SAYS_SO = re.compile(r"\s?[(（]旧暦")
_IN_BRACKETS = re.compile(r"\s?(?:[(（]旧暦[)）])?\s?[(（](?:同年)?")
_CLOSING = re.compile(r"(?:\s?[(（]旧暦[)）])?[)）]")
_OF_CALENDAR = re.compile(r"[^()\[\]]{0,30}\bcalendar[)\]]", re.IGNORECASE)
_LATER = range(10, 60)  # days by which the Gregorian date of a day is later, with a margin for leap months


def may_be_converted(text: str, ja: Quantity, before: Iterable[Quantity], en: Quantity) -> bool:
    """Return whether an English date may be a Japanese day of the old calendar.

    If the year stands elsewhere in the Japanese, the English date may be any day. If a date states it, or only the English has
    it, the English date must be some weeks later.

    Parameters
    ----------
    text : str
        The Japanese text.
    ja : Quantity
        The date in it.
    before : iterable of Quantity
        The quantities of the text in order. The last one before `ja` that has a year gives its year.
    en : Quantity
        The English date.
    """
    if not (ja.date and en.date) or None in en.date[1:]:
        return False
    if ja.date[0] is not None:
        return ja.date[0] < GREGORIAN_SINCE and _is_some_weeks_later(ja.date, en.date)
    years = [other.date[0] for other in before if other.date and other.date[0] is not None and other.start < ja.start]
    year = years[-1] if years else None
    if year is None and en.date[0] is not None and en.date[0] < GREGORIAN_SINCE:
        return any(_is_some_weeks_later((en.date[0] - ago, *ja.date[1:]), en.date) for ago in (0, 1))
    if year is not None and (year >= GREGORIAN_SINCE or en.date[0] not in (None, year, year + 1)):
        return False
    return year is not None or text[ja.start - 1 : ja.start] == _LEAP_MONTH or _SAYS_SO.match(text, ja.end) is not None


def _is_some_weeks_later(ja: DateValue, en: DateValue) -> bool:
    (year, month, day), (to_year, to_month, to_day) = ja, en
    if not (year and month and day and to_year and to_month and to_day):
        return False
    months = date(to_year, to_month, 1) - date(year, month, 1)
    return months.days + to_day - day in _LATER


def are_one_date(text: str, first: Quantity, second: Quantity) -> bool:
    """Return whether Japanese has a date in two ways, one of them in brackets: 永祚元年（988年）, 9月 (旧暦)（同年10月）."""
    if not (first.date and second.date) or first.granularity != second.granularity:
        return False
    beside = _IN_BRACKETS.fullmatch(text, first.end, second.start)
    return beside is not None and _CLOSING.match(text, second.end) is not None


def are_of_two_calendars(text: str, first: Quantity, second: Quantity) -> bool:
    """Return whether an English text has a date in two calendars, and says so.

    >>> from termalign.quantities import english_quantities
    >>> text = "on January 21, 1868 (December 27, 1867 in the lunar calendar)"
    >>> are_of_two_calendars(text, *english_quantities(text))
    True
    """
    if not (first.date and second.date):
        return False
    beside = _IN_BRACKETS.fullmatch(text, first.end, second.start)
    return beside is not None and _OF_CALENDAR.match(text, second.end) is not None
