"""Agreement of dates, clock times and decades with any quantity; the first argument of each function is the date."""

from fractions import Fraction

from termalign.quantities.amount_equivalence import amounts
from termalign.quantities.calendar import modern_era_offsets
from termalign.quantities.quantity import DateValue, Quantity, clock_fields, running_time
from termalign.quantities.units import dimension

_CONVERTED = 0.95
_FISCAL = 0.85
_LUNAR = 0.6
"""The months and days of different calendars: the year decides."""
_SHORT_YEAR = 0.9
_ERALESS_YEAR = 0.6
_PARTLY = {(2, 1): 0.85, (1, 1): 0.6}
"""By the number of fields shared and missing on one side: October 1 ~ 1964年10月1日, October 1964 ~ 10月."""
_RUNS = {2: 0.6, 3: 0.9}
"""By the number of fields: a marathon in 2:05, in 2:05:42."""
_HOUR = 0.4
"""10時から17時, from *10* to *5*."""
_SHORT_SPAN = 0.5
_FEW_CENTURIES = 4
_HUNDRED_YEARS = 0.9
"""18世紀, *the 1700s*; 1900年代 may also be the ten years from 1900."""
_QUARTER = 0.8
_FRACTION = 0.6
"""4/5 may be a day."""
_LITTLE = 0.4
_YEAR_OR_NUMBER = 0.85
_YEARS_AND_MONTHS = 0.6
"""一年六月 in a law, *eighteen months*."""
_YEAR_OR_SPAN = 0.8
"""100年: the year 100, or a century."""


def moments(a: Quantity, b: Quantity) -> float:
    """Return the agreement of a date with any quantity: another date, the 25th, 25 days, 1,953."""
    if b.kind == "date":
        return _two_dates(a, b)
    year, month, day = a.date or (None, None, None)
    if month is not None:
        if (b.kind, b.unit, day) == ("duration", "month", None) and year is not None and year < 100:
            return _YEARS_AND_MONTHS * (b.value == 12 * year + month)
        fraction = b.kind == "fraction" and year is None and day and b.value == Fraction(month, day)
        return _FRACTION if fraction else 0.0
    if year is None:
        return _day_and_amount(a, b, day)
    return _year_and_amount(a, b, year) if day is None else 0.0


def _year_and_amount(a: Quantity, b: Quantity, year: int) -> float:
    if year < 1000 and b.kind in ("duration", "age"):
        span = Quantity(a.start, a.end, "duration", year, "year", a.approx)
        return _YEAR_OR_SPAN * amounts(span, b)
    if b.value != year:
        return _SHORT_SPAN if _may_be_short(b, year) else 0.0
    if b.kind == "number":  # 1953 without 年; a year is never written 1,953
        return _YEAR_OR_NUMBER if year > 99 and not b.unit and b.end - b.start == len(str(year)) else 0.0
    if b.kind == "duration":
        return 0.6 if b.unit == "year" else 0.0
    if b.kind == "ordinal":
        return 0.6 if dimension(b.unit) == "rank" else 0.0
    return 0.0


def _may_be_short(b: Quantity, year: int) -> bool:
    """Return whether a number of years may be a short year: 90年に 1990, 20年に 2020; but 20年間 is not a year."""
    if (b.kind, b.unit) != ("duration", "year") or not isinstance(b.value, int) or b.end - b.head[1] != 1:
        return False
    return year == b.value + (1900 if b.value >= 50 else 2000) and (15 <= b.value <= 30 or 50 <= b.value < 100)


def _day_and_amount(a: Quantity, b: Quantity, day: int | None) -> float:
    if b.value != day:
        return 0.0
    if b.kind == "ordinal":
        return 0.9 if b.unit in ("", "day") else 0.0
    if b.kind == "duration":
        return 0.9 if b.unit == a.unit == "day" else 0.0
    return 0.5 if b.kind == "number" and b.unit == "" else 0.0


def _two_dates(a: Quantity, b: Quantity) -> float:
    shared = missing = 0
    score = 1.0
    lunar = a.unit != b.unit and "lunar" in (a.unit, b.unit)
    for field, (x, y) in enumerate(zip(a.date or (), b.date or (), strict=True)):
        if x is None or y is None:
            missing += (x is None) != (y is None)
            continue
        shared += 1
        if x != y:
            score = min(score, _years(x, y, lunar) if field == 0 else _LUNAR if lunar else 0.0)
    if shared == 0:
        return 0.0
    if missing:
        score *= _PARTLY.get((shared, missing), _LITTLE)
    return score * _calendars({a.unit, b.unit})


