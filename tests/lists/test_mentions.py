"""Which words of a text are mentions of a listed term, and which only look like it, of a list that is prepared or not."""

import pytest
from tables import Row, params, rows

from termalign import Aligner

ALIGNER = Aligner()
TABLE = rows("listed_mentions.tsv")


@pytest.mark.parametrize("row", params(TABLE, lambda row: row["label"]))
def test_mentions(row: Row) -> None:
    found = [link.en.text for link in ALIGNER.align([row["term"]], row["en"])]
    assert "; ".join(found) == row["mentions"]


@pytest.mark.parametrize("row", params([{**row, "xfail": ""} for row in TABLE], lambda row: row["label"]))
def test_a_prepared_list_has_the_links_that_it_has_as_it_is(row: Row) -> None:
    terms = [other["term"] for other in TABLE]
    assert ALIGNER.align(ALIGNER.prepare(terms), row["en"]).links == Aligner().align(terms, row["en"]).links
