"""The units of quantities, and their conversion.

``units.tsv`` gives for each canonical unit its dimension, its size in the base unit of that dimension, its label, and, for an
ambiguous word (ポンド, 度), the units that it may mean. Sizes are exact fractions: the metric and imperial definitions, and the
Japanese measures as fixed by the Weights and Measures Act of 1891. ``prefixed_units.tsv`` has the units that take decimal
prefixes (the Pa of kPa, the メートル of ナノメートル, the *gram* of *microgram*), and ``prefixes.tsv`` has the prefixes.
Units of length also have powers.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from math import prod
from typing import NamedTuple

from termalign.tables import read_table

PROVISIONS = frozenset({"article", "paragraph", "number", "subitem", "chapter", "section"})
"""The units of the parts of a statute: 第五条第二項."""

COUNTED = frozenset({"count", "thing", "rank"})
"""The dimensions of the units that count things: 三人, 三つ, 三階."""
UNMEASURED = COUNTED | {"", "noun"}
"""These, and the dimensions of a bare number and of one that counts any noun."""

SPANS_OF_TIME = {"秒": "second", "分": "minute", "時": "hour", "日": "day", "週": "week", "月": "month", "年": "year"}
ADVERBS_OF_TIME = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annual": "year",
    "annually": "year",
}  # fmt: skip
SPANS = frozenset(SPANS_OF_TIME.values())
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_OTHERWISE = {0xB5: "\u03bc", 0x3A9: "\u2126", 0xC5: "\u212b"}
"""The signs of symbols that have a second code point: µ, Ω, Å."""
_POWERS = {2: ("area", "square ", "平方"), 3: ("volume", "cubic ", "立方")}
_SHORT = {"second": "s", "minute": "min", "hour": "h"}
_ONE = Fraction(1)
_DERIVED = {"force/area": ("pressure", Fraction(1, 100))}
"""The dimension of some units made of others, and the size of its base unit: kgf/cm² is a pressure, in hectopascals."""


PRODUCT = dict.fromkeys(map(ord, "⋅・･∙•*-‐"), "·")
"""The signs between the two units of a product, with the one that tables have: N·m, N・m, N-m."""


class Unit(NamedTuple):
    """A unit. One that takes decimal prefixes or powers also has the symbols and words that stand for it."""

    dimension: str
    factor: Fraction
    label: str
    senses: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    japanese: str = ""

    @property
    def kind(self) -> str:
        """The kind of a quantity in this unit."""
        return "duration" if self.dimension == "time" else "measure"


@cache
def prefixed_units() -> dict[str, Unit]:
    """Return the units with decimal prefixes by name, with the areas and volumes of the units of length.

    >>> prefixed_units()["square millimetre"].symbols
    ('mm²', 'mm2', 'mm^2')
    """
    return {unit.english[0]: unit for unit in _prefixed()}


def _prefixed() -> Iterator[Unit]:
    rows = read_table(__package__, "prefixes.tsv", header=True)
    prefixes = {signs[0]: (signs.split("|"), before, ahead, power) for signs, before, ahead, power in rows}
    prefixes["."] = [""], "", "", "0"
    for row in read_table(__package__, "prefixed_units.tsv", header=True):
        signs, english, japanese, dimension, factor, taken = row
        for sign in taken.split():
            typed, before, ahead, power = prefixes[sign]
            symbols = [prefix + symbol for prefix in typed for symbol in signs.split("|")]
            alike = tuple(dict.fromkeys((*symbols, *(symbol.translate(_OTHERWISE) for symbol in symbols))))
            words = tuple([before + word for word in english.split("|")])
            size = Fraction(factor) * Fraction(10) ** int(power)
            unit = Unit(dimension, size, symbols[0], (), alike, words, ahead + japanese)
            yield unit
            if dimension == "length":
                yield from (_of_lengths(unit, exponent) for exponent in _POWERS)


def _of_lengths(unit: Unit, power: int) -> Unit:
    """Return a unit of length as one of areas or volumes."""
    dimension, word, kanji = _POWERS[power]
    symbols = tuple([f"{symbol}{sign}" for symbol in unit.symbols for sign in (_RAISED[power], power, f"^{power}")])
    words = tuple([word + name for name in unit.english])
    return Unit(dimension, unit.factor**power, symbols[0], (), symbols, words, kanji + unit.japanese)


@cache
def _units() -> dict[str, Unit]:
    return prefixed_units() | {
        name: Unit(dimension, Fraction(factor), label, tuple(senses.split("|")) if senses else ())
        for name, dimension, factor, label, senses in read_table(__package__, "units.tsv", header=True)
    }


@cache
def known(unit: str) -> Unit | None:
    """Return a unit of the table, or one made of several of them: litre/minute, milligram/kilogram/day.

    >>> known("kilometre/hour")[:3]
    ('length/time', Fraction(5, 18), 'km/h')
    >>> known("milligram/kilogram/day").label, known("newton/square millimetre").dimension
    ('mg/kg/day', 'pressure')
    """
    of, *names = unit.split("/")
    first, each = _units().get(of), [_to_power(name) for name in names]
    if first is None or None in each:
        return None
    per = [(name, one) for name, one in zip(names, each, strict=True) if one is not None]
    if not per:
        return first
    by = "".join(f"/{_SHORT.get(name, one.label.partition('|')[0])}" for name, one in per)
    label = "|".join(f"{one}{by}" for one in first.label.split("|"))
    dimension = "/".join([first.dimension, *sorted(one.dimension for _, one in per)])
    dimension, factor = _DERIVED.get(dimension, (dimension, _ONE))
    factor *= first.factor / prod(one.factor for _, one in per)
    return Unit(dimension, factor, label, tuple(f"{sense}{unit[len(of) :]}" for sense in first.senses))


def _to_power(name: str) -> Unit | None:
    """Return a unit to the power that its name has: second^2."""
    name, _, exponent = name.partition("^")
    one = _units().get(name)
    if one is None or not exponent:
        return one
    label = _SHORT.get(name, one.label.partition("|")[0]) + _RAISED[int(exponent)]
    return Unit(f"{one.dimension}^{exponent}", one.factor ** int(exponent), label)


def rate(unit: str) -> str:
    """Return the span of time that a unit is for; '' for none.

    >>> rate("milligram/kilogram/day"), rate("milligram/kilogram")
    ('day', '')
    """
    return next((each for each in reversed(unit.split("/")[1:]) if each in SPANS), "")


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
