"""Units with decimal prefixes and with powers: kPa, ナノメートル, *microgram*, cm².

``prefixed_units.tsv`` has the units without a prefix, and the prefixes that they take; ``prefixes.tsv`` has the prefixes.
Together, they give the symbols and names of all units.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from termalign.tables import read_table

_OTHERWISE = {0xB5: "\u03bc", 0x3A9: "\u2126", 0xC5: "\u212b"}
"""The signs of symbols that have a second code point: µ, Ω, Å."""
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Figures as exponents."""
_POWERS = {2: ("area", "square ", "平方"), 3: ("volume", "cubic ", "立方")}


class Prefixed(NamedTuple):
    """A unit, with the signs and words that stand for it."""

    name: str
    dimension: str
    factor: Fraction
    symbols: tuple[str, ...]
    english: tuple[str, ...]
    japanese: str

    @property
    def kind(self) -> str:
        """The kind of a quantity in this unit."""
        return "duration" if self.dimension == "time" else "measure"


@cache
def prefixed_units() -> tuple[Prefixed, ...]:
    """Return the units of the two tables, with the areas and volumes of the units of length.

    >>> next(unit.symbols for unit in prefixed_units() if unit.name == "square millimetre")
    ('mm²', 'mm2', 'mm^2')
    >>> sum(unit.dimension == "pressure" for unit in prefixed_units()) > 10
    True
    """
    return tuple(_made())


def _made() -> Iterator[Prefixed]:
    prefixes = {sign: row for sign, *row in read_table(__package__, "prefixes.tsv", header=True)}
    prefixes["."] = ["", "", "0"]
    for symbols, english, japanese, dimension, factor, taken in read_table(
        __package__, "prefixed_units.tsv", header=True
    ):
        for sign in taken.split():
            before, ahead, power = prefixes[sign]
            words = tuple([before + word for word in english.split("|")])
            unit = Prefixed(
                words[0],
                dimension,
                Fraction(factor) * Fraction(10) ** int(power),
                _spelled([sign.strip(".") + symbol for symbol in symbols.split("|")]),
                words,
                ahead + japanese,
            )
            yield unit
            if dimension == "length":
                yield from (_to_power(unit, n) for n in _POWERS)


def _spelled(symbols: Sequence[str]) -> tuple[str, ...]:
    """Return symbols with those that look alike but have other code points."""
    return tuple(dict.fromkeys((*symbols, *(symbol.translate(_OTHERWISE) for symbol in symbols))))


def _to_power(unit: Prefixed, power: int) -> Prefixed:
    """Return a unit of length as one of areas or volumes."""
    dimension, word, kanji = _POWERS[power]
    symbols = [f"{symbol}{sign}" for symbol in unit.symbols for sign in (RAISED[power], power, f"^{power}")]
    words = tuple([word + name for name in unit.english])
    return Prefixed(words[0], dimension, unit.factor**power, tuple(symbols), words, kanji + unit.japanese)
