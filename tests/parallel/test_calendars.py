"""Days of the old calendar pair with those of the new one that are three to seven weeks later."""

import pytest
from tables import Row, params, rows

from termalign import Aligner

ALIGNER = Aligner(kinds=["date", "number"])  # nothing by its place alone
NO_DATES = Aligner(kinds=["gloss", "context"])


@pytest.mark.parametrize("row", params(rows("calendars.tsv"), lambda row: f"{row['label']}-{row['en']}"))
def test_days(row: Row) -> None:
    ja, en = row["ja"].split(), row["en"].split()
    found = {f"{ja[i]}={en[j]}" for i, j in ALIGNER.align_words(ja, en)}
    expected = set(row["pairs"].split())
    assert expected <= found if expected else not any(pair[0] == "6" for pair in found)


def test_is_a_date() -> None:
    ja, en = ["6", "月", "2", "日", "に", "没", "し", "た"], "he died on July 10 .".split()
    assert (0, 3) in ALIGNER.align_words(ja, en)
    assert (0, 3) not in NO_DATES.align_words(ja, en)
