"""What is left over of a given compound takes the word left over in its noun phrase, and nothing else does."""

import pytest
from tables import Row, params, rows

from termalign import align


@pytest.mark.parametrize("row", params(rows("noun_phrases.tsv"), lambda row: f"{row['label']}-{row['term']}"))
def test_noun_phrase(row: Row) -> None:
    start = row["ja"].index(row["term"])
    (link,) = align(row["ja"], row["en"], terms=[(start, start + len(row["term"]))])
    assert link.en.text == row["rendering"]
