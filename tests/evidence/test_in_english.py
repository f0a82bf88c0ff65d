"""What a text says is the English for a term that it names in romaji, by the table."""

import pytest
from evidence_cases import cases, term_of
from hypothesis import given
from hypothesis import strategies as st
from tables import Row, rows

from termalign.english import EnglishText
from termalign.bitext.bitext import Bitext
from termalign.propose.said_in_english import said_in_english
from termalign.kinds.match import Match
from termalign.evidence.romaji import RomajiMatcher


def said(ja: str, en: str) -> set[str]:
    term, bitext = term_of(ja), Bitext(EnglishText(en))
    assert term is not None
    named = list(RomajiMatcher().match(term, bitext))
    return {bitext.english.phrase(m.i, m.j) for m in said_in_english(bitext, named)}


@pytest.mark.parametrize("row", cases("in_english_cases.tsv"))
def test_said_in_english(row: Row) -> None:
    assert said(row["ja"], row["en"]) == ({row["expected"]} if row["expected"] else set())


@pytest.mark.parametrize("row", rows("in_english_cases.tsv"), ids=lambda row: row["ja"])
def test_is_said_of_no_other_term(row: Row) -> None:
    assert not said("警察庁", row["en"])


PIECES = st.sampled_from([*"Xy,.() \0\u0301\ud800😀\n”“", " in English", ", or ", " called ", " and "])


@given(st.lists(PIECES, max_size=16).map("".join))
def test_any_text_slices_back(en: str) -> None:
    bitext = Bitext(EnglishText(f"ikebana{en}"))
    named = [Match(0, 1, "romaji", 1.0, 1.0, ("生け花", "ikebana"))] if len(bitext.english) else []
    for m in said_in_english(bitext, named):
        start, end = bitext.english.offsets(m.i, m.j)
        assert bitext.english.phrase(m.i, m.j) == bitext.english.raw[start:end] != ""
        assert 0.9 <= m.strength <= 1.0
