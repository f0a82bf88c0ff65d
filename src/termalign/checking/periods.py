"""Periods of Japanese history, such as 江戸時代, and eras, with their first and last years.

``periods.tsv`` gives several years where historians differ. The eras are those of the calendar.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from termalign.quantities.calendar import eras, plain_romaji
from termalign.tables import read_table

_NO_YEAR = "(?![0-9０-９元〇一二三四五六七八九十])"


class Period(NamedTuple):
    """An era or a period of history, with the years in which it may begin and end."""

    ja: str
    romaji: str  # as `plain_romaji` returns it
    begins: frozenset[int]
    ends: frozenset[int]

    def has_decade(self, decade: int) -> bool:
        """Return whether a decade has years of the period."""
        return min(self.begins) - 9 < decade < max(self.ends)


@cache
def _periods() -> tuple[Period, ...]:
    named = [Period(ja, era.romaji, _years([era.first]), _years([era.last])) for ja, era in eras().items()]
    for ja, romaji, first, last in read_table(__package__, "periods.tsv", header=True):
        named.append(Period(ja, plain_romaji(romaji), _years(first.split()), _years(last.split())))
    return tuple(named)


def _years(years: Iterable[int | str]) -> frozenset[int]:
    """Return years with the one before and the one after each, as reference works differ by one."""
    return frozenset(int(year) + k for year in years for k in (-1, 0, 1))


def periods_named(japanese: str, english: str = "") -> list[Period]:
    """Return the eras and periods that one of two texts names; in the Japanese, without a year of theirs.

    >>> [[period.ja for period in periods_named(*texts)] for texts in (("昭和35年から平成まで",), ("", "the Edo period"))]
    [['平成'], ['江戸']]
    """
    letters = plain_romaji(english)
    return [
        period
        for period in _periods()
        if (period.ja in japanese and re.search(period.ja + _NO_YEAR, japanese)) or period.romaji in letters
    ]


def are_first_and_last(first: int, last: int, periods: Sequence[Period]) -> bool:
    """Return whether two years are the first and the last of one or several of these: 文化・文政 began in 1804 and ended in 1830.

    >>> are_first_and_last(1624, 1644, periods_named("寛永年間")), are_first_and_last(1804, 1830, periods_named("文化・文政期"))
    (True, True)
    >>> are_first_and_last(1630, 1868, periods_named("江戸時代の城"))
    False
    """
    return (
        first < last
        and any(first in period.begins for period in periods)
        and any(last in period.ends for period in periods)
    )
