"""What else a quantity may say: 4/5 may be a day, 2:05 a running time, 20歳 a number, the 1700s the 18th century.

Equal quantities of two kinds agree by such a reading of one of them, and share its key. ``readings.tsv`` has a row for each
reading: the kind and unit of the quantity, the numbers that its value states, limits of these, how it is written, and what
it then says, with the degree to which the two agree.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

from termalign.quantities.formula import Formula, formula
from termalign.quantities.quantity import DateValue, Quantity, Value
from termalign.tables import read_table

_SAME = "="  # the value or the unit of the quantity itself
_WRITTEN: dict[str, Callable[[Quantity, Any], bool]] = {
    "counted": lambda q, value: q.head[1] < q.end,  # 6月, but not *June*
    "short": lambda q, value: q.end - q.head[1] == 1,  # 90年, but not 20年間
    "bare": lambda q, value: isinstance(value, Decimal) or q.start < q.head[0],  # 0.8倍; コイン×300
    "centuries": lambda q, value: value[0] % 100 == 0,
    "part": lambda q, value: 0 < value < 100,
    "": lambda q, value: True,
}


class Reading(NamedTuple):
    """A quantity as one of another kind, with the degree to which the two agree."""

    kind: str
    value: Value
    unit: str
    degree: float


class _Row(NamedTuple):
    """One row of the table. `limits` has the index of each limited number, with its least and greatest value."""

    of: str
    limits: tuple[tuple[int, int, int], ...]
    written: Callable[[Quantity, Any], bool]
    kind: str
    value: Formula | None
    unit: str
    degree: float


@cache
def _table() -> dict[tuple[str, str], list[_Row]]:
    """Return the rows by the kind of a quantity and the numbers that it states."""
    found: dict[tuple[str, str], list[_Row]] = {}
    rows = read_table(__package__, "readings.tsv", header=True)
    for kind, of, states, limits, written, says, value, unit, degree in rows:
        bounds = (("abc".index(limit[0]), *map(int, limit[2:].split(".."))) for limit in limits.split())
        said = None if value == _SAME else formula(value)
        row = _Row(of, tuple(bounds), _WRITTEN[written], says, said, unit, float(degree))  # type: ignore[arg-type]
        for shape in states.split():
            found.setdefault((kind, shape), []).append(row)
    return found


@lru_cache(4096)
def readings(quantity: Quantity) -> tuple[Reading, ...]:
    """Return what else a quantity may say.

    >>> from termalign.quantities import japanese_quantities
    >>> [(one.kind, one.value) for one in readings(japanese_quantities("19世紀")[0])]
    [('ordinal', 19), ('decade', 1800)]
    """
    value, unit = quantity.value, quantity.unit
    numbers: tuple[Any, ...] = value if isinstance(value, tuple) else (value,)
    states = "".join("-" if number is None else letter for letter, number in zip("abc", numbers, strict=False))
    return tuple(
        Reading(
            row.kind, row.value(numbers) if row.value else value, unit if row.unit == _SAME else row.unit, row.degree
        )
        for row in _table().get((quantity.kind, states), ())
        if row.of in ("", unit)
        and all(least <= numbers[k] <= most for k, least, most in row.limits)
        and row.written(quantity, value)
    )


def months_of(quarter: int) -> tuple[DateValue, DateValue]:
    """Return the first and the last month of a quarter of the calendar year.

    >>> months_of(2)
    ((None, 4, None), (None, 6, None))
    """
    return (None, 3 * quarter - 2, None), (None, 3 * quarter, None)
