"""What is a name in one place of a text is that name in the others."""

import pytest

from termalign.japanese.text import JapaneseText


@pytest.mark.parametrize(
    ("text", "word", "readings"),
    [
        ("鞍馬に住む天狗は鞍馬山の主である。", "鞍馬", {"クラマ"}),
        ("鞍馬に乗る。", "鞍馬", {"アンバ"}),  # the horse of gymnasts: no name stands by
        ("森首相は森を歩いた。", "森", {"モリ"}),
    ],
)
def test_readings(text: str, word: str, readings: set[str]) -> None:
    assert {m.reading for m in JapaneseText(text).morphemes if m.surface == word} == readings


def test_one_character_says_too_little() -> None:
    of_森 = [m.pos for m in JapaneseText("森首相は森を歩いた。").morphemes if m.surface == "森"]
    assert len(set(of_森)) == 2


def test_offsets_stay() -> None:
    text = JapaneseText("鞍馬に住む天狗は鞍馬山の主である。")
    assert all(text.text[m.start : m.end] == m.surface for m in text.morphemes)
