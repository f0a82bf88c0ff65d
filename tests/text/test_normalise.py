"""Folding, and the way back."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from termalign.text import normalise, without_page, without_unseen

# Half-width kana, ㍿, ligatures, combining marks, emoji, astral kanji, NUL, a lone surrogate and what nobody sees among
# ordinary letters.
HOSTILE = "aé\u0301\u0323か゛\u3099ﾊﾞﾟ㍿ﬁ½①Ａ　😀𠮷ー\0\ud800\n\u00ad\u200b\u200d\u2066\ufe0f\ufeff\U000e0100"
TEXT = st.text(st.sampled_from(HOSTILE), max_size=20) | st.text(max_size=20)


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
        ("data\u00adbase", "database"),
        ("\u200b警察", "警察"),
        ("\u2067警察\u2069", "警察"),
        ("\ufeff\u0301", "\u0301"),
        ("\u200b", " "),
        ("\ufe0f\U000e0100", " "),
        ("\u200b ", " "),
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
        ("5×10<sup>-3</sup>倍", "10⁻³", 2, 17),
        ("<sup>14</sup>C", "14C", 0, 14),
        ("<sup>14</sup>C", "4", 6, 13),
        ("a<sub>max</sub>b", "m", 1, 7),
        ("犯罪グループ", "グループ", 2, 6),
        ("\u200b\ufeff警察", "警", 2, 3),
        ("警察\u200b\u200b庁", "察", 1, 2),
        ("\u200b\u200b", " ", 0, 2),
        ("½\u200b\u200b", "½", 0, 1),
        ("½\u0301\u3099", "½", 0, 3),
        ("a\u0301\u0323", "\u1ea1\u0301", 0, 3),
        ("a\u200d\u0323\u200d", "\u1ea1", 0, 3),
        ("\ufe0f辻\U000e0100\u2060", "辻", 1, 3),
        ("\u00ad㍿\ufe0f", "株式会社", 1, 2),
    ],
)
def test_the_way_back(raw: str, part: str, start: int, end: int) -> None:
    folded = normalise(raw)
    at = folded.text.index(part)
    assert folded.raw_span(at, at + len(part)) == (start, end)
    assert folded.folded_span(start, end) == (at, at + len(part))


@example("\u200b")
@example("\u00ad警察")
@example("\u200b½\u200b\u200b")
@given(TEXT)
def test_folding_keeps_every_visible_character(raw: str) -> None:
    folded = normalise(raw)
    spans = [folded.raw_span(i, i + 1) for i in range(len(folded.text))]
    assert all(0 <= start < end <= len(raw) for start, end in spans)
    assert all(a == b or a[1] <= b[0] for a, b in pairwise(spans))
    kept = {k for start, end in spans for k in range(start, end)}
    assert {k for k, char in enumerate(without_page(raw)) if without_unseen(char)} <= kept
    ends = {raw[k] for start, end in spans for k in (start, end - 1)}
    assert ends.isdisjoint("\u00ad\u200b\u2060\ufe0f\ufeff") or folded.text == " "


@given(TEXT, st.data())
def test_no_span_becomes_empty(raw: str, data: st.DataObject) -> None:
    folded = normalise(raw)
    for length, way in ((len(raw), folded.folded_span), (len(folded.text), folded.raw_span)):
        if length:
            start = data.draw(st.integers(0, length - 1))
            first, last = way(start, data.draw(st.integers(start + 1, length)))
            assert first < last


@given(TEXT)
def test_a_character_stands_for_what_its_raw_text_folds_to(raw: str) -> None:
    folded = normalise(raw)
    for i, char in enumerate(folded.text):
        start, end = folded.raw_span(i, i + 1)
        assert char in normalise(raw[start:end]).text


@given(TEXT, st.data())
def test_a_part_is_mapped_as_the_whole_is(raw: str, data: st.DataObject) -> None:
    folded = normalise(raw)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    part, (base, _) = folded.part(start, end), folded.raw_span(start, end)
    assert part.text == folded.text[start:end]
    assert part.raw == raw[base : base + len(part.raw)]
    for i in range(len(part.text)):
        first, last = part.raw_span(i, i + 1)
        assert (base + first, base + last) == folded.raw_span(start + i, start + i + 1)


@given(TEXT)
def test_folding_is_final(raw: str) -> None:
    text = normalise(raw).text
    assert "\0" not in text
    text.encode("utf-8")
    again = normalise(text).text
    assert unicodedata.normalize("NFKC", again) == unicodedata.normalize("NFKC", text)


@given(TEXT, st.data())
def test_a_raw_span_is_covered_by_its_folded_span(raw: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    folded = normalise(raw)
    back = folded.raw_span(*folded.folded_span(start, end))
    seen = [k for k in range(start, end) if without_unseen(raw[k])]
    assert not seen or (back[0] <= seen[0] and seen[-1] < back[1])
