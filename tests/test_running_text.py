"""Links of single sentences: where a run of nouns parts in the style of the press, and words that deny a meaning."""

import pytest
from tables import params, rows

from termalign import align

TABLE = [*rows("running_text.tsv"), *rows("denied_meanings.tsv")]


@pytest.mark.parametrize("row", params(TABLE, lambda row: f"{row['label']}: {row['ja']}"))
def test_links(row: dict[str, str]) -> None:
    found = {f"{link.ja.text} = {link.en.text}" for link in align(row["ja"], row["en"])}
    wanted, barred = (set(filter(None, row[column].split("; "))) for column in ("links", "not"))
    assert wanted <= found
    assert not barred & found
