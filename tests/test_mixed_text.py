"""Texts with both languages: where their Japanese terms begin and end."""

import pytest
from tables import params, rows

from termalign import align_mixed


@pytest.mark.parametrize("row", params(rows("mixed_terms.tsv"), lambda row: f"{row['label']}: {row['text']}"))
def test_terms(row: dict[str, str]) -> None:
    found = align_mixed(row["text"])
    terms = {(span.start, span.text) for span in (*found.unaligned, *(link.ja for link in found))}
    assert [text for _, text in sorted(terms)] == [term for term in row["terms"].split("; ") if term]
