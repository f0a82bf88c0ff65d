"""Words that stand twice in the English go where what stands beside their term in the Japanese is rendered."""

import pytest

from termalign import align_words


@pytest.mark.parametrize(
    ("ja", "en", "first", "second"),
    [
        ("現代 演劇 や 前衛 演劇 に 出演 する 。", "he appeared in modern plays and avant-garde plays .", 4, 7),
        ("前衛 演劇 や 現代 演劇 に 出演 する 。", "he appeared in modern plays and avant-garde plays .", 7, 4),
        ("古 い 寺 と 新 し い 寺 が ある 。", "there is a new temple and an old temple .", 8, 4),
        ("出雲 で は 、 出雲 大社 で 神事 が 行 わ れる 。", "in Izumo , rituals are held at Izumo Taisha .", 1, 7),
    ],
)
def test_same_words(ja: str, en: str, first: int, second: int) -> None:
    ja_tokens, en_tokens = ja.split(), en.split()
    word = next(token for token in ja_tokens if ja_tokens.count(token) > 1 and token not in "のでい、")
    one, other = [i for i, token in enumerate(ja_tokens) if token == word]
    same = [k for k, token in enumerate(en_tokens) if token == en_tokens[first]]
    pairs = [(i, j) for i, j in align_words(ja_tokens, en_tokens) if i in (one, other) and j in same]
    assert pairs == [(one, first), (other, second)]


def test_different_terms_with_the_same_rendering() -> None:
    ja = ["菓子", "の", "神", "と", "し", "て", "製菓", "業者", "の", "信仰", "を", "集める", "。"]
    found = align_words(ja, "Worshiped by candy merchants as the god of candy .".split())
    assert [pair for pair in found if pair[1] in (2, 8)] == [(0, 8), (6, 2)]


def test_a_word_said_once_stays() -> None:
    assert align_words(["寺", "の", "門"], ["the", "gate", "of", "the", "temple"]) == [(0, 4), (2, 1)]
