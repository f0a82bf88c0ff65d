"""Blocking keys of quantities: equivalent quantities share a key."""

import math
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache, lru_cache

from termalign.quantities.calendar import modern_era_offsets
from termalign.quantities.other_values import readings
from termalign.quantities.quantity import Number, Quantity, numbers_of
from termalign.quantities.rounding import roundings
from termalign.quantities.units import known, senses

_LOOSE = "q:~"  # for vague quantities, which may agree with many numbers
_STEP = math.log(1.1)
"""The width of a class of sizes; converted amounts agree if they differ by at most two percent."""


def quantity_keys(quantities: Iterable[Quantity]) -> frozenset[str]:
    """Return the keys of quantities and of their parts.

    >>> from termalign.quantities import english_quantities, japanese_quantities
    >>> quantity_keys(japanese_quantities("95億円")) & quantity_keys(english_quantities("9.5 billion yen"))
    frozenset({'q:9500000000'})
    """
    both = list(quantities)
    return keys_as_said(both) | keys_if_rounded(both)


def keys_as_said(quantities: Iterable[Quantity]) -> frozenset[str]:
    """Return the keys of quantities and of their parts, without those of `keys_if_rounded`."""
    return frozenset(key for whole in quantities for q in (whole, *whole.parts) for key in _keys(q))


def keys_if_rounded(quantities: Iterable[Quantity]) -> frozenset[str]:
    """Return keys of the values to which quantities and their parts may be rounded.

    Two amounts that share only such keys do not agree: one of them must be what the other is rounded to.

    >>> from termalign.quantities import japanese_quantities
    >>> sorted(keys_if_rounded(japanese_quantities("1250円")))
    ['q:1000', 'q:1200', 'q:1300']
    """
    every = (q for whole in quantities for q in (whole, *whole.parts))
    return frozenset(f"q:{abs(Fraction(said))}" for q in every for said in roundings(q))


def day_key(q: Quantity) -> str:
    """Return a key that a date shares only with the same month and day; '' for any other quantity, or a lunar date.

    >>> from termalign.quantities import english_quantities, japanese_quantities
    >>> [day_key(q) for q in (*japanese_quantities("10月4日、4日"), *english_quantities("October 4, 1990"))]
    ['q:10-4', '', 'q:10-4']
    """
    if q.date is None or q.unit == "lunar" or None in q.date[1:]:
        return ""
    return "q:{1}-{2}".format(*q.date)


def agrees_with_any(ja: Quantity) -> bool:
    """Return whether a Japanese quantity may agree with an English one without sharing a key.

    That is so if it is a range or in the lunar calendar. An approximate English quantity may agree without a key as well.

    >>> from termalign.quantities import japanese_quantities
    >>> [agrees_with_any(japanese_quantities(ja)[0]) for ja in ("十数人", "十人")]
    [True, False]
    """
    return ja.approx or ja.unit == "lunar"


def _keys(q: Quantity) -> Iterator[str]:
    if q.kind == "unit":
        return
    if q.kind == "reference":
        yield f"q:{q.unit} {q.value}"
        return
    if q.approx:
        yield _LOOSE
    yield from (f"q:~{size}" for size in _sizes(q))
    for value, unit in ((q.value, q.unit), *((read.value, read.unit) for read in readings(q))):
        for number in numbers_of(value):
            yield from _of_number(number, unit)
    for year in (q.date or ())[:1]:
        if year is not None:  # '98; an eraless 7 for 2025
            yield from (f"q:{number}" for number in (year % 100, *(year + offset for offset in modern_era_offsets())))


@lru_cache(4096)
def _of_number(number: Number, unit: str) -> tuple[str, ...]:
    """Return the keys of a number. A loss may be a negative number in one text, and a word in the other."""
    return tuple([f"q:{abs(Fraction(number)) * factor}" for factor in _factors(unit)])


def _sizes(q: Quantity) -> Iterator[str]:
    """Yield classes of sizes: amounts of almost the same size share one, and so do decades that overlap by half."""
    if q.kind in ("measure", "range"):
        for number, unit in ((abs(Fraction(n)), known(one)) for n in q.numbers for one in senses(q.unit)):
            if number and unit is not None:
                size = number * unit.factor
                steps = (math.log(size.numerator) - math.log(size.denominator)) / _STEP  # of any size, unlike a float
                yield from (f"{unit.dimension} {2 * math.floor(steps)}", f"{unit.dimension} {2 * round(steps) - 1}")
    elif q.kind == "decade":
        begins = int(q.numbers[0])
        apart = 5 if isinstance(q.value, tuple) else 0
        yield from (f"decade {year // 10}" for year in (begins - apart, begins + apart))
        yield f"decade {begins % 100}"  # the 1880s as the '80s


@cache
def _factors(unit: str) -> frozenset[Fraction]:
    """Return the sizes, in base units, of the units that a word may mean: 85銭 is *0.85 yen*, a basis point 0.01 points."""
    return frozenset({Fraction(1), *(found.factor for one in senses(unit) if (found := known(one)))})
