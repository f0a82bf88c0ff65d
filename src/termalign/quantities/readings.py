"""What else a quantity may say: 4/5 may be a day, 2:05 a running time, 20歳 a number, the 1700s the 18th century.

Equal quantities of two kinds agree by such a reading of one of them, and share its key.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from termalign.quantities.quantity import DateValue, Quantity, Value


class Reading(NamedTuple):
    """A quantity as one of another kind, with the degree to which the two agree."""

    kind: str
    value: Value
    unit: str
    degree: float


@lru_cache(4096)
def readings(quantity: Quantity) -> tuple[Reading, ...]:
    """Return what else a quantity may say.

    >>> from termalign.quantities import japanese_quantities
    >>> [(one.kind, one.value) for one in readings(japanese_quantities("19世紀")[0])]
    [('ordinal', 19), ('decade', 1800)]
    """
    read = _READINGS.get(quantity.kind)
    return () if read is None else tuple([Reading(*one) for one in read(quantity, quantity.value, quantity.unit)])


def months_of(quarter: int) -> tuple[DateValue, DateValue]:
    """Return the first and the last month of a quarter of the calendar year.

    >>> months_of(2)
    ((None, 4, None), (None, 6, None))
    """
    return (None, 3 * quarter - 2, None), (None, 3 * quarter, None)


_Readings: TypeAlias = Iterator[tuple[str, Value, str, float]]


def _date(q: Quantity, value: Any, unit: str) -> _Readings:
    year, month, day = value
    if unit == "year end":  # 2026年3月期, *FY2025*
        yield "date", (year - (month < 12), None, None), "fiscal", 0.9
    elif month is not None:
        if year is None and day:
            yield "fraction", Fraction(month, day), "", 0.6
        elif day is None and (year or 0) < 100 and q.head[1] < q.end:  # in a law, 六月 is six months, 一年六月 eighteen
            yield "duration", 12 * (year or 0) + month, "month", 0.6
    elif year is not None:
        yield "duration", year, "year", 0.8 if year < 1000 else 0.6
        yield "age", year, "year", 0.6
        yield "ordinal", year, "rank", 1.0  # Room 1207
        if year % 100 == 0:
            yield "duration", year // 100, "century", 0.8
        if year > 99:
            yield "number", year, "", 0.85
    else:
        yield "ordinal", day, "", 0.9
        yield "ordinal", day, "day", 0.9
        yield "number", day, "", 0.5
        if unit == "day":
            yield "duration", day, "day", 0.9


def _duration(q: Quantity, value: Any, unit: str) -> _Readings:
    short = unit == "year" and isinstance(value, int) and q.end - q.head[1] == 1  # 90年, but not 20年間
    if short and (15 <= value <= 30 or 50 <= value < 100):
        yield "date", (value + (1900 if value >= 50 else 2000), None, None), "", 0.5
    if (value, unit) == (365, "day"):  # 24時間365日, *24 hours a day, seven days a week*
        yield "duration", 7, "day", 0.9


def _ordinal(q: Quantity, value: Any, unit: str) -> _Readings:
    if unit == "memorial" and isinstance(value, int):  # 三回忌, *second anniversary*
        yield "ordinal", value - 1, "anniversary", 1.0


def _time(q: Quantity, value: Any, unit: str) -> _Readings:
    hour, minute, *seconds = value
    if seconds:
        yield "duration", 60 * (60 * hour + minute) + seconds[0], "second", 0.9
    else:
        yield "duration", 60 * hour + minute, "minute", 0.6
        yield "duration", 60 * hour + minute, "second", 0.6
    if not any(value[1:]):  # 10時から17時, *from 10 to 5*
        yield "number", (hour - 1) % 12 + 1, "", 0.4


def _century(q: Quantity, value: Any, unit: str) -> _Readings:
    yield "ordinal", value, "", 0.6
    if isinstance(value, int):
        yield "decade", 100 * (value - 1), "", 0.9
        if abs(value) <= 4:  # 12世紀 is hardly twelve centuries
            yield "duration", value, "century", 0.6


def _decade(q: Quantity, value: Any, unit: str) -> _Readings:
    if isinstance(value, tuple):
        yield "date", (value[0], None, None), "", 0.5  # 昭和40年代, *after 1965*
    elif unit == "short":
        yield "age", (value - 1900, value - 1891), "year", 0.7


def _quarter(q: Quantity, value: Any, unit: str) -> _Readings:
    if isinstance(value, int):
        yield "range", months_of(value), "", 0.8


def _age(q: Quantity, value: Any, unit: str) -> _Readings:
    if not isinstance(value, tuple):
        yield "number", value, "", 0.85
        yield "duration", value, unit, 0.8
        yield "ordinal", value, "birthday", 0.5


def _percent(q: Quantity, value: Any, unit: str) -> _Readings:
    yield "number", value, "", 0.6
    yield "number", value, "percentage point", 0.8
    yield "measure", value, "percentage point", 0.8
    if not isinstance(value, tuple):
        yield "measure", 100 * value, "basis point", 0.8  # 0.25％, *25 basis points*
        yield "fraction", Fraction(value) / 100, "", 0.6
        if 0 < value < 100:  # 3割2分5厘, *.325*
            yield "number", Fraction(value) / 100, "", 0.95


def _multiple(q: Quantity, value: Any, unit: str) -> _Readings:
    yield "number", value, "times", 0.9
    if isinstance(value, Decimal) or q.start < q.head[0]:  # a ratio of 0.8, 3.5 applicants for a place; コイン×300
        yield "number", value, "", 0.8
        yield "number", value, "noun", 0.8
    if not isinstance(value, tuple):
        yield "percent", 100 * (value - 1), "", 0.8  # 1.5倍, *by 50%*


_EACH = (_date, _duration, _ordinal, _time, _century, _decade, _quarter, _age, _percent, _multiple)
_READINGS: dict[str, Callable[[Quantity, Any, str], _Readings]] = {read.__name__[1:]: read for read in _EACH}
"""By kind, which is the name of the function, what else quantities of this kind may say."""
