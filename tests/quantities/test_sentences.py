"""Numbers, dates and amounts in a sentence and its translation, as terms of it and in a list; and traps, which never fire."""

import pytest
from tables import Row, params, rows

from termalign import Alignment, align


def cases(traps: bool) -> list[object]:
    kept = [row for row in rows("quantities_sentences.tsv") if (row["span"] == "") is traps]
    return params(kept, lambda row: f"{row['term']}: {row['span'] or row['en']}")


def bare(phrase: str) -> str:
    """Without a leading article, which may belong to the span or not."""
    for article in ("the ", "a ", "an "):
        if phrase.lower().startswith(article):
            return phrase[len(article) :]
    return phrase


def fired(found: Alignment) -> list[tuple[int, int, str]]:
    return [(link.ja.start, link.ja.end, link.en.text) for link in found if link.kind in ("number", "date")]


@pytest.mark.parametrize("row", cases(traps=False))
def test_value_is_found(row: Row) -> None:
    for found in (align(row["ja"], row["en"], terms=[row["term"]]), align([row["term"]], row["en"])):
        assert bare(row["span"]) in [bare(link.en.text) for link in found]


@pytest.mark.parametrize("row", cases(traps=True))
def test_trap_never_fires(row: Row) -> None:
    start = row["ja"].index(row["term"])
    end = start + len(row["term"])
    assert [text for a, b, text in fired(align(row["ja"], row["en"])) if a < end and start < b] == []
    assert fired(align([row["term"]], row["en"])) == []


def test_a_third_of_the_cases_are_traps() -> None:
    table = rows("quantities_sentences.tsv")
    assert 3 * sum(row["span"] == "" for row in table) >= len(table) >= 60
