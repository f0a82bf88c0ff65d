"""Which words of a text are mentions of a listed term, and which only look like it, of a list that is prepared or not."""

from functools import cache

import pytest
from tables import Row, params, rows

from termalign import Aligner, TermList

ALIGNER = Aligner()
TABLE = rows("listed_mentions.tsv")
TERMS = [row["term"] for row in TABLE]
UNPREPARED = Aligner()  # sees the terms as they are, and knows nothing of the prepared list


@cache
def prepared() -> TermList:
    return ALIGNER.prepare(TERMS)


@pytest.mark.parametrize("row", params(TABLE, lambda row: row["label"]))
def test_mentions(row: Row) -> None:
    found = [link.en.text for link in ALIGNER.align([row["term"]], row["en"])]
    assert "; ".join(found) == row["mentions"]


@pytest.mark.parametrize("row", params([{**row, "xfail": ""} for row in TABLE], lambda row: row["label"]))
def test_a_prepared_list_has_the_links_that_it_has_as_it_is(row: Row) -> None:
    assert ALIGNER.align(prepared(), row["en"]).links == UNPREPARED.align(TERMS, row["en"]).links
