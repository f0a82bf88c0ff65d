"""Words that deny a meaning are linked only where the Japanese denies it, too."""

import pytest
from tables import params, rows

from termalign import align


@pytest.mark.parametrize("row", params(rows("denied_meanings.tsv"), lambda row: f"{row['label']}: {row['ja']}"))
def test_links(row: dict[str, str]) -> None:
    found = {f"{link.ja.text} = {link.en.text}" for link in align(row["ja"], row["en"])}
    wanted, barred = (set(filter(None, row[column].split("; "))) for column in ("links", "not"))
    assert wanted <= found
    assert not barred & found
