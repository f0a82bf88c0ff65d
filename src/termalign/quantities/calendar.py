"""Japanese eras and their years.

``eras.tsv`` holds all 248 eras from Taika (645) to Reiwa, including those of both courts of 1331-1392, and the reigns by which
the *Nihon shoki* counts the years from 540 to 700 that are in no era (推古28年). The first year of an era is the Western year in
which most of it falls, as in Japanese reference works, so that year *n* is ``first + n - 1``. The table was compiled from the
standard list of era names, and checked against 3,700 dated mentions of 239 eras in the Kyoto Free Translation corpus. The other
nine eras have no such check.
"""

import re
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
_NOTE = re.compile(r"[ 　_]?[(（][^()（）]{1,8}[)）][ 　]?$|[ 　]$")


class Era(NamedTuple):
    """An era with its name in Latin letters as `plain_romaji` returns it, and its first and last year."""

    romaji: str
    first: int
    last: int


@cache
def eras() -> dict[str, Era]:
    """Return the eras by their names in kanji.

    >>> eras()["令和"].first
    2019
    """
    rows = read_table(__package__, "eras.tsv", header=True)
    return {ja: Era(plain_romaji(en), int(first), int(last)) for ja, en, first, last, _ in rows}


@cache
def _endings() -> frozenset[str]:
    return frozenset([*(era[-1] for era in eras()), *_OLD_ENDINGS, "紀", _EMPEROR[-1], *_NOTE_ENDS])


def plain_romaji(romaji: str) -> str:
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
    known = eras().get(standard_form(era))
    if known is None or number < 1 or known.first + number - 1 > known.last + 1:
        return None
    return known.first + number - 1


@cache
def modern_era_offsets() -> tuple[int, ...]:
    """Return the year before the first year of each era since Meiji: 7年度 may be fiscal 2025.

    >>> modern_era_offsets()
    (1867, 1911, 1925, 1988, 2018)
    """
    return tuple(era.first - 1 for era in eras().values() if era.first >= eras()["明治"].first)


@lru_cache(4096)
def romaji_era_year(name: str, number: int) -> int | None:
    """Return the Western year of *Showa 39*. If several eras have the name, it is the latest that had such a year.

    >>> romaji_era_year("Shōwa", 39), romaji_era_year("Tempo", 6), romaji_era_year("Apollo", 11)
    (1964, 1835, None)
    """
    plain = plain_romaji(name)
    named = [era for era in eras().values() if era.romaji == plain]
    years = [era.first + number - 1 for era in named if 1 <= number <= era.last - era.first + 2]
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
            if name == "皇紀" or standard_form(name) in eras():
                return start, name
    return None
