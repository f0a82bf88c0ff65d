"""Japanese eras and their years.

``eras.tsv`` holds all 248 eras from Taika (645) to Reiwa, including those of both courts of 1331-1392, and the reigns by which
the *Nihon shoki* counts the years from 540 to 700 that are in no era (推古28年). The first year of an era is the Western year in
which most of it falls, as in Japanese reference works, so that year *n* is ``first + n - 1``. The table was compiled from the
standard list of era names, and checked against 3,700 dated mentions of 239 eras in the Kyoto Free Translation corpus. The other
nine eras have no such check.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from termalign.arguments import checked, whole_number
from termalign.lexicon.variants import standard_form
from termalign.tables import read_table
from termalign.text.accents import without_accents

GREGORIAN_SINCE = 1873
"""Japan's first year of the Gregorian calendar: Meiji 6. Months and days before it are lunar."""

_OLD_ENDINGS = "應龜曆觀"
_NOTE_ENDS = (")", "）", " ", "　")
_EMPEROR = "天皇"
_NO_YEAR = "(?![0-9０-９元〇一二三四五六七八九十])"
_NOTE = re.compile(r"[ 　_]?[(（][^()（）]{1,8}[)）][ 　]?$|[ 　]$")


@cache
def _eras() -> dict[str, tuple[int, int]]:
    return {row[0]: (int(row[2]), int(row[3])) for row in read_table(__package__, "eras.tsv", header=True)}


@cache
def _endings() -> frozenset[str]:
    return frozenset([*(era[-1] for era in _eras()), *_OLD_ENDINGS, "紀", _EMPEROR[-1], *_NOTE_ENDS])


def _plain(romaji: str) -> str:
    """Return an era name without macrons and marks, and with n for m before b and p: tenpyoshoho for Tempyō-shōhō."""
    letters = [c for c in without_accents(romaji).lower() if "a" <= c <= "z"]
    return re.sub("m(?=[bp])", "n", "".join(letters))


def era_year(era: str, number: int) -> int | None:
    """Return the Western year of a year of a Japanese era.

    Parameters
    ----------
    era : str
        The name in kanji, or 皇紀.
    number : int
        The year of the era; 元年 is 1.

    Returns
    -------
    int or None
        None if there is no such era, or if it had no such year.

    Examples
    --------
    >>> era_year("令和", 7), era_year("和銅", 6), era_year("平成", 60)
    (2025, 713, None)
    """
    checked(era, "era")
    whole_number(number, "number", 0)
    if era == "皇紀":
        return number - 660  # it counts from 660 BC
    span = _eras().get(standard_form(era))
    if span is None or number < 1 or span[0] + number - 1 > span[1] + 1:
        return None
    return span[0] + number - 1


class Period(NamedTuple):
    """An era or a period of history, with the years in which it may begin and end."""

    ja: str
    romaji: str  # folded by `_plain`
    begins: frozenset[int]
    ends: frozenset[int]

    def has_decade(self, decade: int) -> bool:
        """Return whether a decade has years of the period."""
        return min(self.begins) - 9 < decade < max(self.ends)


@cache
def _periods() -> tuple[Period, ...]:
    rows = [row[:4] for name in ("eras.tsv", "periods.tsv") for row in read_table(__package__, name, header=True)]
    return tuple([Period(ja, _plain(en), _years(first), _years(last)) for ja, en, first, last in rows])


def _years(cell: str) -> frozenset[int]:
    """Return the years of a cell with one more and one less, as reference works differ by one."""
    return frozenset(int(year) + k for year in cell.split() for k in (-1, 0, 1))


def periods_named(japanese: str, english: str = "") -> list[Period]:
    """Return the eras and periods that one of two texts names; in the Japanese, without a year of theirs.

    >>> [[period.ja for period in periods_named(*texts)] for texts in (("昭和35年から平成まで",), ("", "the Edo period"))]
    [['平成'], ['江戸']]
    """
    letters = _plain(english)
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


@cache
def modern_era_offsets() -> tuple[int, ...]:
    """Return the year before the first year of each era since Meiji: 7年度 may be fiscal 2025.

    >>> modern_era_offsets()
    (1867, 1911, 1925, 1988, 2018)
    """
    return tuple(first - 1 for first, _ in _eras().values() if first >= _eras()["明治"][0])


@lru_cache(4096)
def romaji_era_year(name: str, number: int) -> int | None:
    """Return the Western year of *Showa 39*. If several eras have the name, it is the latest that had such a year.

    >>> romaji_era_year("Shōwa", 39), romaji_era_year("Tempo", 6), romaji_era_year("Apollo", 11)
    (1964, 1835, None)
    """
    plain = _plain(name)
    spans = [_eras()[period.ja] for period in _periods() if period.romaji == plain and period.ja in _eras()]
    years = [first + number - 1 for first, last in spans if 1 <= number <= last - first + 2]
    return years[-1] if years else None


def era_before(text: str, position: int) -> tuple[int, str] | None:
    """Return the start and the name of the era that ends just before a position.

    A note in brackets after the name, as in ``文明 (日本)2年``, is skipped, and so is 天皇 after the name of a reign.

    >>> era_before("天平宝字8年", 4), era_before("文明 (日本)2年", 7), era_before("推古天皇28年", 4), era_before("歴史2年", 2)
    ((0, '天平宝字'), (0, '文明'), (0, '推古'), None)
    """
    end = position - len(_EMPEROR) * text.endswith(_EMPEROR, 0, position)
    if text[position - 1 : position] not in _endings():
        return None
    if text[end - 1 : end] in _NOTE_ENDS and (note := _NOTE.search(text, max(0, position - 12), position)):
        end = note.start()
    for length in (4, 2):
        start = end - length
        if start >= 0:
            name = text[start:end]
            if name == "皇紀" or standard_form(name) in _eras():
                return start, name
    return None
