"""What each kind of evidence finds for a term in an English text, and what it leaves alone, by tables of cases."""

import pytest
from tables import Row, rows

from termalign import Aligner
from termalign.model import KINDS

ALIGNER = Aligner()

#: Tables, and the kinds of links that their traps must not have: all where a trap is no rendering of any kind.
TABLES = {
    "gloss_cases.tsv": KINDS,
    "composed_cases.tsv": KINDS,
    "alike_cases.tsv": KINDS,
    "name_people.tsv": KINDS,
    "name_places.tsv": KINDS,
    "organisation_names.tsv": KINDS,
    "acronym_terms.tsv": ("acronym",),
    "clip_cases.tsv": ("clip",),
    "apposition_cases.tsv": ("apposition",),
    "in_english_cases.tsv": ("apposition",),
}


def cases(trap: bool) -> list[object]:
    """The rows of all tables in which something renders the term, or nothing does; the latter are traps."""
    return [
        pytest.param(
            row,
            kinds,
            id=f"{table}:{line} {term_of(row)}",
            marks=[pytest.mark.xfail(reason=row["xfail"], strict=True)] * bool(row["xfail"]),
        )
        for table, kinds in TABLES.items()
        for line, row in enumerate(rows(table), 2)
        if trap is not bool(expected(row))
    ]


def expected(row: Row) -> str:
    return row["span"] if "span" in row else row["expected"]


def term_of(row: Row) -> str:
    return row["ja"] if "ja" in row else row["term"]


@pytest.mark.parametrize(("row", "kinds"), cases(trap=False))
def test_what_renders_the_term_is_found(row: Row, kinds: tuple[str, ...]) -> None:
    assert expected(row) in [link.en.text for link in ALIGNER.align([term_of(row)], row["en"])]


@pytest.mark.parametrize(("row", "kinds"), cases(trap=True))
def test_what_only_looks_like_it_is_not(row: Row, kinds: tuple[str, ...]) -> None:
    assert [link.en.text for link in ALIGNER.align([term_of(row)], row["en"]) if link.kind in kinds] == []
