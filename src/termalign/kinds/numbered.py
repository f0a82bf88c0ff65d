"""Numbers with an English noun that renders a Japanese counter: 2号機, *Unit 2*; 約100品目, *about 100 items*."""

import re
from functools import cache

from termalign.japanese.kanji_numerals import DIGITS, LARGE_UNITS, UNITS
from termalign.tables import read_table

_NUMERAL = re.compile(rf"^第?[0-9,.数{''.join((*DIGITS, *UNITS, *LARGE_UNITS))}]+")


def with_noun(text: str, counted: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of an English number, extended by a noun that renders the counter of `counted`, the Japanese quantity.

    The noun comes after the number or, in the singular, before it.

    >>> with_noun("restart of the No. 6 reactor", "6号機", 15, 20), with_noun("Unit 2 was halted", "2号機", 5, 6)
    ((15, 28), (0, 6))
    >>> with_noun("prices of 100 items", "100品目", 10, 13)
    (10, 19)
    """
    for noun in _nouns().get(_NUMERAL.sub("", counted), ()):
        last = end + 1 + len(noun)
        if text[end : end + 1] == " " and text[end + 1 : last].lower() == noun and not text[last : last + 1].isalpha():
            return start, last
        first = start - 1 - len(noun)
        if first >= 0 and text[first:start].lower() == noun + " " and not text[first - 1 : first].isalpha():
            return first, end
    return start, end


@cache
def _nouns() -> dict[str, tuple[str, ...]]:
    return {
        counter: tuple(nouns.split("; ")) for counter, nouns in read_table(__package__, "numbered.tsv", header=True)
    }
