"""Which headwords of a dictionary are writings of one word."""

import pytest

from termalign.lexicon.folding import folded
from termalign.lexicon.writings import writings

# Rows as the lexicon has them: headword, then a line an entry: number, common and usual, senses, readings.
ROWS = [
    ("引っ越し", "1\tcu\t\tヒッコシ"),
    ("引越し", "1\t\t\tヒッコシ"),
    ("ひっこし", "1\tc\t"),
    ("サーバー", "2\tcu\t"),
    ("サーバ", "2\tcu\t"),
    ("給仕ロボット", "2\t\t\tサーバー"),
    ("命懸け", "3\tcu\t\tイノチガケ"),
    ("命がけ", "3\tu\t\tイノチガケ"),
    ("保証", "4\tcu\t\tホショウ"),
    ("保障", "4\tcu\t\tホショウ"),
    ("早い", "5\tcu\t\tハヤイ"),
    ("速い", "5\tcu\t\tハヤイ"),
    ("公園", "6\tcu\t\tコウエン"),
    ("講演", "7\tcu\t\tコウエン"),
    ("こうえん", "6\tc\t\n7\tc\t"),
    ("塵", "8\tu\t\tチリ"),
    ("ごみ", "9\tcu\t"),
    ("塵芥", "9\t\t\tゴミ\tチリアクタ"),
    ("伯父", "10\tcu\t\tオジ\tハクフ"),
    ("叔父", "10\tcu\t\tオジ\tシュクフ"),
    ("黄金", "11\tcu\t\tコガネ\tキン"),
    ("金", "11\tu\t\tキン"),
    ("インターフェース", "12\tcu\t"),
    ("インタフェース", "12\tu\t"),
    ("ツートン", "12\tu\t"),
]


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("引越し", {"引っ越し", "ひっこし"}),
        ("ひっこし", {"引っ越し", "引越し"}),
        ("命懸け", {"命がけ"}),
        ("保証", {"!保障"}),
        ("早い", set()),
        ("こうえん", set()),
        ("塵", set()),
        ("ごみ", {"塵芥"}),
        ("伯父", set()),
        ("黄金", set()),
        ("インタフェース", {"インターフェース"}),
        ("ツートン", set()),
    ],
)
def test_writings(word: str, others: set[str]) -> None:
    assert set(writings(ROWS).get(folded(word), [])) == others


def test_a_writing_goes_both_ways() -> None:
    found = writings(ROWS)
    for key, others in found.items():
        for other in others:
            assert key in {folded(back.lstrip("!")) for back in found[folded(other.lstrip("!"))]}
