"""Folding, and the way back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.text import normalise

# Half-width kana, ㍿, ligatures, combining marks, emoji, astral kanji, NUL and a lone surrogate among ordinary letters.
TEXT = st.text(st.sampled_from("aé́か゛゙ﾊﾞﾟ㍿ﬁ½①Ａ　😀𠮷ー\0\ud800\n"), max_size=20) | st.text(max_size=20)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("ﾊﾝｶｸ", "ハンカク"),
        ("ﾊﾞｲﾄ", "バイト"),
        ("㍿山田", "株式会社山田"),
        ("か\u3099", "が"),
        ("２０２５年", "2025年"),
        ("Ａ　Ｂ", "A B"),
        ("ﬁnance", "finance"),
        ("café", "café"),
        ("a\0b", "a\ufffdb"),
        ("a\ud800b", "a\ufffdb"),
        ("𠮷野家", "吉野家"),
        ("𩸽", "𩸽"),
        ("辻\U000e0100", "辻"),
        ("", ""),
    ],
)
def test_folding(raw: str, text: str) -> None:
    assert normalise(raw).text == text


@pytest.mark.parametrize(
    ("raw", "part", "start", "end"),
    [
        ("ﾊﾞｲﾄ㍿", "株式会社", 4, 5),
        ("ﾊﾞｲﾄ㍿", "バイト", 0, 4),
        ("か\u3099くせい", "がく", 0, 3),
        ("犯罪グループ", "グループ", 2, 6),
    ],
)
def test_the_way_back(raw: str, part: str, start: int, end: int) -> None:
    folded = normalise(raw)
    at = folded.text.index(part)
    assert folded.raw_span(at, at + len(part)) == (start, end)
    assert folded.folded_span(start, end) == (at, at + len(part))


@given(TEXT)
def test_every_folded_character_comes_from_somewhere(raw: str) -> None:
    folded = normalise(raw)
    spans = [folded.raw_span(i, i + 1) for i in range(len(folded.text))]
    assert all(0 <= start < end <= len(raw) for start, end in spans)
    assert spans == sorted(spans)
    assert {k for start, end in spans for k in range(start, end)} == set(range(len(raw)))


@given(TEXT)
def test_folding_is_final(raw: str) -> None:
    text = normalise(raw).text
    assert "\0" not in text
    text.encode("utf-8")
    again = normalise(text).text
    assert unicodedata.normalize("NFKC", again) == unicodedata.normalize("NFKC", text)


@given(TEXT, st.integers(0, 20), st.integers(0, 20))
def test_a_raw_span_is_covered_by_its_folded_span(raw: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(raw)), min(other, len(raw))))
    if start < end:
        folded = normalise(raw)
        back = folded.raw_span(*folded.folded_span(start, end))
        assert back[0] <= start
        assert end <= back[1]
