"""Appositions by the table: which English phrase a text sets beside Japanese, and what in brackets is no name."""

import pytest
from evidence_cases import cases, term_of
from hypothesis import given
from hypothesis import strategies as st
from tables import Row

from termalign.english import EnglishText
from termalign.kinds.apposition import AppositionMatcher, supported
from termalign.bitext.bitext import Bitext
from termalign.kinds.match import Match


@pytest.mark.parametrize("row", cases("apposition_cases.tsv"))
def test_apposition(row: Row) -> None:
    term = term_of(row["ja"])
    assert term is not None
    bitext = Bitext(EnglishText(row["en"]))
    matches = [m for m in AppositionMatcher().match(term, bitext) if m.strength * m.coverage >= 0.5]
    found = {bitext.english.phrase(m.i, m.j) for m in matches}
    if row["expected"]:
        assert row["expected"] in found
    else:
        assert not found
    if row["label"] == "repeated":
        assert "repeated" in {m.rule for m in matches}


@pytest.mark.parametrize(
    ("en", "claimed", "beside"),
    [
        ("The so-called 'Tokuryu' crime groups recruit.", "crime groups", "Tokuryu"),
        ("The “ore ore” phone scams go on.", "phone scams", "ore ore"),
        ("Fluid crime groups, known as Tokuryu, recruit.", "Fluid crime groups", "Tokuryu"),
        ("Fluid crime groups, known locally as 'Tokuryu', recruit.", "Fluid crime groups", "Tokuryu"),
        ("Fluid crime groups (Tokuryu in Japanese) recruit.", "Fluid crime groups", "Tokuryu"),
        ("Fluid crime groups, or Tokuryu, recruit.", "Fluid crime groups", "Tokuryu"),
        ("Fluid crime groups (“Tokuryu”) recruit.", "Fluid crime groups", "Tokuryu"),
        ("Tokuryu, meaning fluid crime groups, recruit.", "fluid crime groups", "Tokuryu"),
        ("Fluid crime groups recruit in Tokyo.", "Fluid crime groups", None),
        ("Fluid crime groups (now in prison) recruit.", "Fluid crime groups", None),
        ("Police said fluid crime groups, known to recruit online, spread.", "fluid crime groups", None),
        ("The boss said 'no'. Fluid crime groups recruit.", "Fluid crime groups", None),
    ],
)
def test_a_name_beside_a_claimed_phrase(en: str, claimed: str, beside: str | None) -> None:
    bitext = Bitext(EnglishText(en))
    at = en.index(claimed)
    i, j = bitext.english.words_in(at, at + len(claimed))
    claim = Match(i, j, "gloss", 0.9, 1.0, ("", claimed))
    found = {bitext.english.phrase(m.i, m.j) for m in supported(bitext, [claim])}
    assert found == ({beside} if beside else set())


@given(
    st.text(st.sampled_from("警察庁匿流ー・ﾊﾟ㍿\u3099😀𠮷A1\0\ud800 "), max_size=6),
    st.text(st.sampled_from("Xy (警察庁匿流)[],“”'—=:or \0\u0301\ud800😀\n𠮷"), max_size=40),
)
def test_any_text_slices_back(ja: str, en: str) -> None:
    term = term_of(ja)
    if term is None:
        return
    bitext = Bitext(EnglishText(en))
    for m in AppositionMatcher().match(term, bitext):
        assert 0 <= m.i < m.j <= len(bitext.english)
        assert 0 < m.strength <= 1
    assert list(supported(bitext, [])) == []
