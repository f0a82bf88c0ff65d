"""Nouns and names that the tagger cuts, and the dictionary or their spelling has whole."""

import pytest

from termalign import Lexicon, align
from termalign.japanese.text import JapaneseText


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("推し活の使い方", ["推し活", "の", "使い方"]),
        ("立ち往生した", ["立ち往生", "し", "た"]),
        ("食べる人", ["食べる", "人"]),
        ("読み物", ["読み物"]),
        ("参加し会議", ["参加", "し", "会議"]),  # no stem of a noun
        ("横綱照ノ富士", ["横綱", "照ノ富士"]),
        ("帝国ノ臣民", ["帝国", "ノ", "臣民"]),  # the particle of old statutes
        ("定款並びに規則", ["定款", "並びに", "規則"]),
        ("「氏名」ならびに住所", ["「", "氏名", "」", "ならびに", "住所"]),
        ("列並びに立つ", ["列", "並び", "に", "立つ"]),  # in a row
        ("歯の並びに悩む", ["歯", "の", "並び", "に", "悩む"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    found = JapaneseText(text, Lexicon.default()).morphemes
    assert [m.surface for m in found] == words
    assert all(text[m.start : m.end] == m.surface for m in found)


@pytest.mark.parametrize(
    ("ja", "en", "link"),
    [
        ("「推し活」が増えた。", "More and more people do oshikatsu.", ("推し活", "oshikatsu")),
        ("照ノ富士が優勝した。", "Terunofuji won the title.", ("照ノ富士", "Terunofuji")),
        ("デイビスさんが話した。", "Ms. Davies spoke.", ("さん", "Ms.")),
        (
            "財産目録並びに貸借対照表",
            "an inventory of property and a balance sheet",
            ("財産目録", "inventory of property"),
        ),
    ],
)
def test_links(ja: str, en: str, link: tuple[str, str]) -> None:
    assert link in [(x.ja.text, x.en.text) for x in align(ja, en)]


def test_a_suffix_in_kana_is_no_other_word_of_its_sound() -> None:
    """さん is neither 酸 *acid* nor a *politeness marker*."""
    links = align("鳥山明さんが代表作を語った。", "Akira Toriyama, creator and maker of acid, spoke.")
    assert "さん" not in [x.ja.text for x in links]
