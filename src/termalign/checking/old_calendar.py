"""Days of the calendar before 1873, which English converts: 文久2年閏8月30日, *October 23, 1862*."""

import re
from collections.abc import Iterable

from termalign.quantities import Quantity
from termalign.quantities.calendar import GREGORIAN_SINCE

_LEAP_MONTH = "閏"
_SAYS_SO = re.compile(r"\s?[(（]旧暦")
_IN_BRACKETS = re.compile(r"\s?(?:[(（]旧暦[)）])?\s?[(（]")


def may_be_converted(text: str, ja: Quantity, before: Iterable[Quantity], en: Quantity) -> bool:
    """Return whether an English date may be a Japanese day of the old calendar that is given without its year.

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
    if not (ja.date and en.date) or ja.date[0] is not None or None in en.date[1:]:
        return False
    years = [other.date[0] for other in before if other.date and other.date[0] is not None and other.start < ja.start]
    year = years[-1] if years else None
    if year is not None and (year >= GREGORIAN_SINCE or en.date[0] not in (None, year, year + 1)):
        return False
    return year is not None or text[ja.start - 1 : ja.start] == _LEAP_MONTH or _SAYS_SO.match(text, ja.end) is not None


def are_one_day(text: str, first: Quantity, second: Quantity) -> bool:
    """Return whether a Japanese text has a day in both calendars, one in brackets: 慶長8年2月12日 (旧暦)（1603年3月24日）."""
    if not (first.date and second.date) or (first.unit == "lunar") == (second.unit == "lunar"):
        return False
    return _IN_BRACKETS.fullmatch(text, first.end, second.start) is not None
