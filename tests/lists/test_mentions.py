"""Which words of a text are mentions of a listed term, and which only look like it, of a list that is prepared or not."""

import pytest
from tables import Row, params, rows

from termalign import Aligner, Lexicon
from termalign.lists import TermList

ALIGNER = Aligner()
TABLE = rows("listed_mentions.tsv")
PREPARED = TermList.prepare(dict.fromkeys(row["term"] for row in TABLE), Lexicon.default())


@pytest.mark.parametrize("row", params(TABLE, lambda row: row["label"]))
def test_mentions(row: Row) -> None:
    found = [link.en.text for link in ALIGNER.align([row["term"]], row["en"])]
    assert "; ".join(found) == row["mentions"]


@pytest.mark.parametrize("row", params(TABLE, lambda row: row["label"]))
def test_mentions_of_a_prepared_list(row: Row) -> None:
    found = [link.en.text for link in ALIGNER.align(PREPARED, row["en"]) if link.ja.text == row["term"]]
    assert "; ".join(found) == row["mentions"]
