"""Clips by the table: which English words a clip or its full form claims, and which it leaves alone."""

import pytest
from evidence_cases import cases, term_of
from hypothesis import given
from hypothesis import strategies as st
from tables import Row

from termalign.english import EnglishText
from termalign.bitext.bitext import Bitext
from termalign.kinds.clip import ClipMatcher
from termalign.terms.clipping import clip_keys, clip_openings
from termalign.kana import ANY, latin_opening


def claimed(ja: str, en: str) -> set[str]:
    """What the matcher claims for the term with a strength of one half or more."""
    term = term_of(ja)
    assert term is not None
    bitext = Bitext(EnglishText(en))
    matcher = ClipMatcher()
    if not matcher.applies(term):
        return set()
    return {bitext.english.phrase(m.i, m.j) for m in matcher.match(term, bitext) if m.strength * m.coverage >= 0.5}


@pytest.mark.parametrize("row", cases("clip_cases.tsv"))
def test_clip(row: Row) -> None:
    found = claimed(row["ja"], row["en"])
    if row["expected"]:
        assert row["expected"] in found
    else:
        assert not found


@given(
    st.text(st.sampled_from("経産省就職活動パソコン・ーﾊﾟ㍿\u3099😀𠮷A1\0\ud800 "), max_size=10),
    st.text(st.sampled_from("personal computerKSé-'()\u0301\0\ud800😀 \n"), max_size=40),
)
def test_any_text_slices_back(ja: str, en: str) -> None:
    term = term_of(ja)
    if term is None:
        return
    bitext = Bitext(EnglishText(en))
    for m in ClipMatcher().match(term, bitext):
        assert 0 <= m.i < m.j <= len(bitext.english)
        assert 0 < m.strength <= 1
        assert 0 < m.coverage <= 1


@given(st.lists(st.sampled_from("経済 産業 流動 匿名 大学 活動 犯罪 コンピューター".split()), min_size=2, max_size=5))
def test_a_clip_is_shorter_than_what_it_is_short_for(parts: list[str]) -> None:
    term = term_of("".join(parts))
    assert term is not None
    whole = sum(len(m.reading) for m in term.morphemes)
    assert all(len(clip.kana) <= whole for clip in clip_keys(term).values())


@given(
    st.lists(
        st.sampled_from("経済 産業 流動 匿名 大学 活動 結婚 犯罪 省 コンピューター".split()), min_size=2, max_size=5
    )
)
def test_keys_begin_as_openings_say(parts: list[str]) -> None:
    term = term_of("".join(parts))
    assert term is not None
    openings = clip_openings(term)
    assert ANY in openings or {latin_opening(key) for key in clip_keys(term)} <= openings
