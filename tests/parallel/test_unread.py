"""A word that no dictionary knows renders the name that sounds like it, or the only one that is left."""

import pytest
from tables import Row, params, rows

from termalign import Aligner, align_words

ALIGNER = Aligner()


@pytest.mark.parametrize("row", params(rows("unread.tsv"), lambda row: f"{row['label']}-{row['word']}"))
def test_name_left_over(row: Row) -> None:
    ja, en = row["ja"].split(), row["en"].split()
    at = ja.index(row["word"])
    found = [en[j] for i, j in ALIGNER.align_words(ja, en) if i == at]
    if row["rendering"]:
        assert found == [row["rendering"]]
    else:
        assert row["trap"] not in found


def test_is_context() -> None:
    aligner = Aligner(kinds=["romaji", "gloss"])
    ja, en = ["吉祥天", "の", "像"], ["a", "statue", "of", "kosshouten"]
    assert (0, 3) in align_words(ja, en)
    assert (0, 3) not in aligner.align_words(ja, en)
