"""Katakana words that the tagger takes to pieces where no word ends."""

import pytest

from termalign import align
from termalign.japanese.tagger import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("キエナンは", ["キエナン", "は"]),
        ("トム・ダレー選手", ["トム", "・", "ダレー", "選手"]),
        ("ペロシ議員", ["ペロシ", "議員"]),
        ("ドタバタコメディ", ["ドタバタ", "コメディ"]),  # an adverb, and a word
        ("セーターとコメディ", ["セーター", "と", "コメディ"]),
        ("コレヲ", ["コレ", "ヲ"]),  # a text in katakana throughout
        ("ー", ["ー"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    found = tokenize(text)
    assert [m.surface for m in found] == words
    assert all(text[m.start : m.end] == m.surface for m in found)


def test_the_whole_word_is_linked() -> None:
    assert [(x.ja.text, x.en.text) for x in align("キエナンは去った。", "Kiernan left.")] == [("キエナン", "Kiernan")]
