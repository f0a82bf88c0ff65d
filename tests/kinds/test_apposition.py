"""What an English text sets beside Japanese, whatever a caller may hand in."""

from hypothesis import given
from hypothesis import strategies as st
from kind_cases import term_of

from termalign.english import EnglishText
from termalign.kinds.apposition import match
from termalign.target.target import Target


@given(
    st.text(st.sampled_from("警察庁匿流ー・ﾊﾟ㍿\u3099😀𠮷A1\0\ud800 "), max_size=6),
    st.text(st.sampled_from("Xy (警察庁匿流)[],“”'—=:or \0\u0301\ud800😀\n𠮷"), max_size=40),
)
def test_any_text_slices_back(ja: str, en: str) -> None:
    term = term_of(ja)
    if term is None:
        return
    target = Target(EnglishText(en))
    for m in match(term, target):
        assert 0 <= m.i < m.j <= len(target.english)
        assert 0 < m.strength <= 1
