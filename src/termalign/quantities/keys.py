"""Blocking keys of quantities: equivalent quantities share a key."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache

from termalign.quantities.calendar import modern_era_offsets
from termalign.quantities.quantity import Quantity, clock_fields, running_time
from termalign.quantities.rounding import roundings
from termalign.quantities.units import known, senses

_LOOSE = "q:~"  # for quantities that may agree with another number: converted, rounded, a range
_LOOSE_KINDS = frozenset({"measure", "duration", "fraction", "range", "score", "decade", "age", "multiple"})
_YEARS = {"century": 100, "decade": 10}  # 100年, *a century*


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
    if q.approx or q.kind in _LOOSE_KINDS:
        yield _LOOSE
    yield from _keys_of_other_kinds(q)
    for number in q.numbers:
        yield from (f"q:{abs(Fraction(number)) * factor}" for factor in _factors(q.unit))
        yield f"q:{abs(Fraction(number))}"  # a loss may be a negative number in one text, and a word in the other
        if q.kind == "percent":
            yield f"q:{abs(Fraction(number)) / 100}"  # 3割2分5厘, .325
        if q.kind == "multiple":
            yield f"q:{100 * (Fraction(number) - 1)}"  # 1.5倍, *by 50%*
        if q.unit in _YEARS:
            yield f"q:{Fraction(number) * _YEARS[q.unit]}"
        if q.kind == "date" and isinstance(number, int):  # '98; an eraless 7 for 2025
            yield f"q:{number % 100}"
            if number < 100:
                yield from (f"q:{number + offset}" for offset in modern_era_offsets())


@cache
def _factors(unit: str) -> tuple[Fraction, ...]:
    """Return the sizes, in base units, of the units that a word may mean: 85銭 is *0.85 yen*, a basis point 0.01 points."""
    return tuple({found.factor for one in senses(unit) if (found := known(one))} - {Fraction(1)})


def _keys_of_other_kinds(q: Quantity) -> Iterator[str]:
    """Yield the keys for readings as another kind.

    4/5 may be a day, 一年六月 eighteen months, 90年 the year 1990, and 2:05 two hours and five minutes. The first quarter is
    January to March, and the 18th century the 1700s.
    """
    if q.date and q.date[0] is None and q.date[1] and q.date[2]:
        yield f"q:{Fraction(q.date[1], q.date[2])}"
    if q.date and q.date[0] is not None and 0 < q.date[0] < 100 and q.date[1]:
        yield f"q:{12 * q.date[0] + q.date[1]}"
    if q.kind == "time":
        fields = clock_fields(q)
        yield f"q:{running_time(fields, 'second')}"
        yield f"q:{fields[0] - 24 if fields[0] >= 24 else fields[0] % 12}"
    if q.kind == "century" and isinstance(q.value, int):
        yield f"q:{100 * (q.value - 1)}"
    if q.unit == "memorial" and isinstance(q.value, int):
        yield f"q:{q.value - 1}"
    if q.kind == "quarter" and isinstance(q.value, int):
        yield f"q:{3 * q.value}"
    if (q.kind, q.unit) == ("duration", "year") and isinstance(q.value, int) and 0 < q.value < 100:
        yield from (f"q:{q.value + century}" for century in (1900, 2000))
