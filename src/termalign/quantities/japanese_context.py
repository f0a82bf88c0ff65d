"""What stands around a Japanese numeral: counters after it, signs and words of approximation on both
sides."""

import re
from functools import cache
from typing import NamedTuple

from termalign.quantities.quantity import Offsets
from termalign.quantities.units import read_table

_APPROX_BEFORE = re.compile(r"(?:約|およそ|おおよそ|おおむね|概ね|凡そ|ほぼ|だいたい|大体|ざっと|推定)[ 　]?$")
_APPROX_AFTER = re.compile(
    r"前後|ほど|程度|程|くらい|ぐらい|余り|余|あまり|近く(?!の[町村市駅])|ごろ|頃|内外|足らず|たらず|見当|[強弱](?![いくかさ者大烈])"
)
APPROX_INSIDE = frozenset("余")
"""Between number and counter: 十余年."""

SPEED = {"kilometre": "km/h", "kilo": "km/h", "mile": "mph"}


class Counter(NamedTuple):
    """One row of ``japanese_counters.tsv``."""

    kind: str
    unit: str
    with_kanji: bool


@cache
def counters() -> dict[str, Counter]:
    """All counters by their text."""
    return {row[0]: Counter(row[1], row[2], row[3] == "yes") for row in read_table("japanese_counters.tsv")}


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """For each first sign the lengths of the counters that begin with it, longest first."""
    found: dict[str, set[int]] = {}
    for counter in counters():
        found.setdefault(counter[0], set()).add(len(counter))
    return {sign: tuple(sorted(lengths, reverse=True)) for sign, lengths in found.items()}


def counter_at(text: str, position: int) -> tuple[int, Counter] | None:
    """The longest counter at a position, with where it ends.

    A Latin counter must not run on into more letters: 5m is five metres, 5mobile nothing.

    >>> counter_at("3か月前", 1)[0], counter_at("5kmの", 1)[1].unit, counter_at("3x", 1)
    (3, 'kilometre', None)
    """
    sign = text[position : position + 1]
    table = counters()
    for length in _lengths().get(sign, ()):
        end = position + length
        counter = table.get(text[position:end])
        if sign == "人" and text.startswith("人前後", position) and length == 2:
            continue  # around ten people, no ten servings
        if counter is not None and len(text) >= end and not (_is_letter(text, end - 1) and _is_letter(text, end)):
            return end, counter
    return None


def _is_letter(text: str, position: int) -> bool:
    return text[position : position + 1].isascii() and text[position : position + 1].isalpha()


def approx_before(text: str, start: int) -> Offsets | None:
    """The word of approximation that ends where a quantity starts."""
    if start == 0 or text[start - 1] not in "約そむねぼい体と定 　":
        return None
    found = _APPROX_BEFORE.search(text, max(0, start - 6), start)
    return found.span() if found else None


def approx_after(text: str, end: int) -> Offsets | None:
    """The word of approximation that starts where a quantity ends."""
    found = _APPROX_AFTER.match(text, end)
    return found.span() if found else None
