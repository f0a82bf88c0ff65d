"""Acronyms of Japanese terms by the table: letters from the gloss, the romaji, the full form, or the text's own definition."""

import pytest
from evidence_cases import cases, term_of
from hypothesis import given
from hypothesis import strategies as st
from tables import Row

from termalign.english import EnglishText
from termalign.kinds.acronym import AcronymMatcher
from termalign.bitext.bitext import Bitext
from termalign.evidence.gather import Gatherer


def claimed(ja: str, en: str, defined: bool) -> set[str]:
    """Acronyms claimed for the term with a strength of one half or more; by definition too, or by the matcher alone."""
    term = term_of(ja)
    assert term is not None
    bitext = Bitext(EnglishText(en))
    # A definition is evidence only together with what speaks for the defined phrase.
    gatherer = Gatherer(bitext) if defined else Gatherer(bitext, (AcronymMatcher(),))
    return {
        bitext.english.phrase(m.i, m.j)
        for claim in gatherer.claims(term)
        for m in claim.matches
        if m.kind == "acronym" and not m.parts and m.strength * m.coverage >= 0.5
    }


@pytest.mark.parametrize("row", cases("acronym_terms.tsv"))
def test_acronym(row: Row) -> None:
    found = claimed(row["ja"], row["en"], row["label"] == "defined")
    if row["expected"]:
        assert row["expected"] in found
    else:
        assert not found


def test_every_mention_of_a_defined_acronym_is_claimed() -> None:
    en = "T3, short for Tokuryu Targeting Team, met. T3 has fifty officers; T3's chief spoke."
    term = term_of("匿流ターゲット取締りチーム")
    assert term is not None
    bitext = Bitext(EnglishText(en))
    places = {
        (claim.i, claim.j) for claim in Gatherer(bitext).claims(term) for m in claim.matches if m.kind == "acronym"
    }
    assert places == {(k, k + 1) for k, form in enumerate(bitext.english.forms) if form == "T3"}


@given(
    st.text(st.sampled_from("警察庁日本放送協会銀ﾊﾟ㍿\u3099😀𠮷A1\0\ud800 "), max_size=10),
    st.text(st.sampled_from("NPAHK(nationl )'-.é\u0301\0\ud800😀\n"), max_size=40),
)
def test_any_text_slices_back(ja: str, en: str) -> None:
    term = term_of(ja)
    if term is None or not AcronymMatcher().applies(term):
        return
    bitext = Bitext(EnglishText(en))
    for m in AcronymMatcher().match(term, bitext):
        assert 0 <= m.i < m.j <= len(bitext.english)
        assert 0 < m.strength <= 1
