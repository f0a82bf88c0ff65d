"""Text without an end is cut into pieces before it is parsed, and no word is cut that need not be."""

import pytest

from termalign import tokenize


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        ("カメラ、", ["カメラ", "、"]),
        ("カメラ・", ["カメラ", "・"]),
        ("カメラ\n", ["カメラ"]),
        ("東京と大阪", ["東京", "と", "大阪"]),
        ("警察庁は詐欺を調べた。", ["警察", "庁", "は", "詐欺", "を", "調べ", "た", "。"]),
        ("API, ", ["API", ","]),
        ("👮、", ["👮", "、"]),
    ],
)
@pytest.mark.parametrize("times", [10, 100, 2000])
def test_long_texts_have_the_words_of_short_ones(piece: str, words: list[str], times: int) -> None:
    assert [m.surface for m in tokenize(piece * times)] == words * times


@pytest.mark.parametrize("run", ["カメラ", "ー", "a", "1", "（", "👮", "𠮷", "か\u3099", "ｶﾞ"])
def test_a_run_without_a_mark_loses_nothing(run: str) -> None:
    text = run * 3000
    found = tokenize(text)
    assert [(m.start, m.end) for m in found] == sorted({(m.start, m.end) for m in found})
    assert sum([m.end - m.start for m in found]) == len(text)
