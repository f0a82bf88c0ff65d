"""Katakana is found by its consonants in what English it is written for."""

import pytest

from termalign import align
from termalign.kinds.outline_keys import asked, filed
from termalign.phonetics import kana_skeleton
from termalign.phonetics.outlines import MOST, outlines


@pytest.mark.parametrize(
    ("kana", "word"),
    [
        ("コープランド", "copeland"), ("ミラー", "miller"), ("カーター", "carter"), ("ニクス", "nix"), ("シーザー", "caesar"),
        ("マケドニア", "macedonia"), ("セルジオ", "sergio"), ("アルゼンチン", "argentine"), ("モーション", "motion"),
        ("チャンス", "chance"), ("アクセス", "access"), ("オレンジ", "orange"), ("ラジオ", "radio"), ("フック", "hook"),
        ("マッカーサー", "macarthur"), ("マクドナルド", "mcdonald"), ("イワノフ", "ivanov"), ("ワーグナー", "wagner"),
        ("ヴァーグナー", "wagner"), ("ナイト", "knight"), ("トーマス", "thomas"), ("スミス", "smith"), ("ピッツァ", "pizza"),
        ("コンビナート", "kombinat"), ("トーク", "talk"), ("バッハ", "bach"), ("ソング", "song"), ("ファイア", "fire"),
    ],
)  # fmt: skip
def test_words_are_outlined_as_katakana_hears_them(kana: str, word: str) -> None:
    assert asked(outlines(word)) & set(filed(kana))


@pytest.mark.parametrize("word", ["", "a", "Czechoslovakian", "knightsbridgechurchwrangler", "Ōgaki", "x"])
def test_outlines_are_few_and_each_once(word: str) -> None:
    found = outlines(word)
    assert 0 < len(found) <= MOST
    assert len(set(found)) == len(found)


def test_katakana_with_a_consonant_too_many_is_found_where_there_are_many() -> None:
    assert asked(("KRSTN",)) & set(filed("クリスティアンス"))
    shared = asked((kana_skeleton("グレ"),)) & set(filed("グループ"))
    assert {key[0] for key in shared} <= {"o"}


ALIKE = "Under, ended, entry, intern, auntie, onto, handle, hunter, windows, untold, hundred, indeed, window, antique. "


@pytest.mark.parametrize(
    ("term", "name"),
    [
        ("アンドレス・マニュエル・ロペス・オブラドル", "Andres Manuel Lopez Obrador"),
        ("アンダーソン", "Anderson"),
        ("インディアナ", "Indiana"),
        ("ペトロフスク", ""),
        ("インドネシア", ""),
    ],
)
def test_a_word_is_found_among_many_that_begin_like_it(term: str, name: str) -> None:
    found = align([term], f"{ALIKE}Then {name or 'nobody'} came.")
    assert [link.en.text for link in found] == [name] * bool(name)
