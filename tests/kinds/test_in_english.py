"""What a text says is the English for a term that it names in romaji."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import Row, rows

from termalign import align
from termalign.english import EnglishText
from termalign.propose.declared import said_in_english


@pytest.mark.parametrize("row", rows("in_english_cases.tsv"), ids=lambda row: row["ja"])
def test_is_said_of_no_other_term(row: Row) -> None:
    assert not [link for link in align(["警察庁"], row["en"]) if link.kind == "apposition"]


PIECES = st.sampled_from([*"Xy,.() \0\u0301\ud800😀\n”“", " in English", ", or ", " called ", " and "])


@given(st.lists(PIECES, max_size=16).map("".join))
def test_any_text_slices_back(en: str) -> None:
    english = EnglishText(f"ikebana{en}")
    for i, j in said_in_english(english, [(0, 1)]):
        start, end = english.offsets(i, j)
        assert english.phrase(i, j) == english.raw[start:end] != ""
