"""The possible readings of a short form, letter by letter: T3 as t-t-t, AMs as a-m, IFN-γ as gamma-i-f-n."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from termalign.abbreviations.folded_letters import GREEK_NAMES, fold
from termalign.abbreviations.letter_weights import NUMBER_UNMATCHED, REORDERED, REPETITION
from termalign.arguments import checked

_SYMBOL = re.compile(r"\d+|[^\W\d_]|[&+]")
_PLURAL = re.compile(r"(?<=[A-Z0-9])s$|(?<=[A-Za-z0-9.])['’]s$|(?<=[Ss])['’]$")
_SUBSCRIPT = re.compile(r"([^\W\d_])\(([^\W\d_]{1,3})\)")
_MOST_REPEATED: Final = 6


class Reading(NamedTuple):
    """Symbols (letters, numbers, signs) to find in order, and the cost of this reading of the short form."""

    symbols: tuple[str, ...]
    cost: float


@lru_cache(2048)
def readings(short: str) -> tuple[Reading, ...]:
    """Return the ways to read `short`, plainest first."""
    stem = singular(short)
    plain = _symbols(stem)
    found = [Reading(plain, 0.0), Reading(_symbols(short), 0.0)]
    found += (Reading(symbols, REPETITION) for symbols in _repeated(plain))
    found += (Reading(symbols, REORDERED) for symbols in _reordered(stem, plain))
    letters = tuple(symbol for symbol in plain if not symbol.isdecimal())
    lost = sum(len(symbol) for symbol in plain if symbol.isdecimal())
    found.append(Reading(letters, NUMBER_UNMATCHED * lost))
    return tuple(dict.fromkeys(reading for reading in found if reading.symbols))


def singular(short: str) -> str:
    """Return `short` without a plural or possessive ending.

    Examples
    --------
    >>> singular("AMs"), singular("NPA's"), singular("JAL"), singular("PCs'")
    ('AM', 'NPA', 'JAL', 'PC')
    """
    checked(short, "short")
    while True:
        cut = _PLURAL.sub("", short)
        if cut == short:
            return short
        short = cut


def _symbols(short: str) -> tuple[str, ...]:
    symbols = tuple(_SYMBOL.findall(fold(short)))
    # A final minus is a sign (M- for M protein-negative); any other is a hyphen.
    return (*symbols, "-") if symbols and len(short) > 1 and short[-1] in "-−" else symbols


def _repeated(symbols: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return readings of a small number as a repeated letter: T3 as t-t-t, W3C as w-w-w-c, 3M as m-m-m."""
    found = []
    for at, symbol in enumerate(symbols):
        if not symbol.isdecimal() or len(symbol) > 1 or not 2 <= int(symbol) <= _MOST_REPEATED:
            continue
        times = int(symbol)
        if at and symbols[at - 1].isalpha():
            found.append((*symbols[:at], *symbols[at - 1 : at] * (times - 1), *symbols[at + 1 :]))
        elif at == 0 and len(symbols) > 1 and symbols[1].isalpha():
            found.append((symbols[1],) * times + symbols[2:])
    return found


def _reordered(short: str, plain: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return readings in another order: IFN-gamma as gamma-i-f-n, T(a), ambient temperature, as a-t, CO2 as c-2-o, Q3 as 3-q."""
    found = []
    head, dash, tail = fold(short).rpartition("-")
    if dash and tail in GREEK_NAMES and head:
        found.append((*_symbols(tail), *_symbols(head)))
    subscript = _SUBSCRIPT.fullmatch(short)
    if subscript:
        found.append(_symbols(subscript[2] + subscript[1]))
    if len(plain) > 1 and plain[-1].isdecimal() and plain[-2].isalpha():
        found.append((*plain[:-2], plain[-1], plain[-2]))
    return found
