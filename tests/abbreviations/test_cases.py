"""The case tables: definitions in text, short forms and words, the look of a short form, later uses."""

import csv
from pathlib import Path

import pytest

from termalign.abbreviations import find_abbreviations, is_short_form, match_short_form, mentions, singular

CASES = Path(__file__).parent.parent / "cases"
# A reliability from which a pair is likely, without anything in the wording to support it.
LIKELY = 0.85

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    with (CASES / f"abbreviations_{name}.tsv").open(encoding="utf-8", newline="") as table:
        found = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [{key: value.replace("\\n", "\n") for key, value in row.items()} for row in found]


def cases(name: str, key: str) -> list[object]:
    """One parameter a row of the table; a row with a reason under `xfail` is known to fail."""
    return [
        pytest.param(
            row,
            id=f"{row['label']}: {row[key]}",
            marks=[pytest.mark.xfail(reason=row["xfail"], strict=True)] if row.get("xfail") else [],
        )
        for row in rows(name)
    ]


@pytest.mark.parametrize("row", cases("english", "text"))
def test_definitions(row: Row) -> None:
    expected = [tuple(pair.split("=", 1)) for pair in row["pairs"].split(";") if pair]
    found = [(a.short.text, a.long.text) for a in find_abbreviations(row["text"])]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("row", cases("match", "words"))
def test_short_form_and_words(row: Row) -> None:
    match = match_short_form(row["short"], row["words"].split())
    verdict = "none" if match is None else "likely" if match[0] >= LIKELY else "doubtful"
    assert verdict == row["verdict"]
    assert match is None or " ".join(map(str, match[1])) == row["used"]


@pytest.mark.parametrize("row", cases("shapes", "token"))
def test_look(row: Row) -> None:
    assert is_short_form(row["token"]) == (row["is_short"] == "yes")
    if row["singular"]:
        assert singular(row["token"]) == row["singular"]


@pytest.mark.parametrize("row", cases("mentions", "text"))
def test_mentions(row: Row) -> None:
    text = row["text"]
    found = [f"{use.text}@{use.start}" for _, use in mentions(text, find_abbreviations(text))]
    assert " ".join(found) == row["uses"]


@pytest.mark.parametrize(("name", "column", "nothing"), [("english", "pairs", ""), ("match", "verdict", "none")])
def test_a_third_of_the_cases_are_traps(name: str, column: str, nothing: str) -> None:
    traps = [row for row in rows(name) if row[column] == nothing]
    assert len(traps) * 3 >= len(rows(name))


def test_a_use_belongs_to_the_last_definition_before_it() -> None:
    text = "adenosine triphosphate (ATP), ATP; the Adult Treatment Panel (ATP), ATP"
    assert [a.long.text for a, _ in mentions(text, find_abbreviations(text))] == [
        "adenosine triphosphate",
        "Adult Treatment Panel",
    ]


@pytest.mark.parametrize("text", [b"NPA", None, ["NPA"]])
def test_what_is_no_text_is_refused(text: object) -> None:
    with pytest.raises(TypeError, match="must be a str"):
        find_abbreviations(text)  # type: ignore[arg-type]
