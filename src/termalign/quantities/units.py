"""The units of quantities, and their conversion.

``units.tsv`` gives for each canonical unit its dimension, its size in the base unit of that dimension, its label, and, for an
ambiguous word (ポンド, 度), the units that it may mean. Sizes are exact fractions: the metric and imperial definitions, and
the Japanese measures as fixed by the Weights and Measures Act of 1891.
"""

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from termalign.tables import read_table

PROVISIONS = frozenset({"article", "paragraph", "number", "subitem", "chapter", "section"})
"""The units of the parts of a statute: 第五条第二項."""

SPANS_OF_TIME = {"秒": "second", "分": "minute", "時": "hour", "日": "day", "週": "week", "月": "month", "年": "year"}
ADVERBS_OF_TIME = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annual": "year",
    "annually": "year",
}  # fmt: skip
_SHORT = {"second": "s", "minute": "min", "hour": "h"}


class Unit(NamedTuple):
    """One row of ``units.tsv``."""

    dimension: str
    factor: Fraction
    label: str
    senses: tuple[str, ...]


@cache
def units() -> dict[str, Unit]:
    """Return all units by name."""
    return {
        name: Unit(dimension, Fraction(factor), label, tuple(senses.split("|")) if senses else ())
        for name, dimension, factor, label, senses in read_table(__package__, "units.tsv", header=True)
    }


@cache
def known(unit: str) -> Unit | None:
    """Return a unit of the table, or one made of two of them: litre/minute.

    >>> known("kilometre/hour")
    Unit(dimension='length/time', factor=Fraction(5, 18), label='km/h', senses=())
    """
    of, _, each = unit.partition("/")
    first, second = units().get(of), units().get(each)
    if first is None or second is None:
        return first if not each else None
    label = "|".join(f"{name}/{_SHORT.get(each, second.label)}" for name in first.label.split("|"))
    ways = tuple(f"{sense}/{each}" for sense in first.senses)
    return Unit(f"{first.dimension}/{second.dimension}", first.factor / second.factor, label, ways)


def unit_label(unit: str, plural: bool = False) -> str:
    """Return the label of a unit; '' for no unit.

    >>> unit_label("kilometre"), unit_label("person"), unit_label("person", plural=True), unit_label("")
    ('km', 'person', 'people', '')
    """
    found = known(unit)
    singular, _, several = found.label.partition("|") if found else (unit, "", "")
    return several if plural and several else singular


@cache
def senses(unit: str) -> tuple[str, ...]:
    """Return the units that a unit word may stand for.

    >>> senses("pound"), senses("JPY")
    (('GBP', 'pound mass'), ('JPY',))
    """
    found = known(unit)
    return (found.senses if found else ()) or (unit,)


def share_sense(unit: str, other: str) -> bool:
    """Return whether two unit words may stand for the same unit.

    >>> share_sense("pound", "GBP"), share_sense("pound", "JPY")
    (True, False)
    """
    return not set(senses(unit)).isdisjoint(senses(other))


def dimension(unit: str) -> str:
    """Return the dimension of a unit: ``length``, ``time``, ``count``, ``rank``, a currency code …; '' for no unit."""
    found = known(unit)
    return found.dimension if found else ""