def _years(x: int, y: int, lunar: bool) -> float:
    """Return the agreement of two different years.

    '98 agrees with 1998, and 7 without an era with 2025. A year of the lunar calendar may end in the next Western year.
    """
    low, high = sorted((x, y))
    if 0 < low < 100 <= high:
        if high % 100 == low:
            return _SHORT_YEAR
        return _ERALESS_YEAR if high - low in modern_era_offsets() else 0.0
    return _LUNAR if lunar and high - low == 1 else 0.0


def _calendars(kinds: set[str]) -> float:
    if len(kinds) == 1:
        return 1.0
    score = _FISCAL if "fiscal" in kinds else 1.0
    converted = bool(kinds & {"era", "lunar"}) and kinds != {"era", "lunar"}
    return score * _CONVERTED if converted else score


def times(a: Quantity, b: Quantity) -> float:
    """Return the agreement of a clock time: 15:30 ~ 3:30 p.m.; a 3:30 without a.m. or p.m. agrees a little less."""
    first = clock_fields(a)
    if b.kind == "duration":
        return _RUNS[len(first)] if b.value == running_time(first, b.unit) else 0.0
    if b.kind == "number" and not b.unit and not any(first[1:]) and isinstance(b.value, int):
        return _HOUR * (0 < b.value <= 12 and (first[0] - b.value) % 12 == 0)
    if b.kind != "time":
        return 0.0
    second = clock_fields(b)
    hour, other = first[0], second[0]
    if any(x != y for x, y in zip(first[1:], second[1:], strict=False)):
        return 0.0
    if hour == other or (max(hour, other) >= 24 and (hour - other) % 24 == 0):  # 25時, *1 a.m.*
        return 1.0 if a.unit == b.unit and len(first) == len(second) else 0.9
    return 0.9 if hour % 12 == other % 12 and "" in (a.unit, b.unit) else 0.0


def weekdays(a: Quantity, b: Quantity) -> float:
    """Return 1 if two days of the week are the same, otherwise 0."""
    return float(a.kind == b.kind and a.value == b.value)


def quarters(a: Quantity, b: Quantity) -> float:
    """Return the agreement of a quarter: 1〜3月期 ~ the first quarter, which may also be that of a fiscal year."""
    if b.kind == "range" and isinstance(a.value, int):
        return _QUARTER if b.value == months_of(a.value) else 0.0
    return float(a.kind == b.kind and a.value == b.value)


def months_of(quarter: int) -> tuple[DateValue, DateValue]:
    """Return the first and the last month of a quarter of the calendar year.

    >>> months_of(2)
    ((None, 4, None), (None, 6, None))
    """
    return (None, 3 * quarter - 2, None), (None, 3 * quarter, None)


def centuries(a: Quantity, b: Quantity) -> float:
    """Return the agreement of a century: 19世紀 ~ the 19th (century).

    1世紀 may also be a period of one century, but 12世紀 is hardly twelve centuries.
    """
    if a.value != b.value:
        return 0.0
    if b.kind == "century":
        return 1.0
    if b.kind == "duration":
        return 0.6 if b.unit == "century" and isinstance(a.value, int) and abs(a.value) <= _FEW_CENTURIES else 0.0
    return 0.6 if b.kind == "ordinal" and b.unit == "" else 0.0


def decades(a: Quantity, b: Quantity) -> float:
    """Return the agreement of a decade: 80年代 ~ the 1980s; 昭和30年代 ~ the 1950s; *fifties* may be an age."""
    first, second = a.value, b.value
    if b.kind == "age":
        age = isinstance(first, int) and a.unit == "short" and second == (first - 1900, first - 1891)
        return 0.7 if age else 0.0
    if b.kind == "century":
        opening = 100 * (second - 1) if isinstance(second, int) else None
        return _HUNDRED_YEARS * (first == opening)
    if b.kind == "date" and isinstance(first, tuple) and isinstance(second, tuple) and len(second) == 3:
        begun = second[0] is not None and second[1] is None and first[0] == second[0]
        return 0.5 if begun else 0.0  # 昭和40年代 ~ after 1965
    if b.kind != "decade" or first == second:
        return float(b.kind == "decade")
    short = min(q.head[1] - q.head[0] for q in (a, b)) <= len("80")
    return _two_decades(first, second, short)


def _two_decades(first: object, second: object, short: bool) -> float:
    """Return the agreement of two different decades: 昭和30年代 ~ the 1950s.

    If one is `short` (90年代), its century is a guess and may be wrong: 1890s.
    """
    if isinstance(second, tuple):
        first, second = second, first
    begins = first[0] if isinstance(first, tuple) else first
    if not isinstance(begins, int) or not isinstance(second, int):
        return 0.0
    if isinstance(first, tuple):
        return 0.8 if 0 <= begins - second <= 5 else 0.6 if 0 < second - begins <= 5 else 0.0
    # '80s was read as the 1980s
    return 0.6 if short and begins % 100 == second % 100 and 19 in (begins // 100, second // 100) else 0.0
