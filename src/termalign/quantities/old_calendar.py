"""Days of the calendar that Japan used before 1873, and the Western days that they were."""

from datetime import MINYEAR, date

from termalign.quantities.quantity import DateValue

_REFORM = 1582
_LATER, _LATER_BEFORE = range(17, 60), range(10, 57)
"""By how many days the Western date of a day is later, since the Gregorian reform and before it.

Of 2,657 days that articles about Kyoto give in both calendars, all but 17 are within these limits, and most of the 17 are slips.
"""
_MONTHS_LATER = range(3)  # the ninth month ends in November at the latest


def may_be_western(old: DateValue, western: DateValue) -> bool:
    """Return whether a day of the old calendar, or a month without its day, may be a Western one.

    >>> may_be_western((1837, 4, 18), (1837, 5, 22)), may_be_western((1837, 4, 18), (1837, 3, 22))
    (True, False)
    >>> may_be_western((1863, 12, None), (1864, 1, None)), may_be_western((1863, 9, None), (1863, 8, None))
    (True, False)
    """
    (year, month, day), (to_year, to_month, to_day) = old, western
    if not (year and month and to_year and to_month and MINYEAR <= year <= to_year <= year + 1):
        return False
    if not (day and to_day):
        return 12 * (to_year - year) + to_month - month in _MONTHS_LATER
    months = date(to_year, to_month, 1) - date(year, month, 1)
    return months.days + to_day - day in (_LATER if to_year > _REFORM else _LATER_BEFORE)
