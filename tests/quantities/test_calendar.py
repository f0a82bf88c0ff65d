"""The table of eras, and the years it gives."""

from itertools import pairwise

import pytest

from termalign.quantities import era_year
from termalign.quantities.calendar import era_before, romaji_era_year
from termalign.tables import read_table

# First years as in any Japanese historical dictionary, and years that everybody knows.
YEARS = [
    ("欽明", 13, 552),
    ("推古", 12, 604),
    ("斉明", 6, 660),
    ("天智", 2, 663),
    ("持統", 8, 694),
    ("大化", 1, 645),
    ("和銅", 6, 713),
    ("天平勝宝", 4, 752),
    ("延暦", 13, 794),
    ("保元", 1, 1156),
    ("文治", 2, 1186),
    ("建武", 1, 1334),
    ("正平", 24, 1369),  # Southern court
    ("貞和", 4, 1348),  # Northern court
    ("応仁", 1, 1467),
    ("慶長", 5, 1600),
    ("元禄", 15, 1702),
    ("慶応", 3, 1867),
    ("慶應", 3, 1867),
    ("明治", 1, 1868),
    ("大正", 12, 1923),
    ("昭和", 64, 1989),
    ("平成", 31, 2019),
    ("令和", 7, 2025),
    ("皇紀", 2600, 1940),
]


@pytest.mark.parametrize(("era", "number", "year"), YEARS)
def test_era_year(era: str, number: int, year: int) -> None:
    assert era_year(era, number) == year


@pytest.mark.parametrize(("era", "number"), [("平成", 60), ("平成", 0), ("明治", 99), ("西暦", 5), ("", 1)])
def test_no_such_year(era: str, number: int) -> None:
    assert era_year(era, number) is None


def test_the_eras_follow_one_another() -> None:
    eras = [
        (row[0], int(row[2]), int(row[3]), row[4])
        for row in read_table("termalign.quantities", "eras.tsv", header=True)
    ]
    assert len(eras) == 248 + 12  # eras, and reigns before them
    assert all(first <= last for _, first, last, _ in eras)
    for absent in ("south", "north"):
        line = [(first, last) for _, first, last, court in eras if court != absent]
        later = [(last, first) for (_, last), (first, _) in pairwise(line) if first > 701]
        # An era begins in the year the one before it ends; sometimes the Western year had changed by then.
        assert all(-1 <= last - first <= 2 or absent == "north" for last, first in later), absent


@pytest.mark.parametrize(
    ("name", "number", "year"),
    [("Showa", 39, 1964), ("Shōwa", 3, 1928), ("Tempyo", 5, 733), ("Kan'ei", 10, 1633), ("Kanei", 10, 1633)],
)
def test_romaji(name: str, number: int, year: int) -> None:
    assert romaji_era_year(name, number) == year


def test_era_before_skips_a_note_and_a_title() -> None:
    assert era_before("元和 (日本)4年", 7) == (0, "元和")
    assert era_before("推古天皇28年", 4) == (0, "推古")
    assert era_before("今上天皇28年", 4) is None
    assert era_before("その4年", 2) is None
