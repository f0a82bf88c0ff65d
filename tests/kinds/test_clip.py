"""Clips: how they are made of what they are short for, and whatever a caller may hand in."""

from hypothesis import given
from hypothesis import strategies as st
from kind_cases import term_of

from termalign.english import EnglishText
from termalign.kana import ANY, latin_opening
from termalign.kinds.clip import match
from termalign.target.target import Target
from termalign.terms.clipping import clip_keys, clip_openings


@given(
    st.text(st.sampled_from("経産省就職活動パソコン・ーﾊﾟ㍿\u3099😀𠮷A1\0\ud800 "), max_size=10),
    st.text(st.sampled_from("personal computerKSé-'()\u0301\0\ud800😀 \n"), max_size=40),
)
def test_any_text_slices_back(ja: str, en: str) -> None:
    term = term_of(ja)
    if term is None:
        return
    target = Target(EnglishText(en))
    for m in match(term, target):
        assert 0 <= m.i < m.j <= len(target.english)
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
