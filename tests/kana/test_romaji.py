"""Kana and Latin letters, by the tables: each system, what spells what, and what may be romaji."""

import csv
from pathlib import Path
from typing import Any

import pytest

from termalign.kana import SYSTEMS, System, is_romaji, kana_keys, latin_key, romaji_similarity, romanize_kana

CASES = Path(__file__).parent.parent / "cases"
Row = dict[str, str]


def cases(name: str) -> list[Any]:
    """The rows of a table; those with a reason in the column xfail are known failures."""
    with (CASES / name).open(encoding="utf-8", newline="") as table:
        return [
            pytest.param(row, id=row["label"], marks=[pytest.mark.xfail(reason=row["xfail"])] * bool(row["xfail"]))
            for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def borders(row: Row) -> tuple[int, ...]:
    return tuple(map(int, row["borders"].split()))


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("row", cases("romaji_systems.tsv"))
def test_kana_is_spelled_by_the_rules_of_a_system(row: Row, system: System) -> None:
    assert romanize_kana(row["kana"], system, borders(row)) == row[system]


@pytest.mark.parametrize("row", cases("romaji_match.tsv"))
def test_spelling_matches_kana(row: Row) -> None:
    matches = latin_key(row["latin"]) in kana_keys(row["kana"], borders(row))
    assert matches == (row["matches"] == "yes")


@pytest.mark.parametrize("row", cases("romaji_match.tsv"))
def test_what_matches_is_wholly_similar_and_nothing_else_is(row: Row) -> None:
    similar = romaji_similarity(row["kana"], row["latin"], borders(row))
    assert (similar == 1.0) == (row["matches"] == "yes")


@pytest.mark.parametrize("row", cases("romaji_words.tsv"))
def test_word_may_be_romaji(row: Row) -> None:
    assert is_romaji(row["word"]) == (row["romaji"] == "yes")


@pytest.mark.parametrize(
    ("given", "message"), [(0, "kana must be str, not int"), (None, "NoneType"), ("カ".encode(), "decode first")]
)
def test_what_is_no_kana_text_is_refused(given: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        romanize_kana(given)
