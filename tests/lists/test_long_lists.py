"""What a list of more than a thousand terms has no room for, and what it has."""

from itertools import product

import pytest
from tables import Row, params, rows

from termalign import Aligner

ALIGNER = Aligner()
TABLE = rows("long_list.tsv")
OTHERS = map("".join, product("ヌネノ", "ミムメモ", "ヌネノ", "ヤユヨ", "ヌネノ", "ミムメモ"))
LIST = ALIGNER.prepare(dict.fromkeys([*(row["term"] for row in TABLE), *OTHERS]))


@pytest.mark.parametrize("row", params(TABLE, lambda row: row["label"]))
def test_renderings(row: Row) -> None:
    assert len(LIST) > 1_000
    found = [link.en.text for link in ALIGNER.align(LIST, row["text"]) if link.ja.text == row["term"]]
    assert "; ".join(found) == row["rendering"]
