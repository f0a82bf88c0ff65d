"""Things of Japan as an encyclopaedia names them, in romaji and in English: both are found, as they stand."""

from itertools import pairwise

import pytest
from tables import Row, rows

from termalign import Aligner


def translated(table: str) -> list[object]:
    return [
        pytest.param(
            row, id=row["ja"], marks=[pytest.mark.xfail(reason=row["xfail"], strict=True)] if row["xfail"] else []
        )
        for row in rows(table)
        if row["en"]
    ]


@pytest.fixture(scope="module")
def aligner() -> Aligner:
    return Aligner()


def found(aligner: Aligner, ja: str, en: str) -> list[str]:
    return [link.en.text for link in aligner.align([ja], en)]


#: Romaji of one small word, and of a law's whole title.
UNHEARD = {"間", "出入国管理及び難民認定法"}
RARE = pytest.mark.xfail(
    strict=True, reason="few English words in small letters are read as romaji, and fewer are labelled"
)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(
            row, id=row["ja"], marks=[pytest.mark.xfail(strict=True, reason="not heard whole")] * (row["ja"] in UNHEARD)
        )
        for row in rows("namings.tsv")
    ],
)
def test_romaji_is_found(row: Row, aligner: Aligner) -> None:
    assert row["romaji"] in found(aligner, row["ja"], f"The report describes {row['romaji']} as it is known there.")


@pytest.mark.parametrize("row", translated("namings.tsv"))
def test_english_name_is_found(row: Row, aligner: Aligner) -> None:
    assert row["en"] in found(
        aligner, row["ja"], f"The report describes it as it is known, and {row['en']} in English."
    )


def in_both(row: Row) -> str:
    return f"The report describes {row['romaji']} as it is known there, and {row['en']} in English."


@pytest.mark.parametrize("row", translated("namings_said.tsv"))
def test_both_names_are_found(row: Row, aligner: Aligner) -> None:
    assert {row["romaji"].lower(), row["en"].lower()} <= {
        text.lower() for text in found(aligner, row["ja"], in_both(row))
    }


@pytest.mark.parametrize(("row", "other"), list(pairwise(rows("namings_said.tsv"))), ids=lambda row: row["ja"])
def test_neither_name_is_that_of_another(row: Row, other: Row, aligner: Aligner) -> None:
    assert {row["romaji"], row["en"]}.isdisjoint(found(aligner, other["ja"], in_both(row)))


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        pytest.param("不満", "The human factor was ignored.", marks=RARE),
        pytest.param("試練", "A siren was heard.", marks=RARE),
        pytest.param("刀剣", "It was a token gesture.", marks=RARE),
        ("鮫", "What a shame it was."),
        ("天丼", "They took the tenth don."),
        ("土間", "The main domain was lost."),
        pytest.param("利根", "The tone was friendly.", marks=RARE),
        pytest.param("喫店", "A kitten was found.", marks=RARE),
        ("桜餅", "The mochi was good, and the sakura bloomed."),
    ],
)
def test_english_word_that_sounds_alike_is_not(ja: str, en: str, aligner: Aligner) -> None:
    assert not [link for link in aligner.align([ja], en) if link.kind == "romaji"]
