"""Names in hiragana between quotation marks, which the tagger takes to pieces."""

import pytest

from termalign import align
from termalign.japanese.tagger import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("護衛艦「いずも」が", ["護衛", "艦", "「", "いずも", "」", "が"]),
        ("『だいち』と「ちょうかい」", ["『", "だいち", "』", "と", "「", "ちょうかい", "」"]),
        ("「はい」と", ["「", "はい", "」", "と"]),
        ("「だめです」と", ["「", "だめ", "です", "」", "と"]),  # words
        ("「い ず も」", ["「", "い", "ず", "も", "」"]),  # spelled out
        ("「いずも", ["「", "い", "ず", "も"]),  # never closed
    ],
)
def test_words(text: str, words: list[str]) -> None:
    found = tokenize(text)
    assert [m.surface for m in found] == words
    assert all(text[m.start : m.end] == m.surface for m in found)


def test_the_whole_name_is_linked() -> None:
    links = align("護衛艦「いずも」が参加した。", "The destroyer Izumo took part.")
    assert ("いずも", "Izumo") in [(x.ja.text, x.en.text) for x in links]
