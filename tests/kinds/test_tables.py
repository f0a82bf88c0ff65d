"""What each kind of evidence finds for a term in an English text, and what it leaves alone, by tables of cases.

A term stands in a list with others, long enough for the index to decide which terms a text may mention: it compares every term
of a short list.
"""

from functools import cache
from typing import NamedTuple

import pytest
from strangers import TOWNS
from tables import CASES, Row, rows

from termalign import Aligner
from termalign.model import KINDS, Kind, Link

#: Terms that no text of the tables mentions: with them, a list is not short.
OTHERS = ["天気予報", "地震速報", "自転車", "洗濯機", "冷蔵庫", "蝶結び", "算盤", "雪だるま", *TOWNS]


class Table(NamedTuple):
    """A table of cases.

    Attributes
    ----------
    kinds : tuple of str
        The kinds of links that its rows are about. One of them is in the evidence, unless a row names another in its column
        ``kind``.
    traps : tuple of str
        The kinds of links that its traps must not have: all where a trap is no rendering of any kind.
    alone : bool
        Whether these kinds alone bring up its terms in a list.
    """

    kinds: tuple[Kind, ...]
    traps: tuple[Kind, ...]
    alone: bool = True


TABLES = {
    "gloss_cases.tsv": Table(("gloss",), KINDS),
    "composed_cases.tsv": Table(("composed", "gloss"), KINDS),
    "alike_cases.tsv": Table(("gloss",), KINDS),
    "name_people.tsv": Table(("name",), KINDS),
    "name_places.tsv": Table(("name",), KINDS, alone=False),
    "organisation_names.tsv": Table(("name",), KINDS, alone=False),
    "acronym_terms.tsv": Table(("acronym",), ("acronym",)),
    "clip_cases.tsv": Table(("clip",), ("clip",)),
    "apposition_cases.tsv": Table(("apposition",), ("apposition",)),
    "in_english_cases.tsv": Table(("apposition",), ("apposition",)),
}


def test_every_table_of_cases_is_read() -> None:
    tables = {table.name for table in CASES.glob("*_cases.tsv")} - {"learned_cases.tsv"}  # those of a learned model
    assert tables <= TABLES.keys()


def cases(trap: bool, alone: bool = False) -> list[object]:
    """The rows of all tables in which something renders the term, or nothing does; the latter are traps.

    With `alone`, only those that a kind brings up in a list without the other kinds.
    """
    return [
        pytest.param(
            row,
            table,
            id=f"{name}:{line} {term_of(row)}",
            marks=[pytest.mark.xfail(reason=row["xfail"], strict=True)] * bool(row["xfail"]),
        )
        for name, table in TABLES.items()
        for line, row in enumerate(rows(name), 2)
        if trap is not bool(expected(row))
        and (not alone or (table.alone and not row["xfail"] and not row.get("not_in_list")))
    ]


def expected(row: Row) -> str:
    return row["span"] if "span" in row else row["expected"]


def term_of(row: Row) -> str:
    return row["ja"] if "ja" in row else row["term"]


@cache
def aligner(kinds: tuple[Kind, ...], min_score: float | None = None) -> Aligner:
    return Aligner(kinds=kinds) if min_score is None else Aligner(kinds=kinds, min_score=min_score)


def links(row: Row, others: list[str], kinds: tuple[Kind, ...] = KINDS, min_score: float | None = None) -> list[Link]:
    """The right links of a row's term, in a list with others."""
    found = aligner(kinds, min_score).align([term_of(row), *others], row["en"])
    return [link for link in found if link.ja.start == 0 and link.en.text == expected(row)]


@pytest.mark.parametrize(("row", "table"), cases(trap=False))
def test_what_renders_the_term_is_found(row: Row, table: Table) -> None:
    if row.get("not_in_list"):
        assert links(row, OTHERS) == [], f"{row['not_in_list']}: no longer so"
    found = links(row, [] if row.get("not_in_list") else OTHERS)
    assert found, "not found"
    kinds = {found[0].kind, *(evidence.kind for evidence in found[0].evidence)}
    assert kinds & ({row["kind"]} if row.get("kind") else set(table.kinds))


@pytest.mark.parametrize(("row", "table"), cases(trap=False, alone=True))
def test_a_kind_brings_up_its_terms_without_the_others(row: Row, table: Table) -> None:
    # A list with others has lower scores, as a text mentions few of its terms.
    assert links(row, OTHERS, table.kinds, min_score=0.3) or not links(row, [], table.kinds)


@pytest.mark.parametrize(("row", "table"), cases(trap=True))
def test_what_only_looks_like_it_is_not(row: Row, table: Table) -> None:
    found = aligner(KINDS).align([term_of(row)], row["en"])
    assert [link.en.text for link in found if link.kind in table.traps] == []
