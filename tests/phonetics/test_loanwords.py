"""Katakana and Latin words that are, or are not, the same word: pairs, which of two, places in a sentence, clips."""

import csv
from pathlib import Path
from typing import Any

import pytest

from termalign.phonetics import clip_similarity, sentences, similarity, spans_within

CASES = Path(__file__).parents[1] / "cases"
# From here on two words are taken to be the same.
SAME = 0.5


def rows(name: str) -> list[dict[str, str]]:
    with (CASES / f"loanword_{name}.tsv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def cases(name: str) -> list[Any]:
    return [
        pytest.param(
            row,
            id=f"{row['label']}: {row['kana']} ~ {row.get('latin') or row.get('right') or row.get('words')}",
            marks=[pytest.mark.xfail(reason=row["xfail"], strict=True)] if row["xfail"] else [],
        )
        for row in rows(name)
    ]


@pytest.mark.parametrize("row", cases("pairs"))
def test_pair(row: dict[str, str]) -> None:
    assert (similarity(row["kana"], row["latin"]) > SAME) is (row["same"] == "yes")


@pytest.mark.parametrize("row", cases("ranks"))
def test_the_likelier_of_two(row: dict[str, str]) -> None:
    """However unlike both are: nothing is too far off to be compared."""
    assert similarity(row["kana"], row["right"]) > similarity(row["kana"], row["wrong"])


@pytest.mark.parametrize("row", cases("spans"))
def test_place_in_a_sentence(row: dict[str, str]) -> None:
    words = row["words"].split()
    spans = spans_within(row["kana"], sentences(tuple(words)), most_words=5, least=SAME)
    assert " ".join(words[slice(*spans[0][:2])] if spans else []) == row["found"]


@pytest.mark.parametrize("row", cases("clips"))
def test_clip(row: dict[str, str]) -> None:
    assert (clip_similarity(row["kana"], row["words"].split()) > SAME) is (row["clip"] == "yes")
