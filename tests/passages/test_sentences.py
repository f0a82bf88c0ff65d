"""Sentences: pieces of a text that leave nothing out, and none of them without an end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.passages.sentences import Sentence, english_sentences, japanese_sentences

ja_texts = st.lists(st.sampled_from(["警察庁", "は", "「", "」", "。", "！", "\n", "、", "特殊詐欺", "ｶﾞ", " "])).map(
    "".join
)
en_texts = st.lists(st.sampled_from(["The", "police", ".", "Mr.", "\n", ", ", '"', "T3", "5.5", " "])).map(" ".join)


def tile(sentences: list[Sentence], size: int) -> bool:
    return [k for x in sentences for k in range(x.first, x.last)] == list(range(size))


@given(ja_texts, en_texts)
def test_nothing_is_left_out(ja: str, en: str) -> None:
    text, english = JapaneseText(ja), EnglishText(en)
    assert tile(japanese_sentences(text), len(text.morphemes))
    assert tile(english_sentences(english), len(english))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("雨が降った。風も吹いた。", ["雨が降った。", "風も吹いた。"]),
        ("「雨だ。」と言った。", ["「雨だ。」", "と言った。"]),
        ("見出し\n雨が降った", ["見出し", "雨が降った"]),
        ("本当か？！はい。", ["本当か？！", "はい。"]),
    ],
)
def test_japanese(text: str, expected: list[str]) -> None:
    ja = JapaneseText(text)
    raw = [ja.offsets(x.first, x.last) for x in japanese_sentences(ja)]
    assert [text[start:end] for start, end in raw] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. The wind blew.", ["It rained", "The wind blew"]),
        ("Mr. Abe said so. It rained.", ["Mr. Abe said so", "It rained"]),
        ("It fell on May 5. Later it rained.", ["It fell on May 5", "Later it rained"]),
        ("it rained . the wind blew .", ["it rained", "the wind blew"]),
        ("it rained at 5.5 degrees. wind", ["it rained at 5.5 degrees", "wind"]),
        ("a headline\nit rained", ["a headline", "it rained"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    english = EnglishText(text)
    assert [english.phrase(x.first, x.last) for x in english_sentences(english)] == expected


def test_what_has_no_end_is_cut() -> None:
    text = JapaneseText("警察庁と特殊詐欺、" * 200)
    runs = {text.morphemes[a].start: text.morphemes[b - 1].end for a, b in text.runs}
    found = japanese_sentences(text)
    assert max(x.last - x.first for x in found) <= 300
    assert {text.morphemes[x.last - 1].surface for x in found} == {"、"}
    assert max(x.last - x.first for x in english_sentences(EnglishText("word " * 2000))) <= 200
    assert max(x.last - x.first for x in english_sentences(EnglishText("Word, " * 2000))) <= 200
    inside = {text.morphemes[x.first].start for x in found} & {k for s, e in runs.items() for k in range(s + 1, e)}
    assert inside == set()


def test_what_must_stay_together_does() -> None:
    text = JapaneseText("雨が降った。風も吹いた。")
    assert len(japanese_sentences(text, [(3, 9)])) == 1
