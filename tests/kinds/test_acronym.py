"""Acronyms of Japanese terms, every mention of them, and whatever a caller may hand in."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kind_cases import term_of

from termalign import align
from termalign.english import EnglishText
from termalign.kinds.acronym import applies, match
from termalign.target.target import Target


@pytest.mark.parametrize(
    "defined",
    [
        "The Tokuryu Targeting Team (T3)",
        "The Tokuryu Targeting Team, or T3,",
        "T3, short for Tokuryu Targeting Team,",
    ],
)
def test_every_mention_of_a_defined_acronym_is_linked(defined: str) -> None:
    en = f"{defined} met. T3 has fifty officers; T3's chief spoke."
    links = align(["匿流ターゲット取締りチーム"], en)
    assert [link.en.start for link in links if link.en.text == "T3"] == [m.start() for m in re.finditer("T3", en)]


def test_a_small_tsu_alone_has_no_letters() -> None:
    """UniDic cuts は|っ|ちょう; the text's definition is compared with *ha* and *cho*."""
    assert not align(["くちはっちょうてはっちょう"], "The Tokuryu Targeting Team (T3) met.").links


@given(
    st.text(st.sampled_from("警察庁日本放送協会銀ﾊﾟ㍿\u3099😀𠮷A1\0\ud800 "), max_size=10),
    st.text(st.sampled_from("NPAHK(nationl )'-.é\u0301\0\ud800😀\n"), max_size=40),
)
def test_any_text_slices_back(ja: str, en: str) -> None:
    term = term_of(ja)
    if term is None or not applies(term):
        return
    target = Target(EnglishText(en))
    for m in match(term, target):
        assert 0 <= m.i < m.j <= len(target.english)
        assert 0 < m.strength <= 1
