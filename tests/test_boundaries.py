"""Where terms found in a text end: titles, neighbours, postpositions and suffixes; nouns that are no terms by themselves."""

from itertools import pairwise
from pathlib import Path

import pytest

from termalign import Aligner, align
from termalign.evidence.borders import borders
from termalign.japanese.light_nouns import light_nouns
from termalign.japanese.tagger import morphemes


@pytest.mark.parametrize(
    ("run", "pieces"),
    [
        ("岸田首相", ["岸田", "首相"]),
        ("安倍晋三首相", ["安倍晋三", "首相"]),
        ("ゾラン・ザエフ首相", ["ゾラン・ザエフ", "首相"]),
        ("ジョンソン神父", ["ジョンソン", "神父"]),
        ("山田さん", ["山田", "さん"]),
        ("隣国ギリシャ", ["隣国", "ギリシャ"]),
        ("JR九州", ["JR九州"]),
        ("FC東京", ["FC東京"]),
        ("購入以来", ["購入", "以来"]),
        ("ハーレム中", ["ハーレム", "中"]),
        ("サン・ディエゴ", ["サン・ディエゴ"]),
        ("東京大学", ["東京大学"]),
        ("副大統領", ["副大統領"]),
        ("白河天皇", ["白河天皇"]),  # a name with its title, not a title after a name
        ("3年以内", ["3年以内"]),
        ("世界中", ["世界中"]),  # the dictionary knows it as one word
        ("北マケドニア", ["北マケドニア"]),
        ("独立記念日", ["独立記念日"]),
        ("今年初め", ["今年初め"]),
        ("マイク・ポンペオ国務長官", ["マイク・ポンペオ", "国務長官"]),
        ("メイ英首相", ["メイ", "英首相"]),
        ("トランプ米大統領", ["トランプ", "米大統領"]),
        ("アメリカ国務長官", ["アメリカ国務長官"]),  # an office of the country's, not of a person
        ("ヘッドコーチ", ["ヘッドコーチ"]),
        ("今朝死亡", ["今朝", "死亡"]),
        ("リ・ヨンホ外相", ["リ・ヨンホ", "外相"]),
        ("中央ロッキー", ["中央ロッキー"]),
    ],
)
def test_borders(run: str, pieces: list[str]) -> None:
    term = Aligner().terms.get(run, morphemes(run))
    cuts = [0, *(term.morphemes[k].start for k in borders(term)), len(run)]
    assert [run[a:b] for a, b in pairwise(cuts)] == pieces


@pytest.mark.parametrize(
    ("ja", "en", "links"),
    [
        (
            "ゾラン・ザエフ首相は合意した。",
            "Prime Minister Zoran Zaev agreed.",
            {("ゾラン・ザエフ", "Zoran Zaev"), ("首相", "Prime Minister"), ("合意", "agreed")},
        ),
        ("カムリ党が反対した。", "Cymru opposed it.", {("カムリ党", "Cymru"), ("反対", "opposed")}),
        (
            "現在の市長は複雑な問題を抱える。",
            "The current mayor has a complicated problem.",
            {("市長", "mayor"), ("問題", "problem")},
        ),
        ("28億ポンドを投じた。", "They spent £2.8 billion.", {("28億ポンド", "£2.8 billion")}),
        ("前年比3.5%減だった。", "It fell 3.5% on the year.", {("3.5%", "3.5%")}),
        ("713年（和銅6年）に分割。", "It was split in 713.", {("713年", "713"), ("和銅6年", "713"), ("分割", "split")}),
        ("オクラホマ州タルサの集会", "A rally in Tulsa, Oklahoma", {("オクラホマ州", "Oklahoma"), ("タルサ", "Tulsa")}),
        ("アメリカ南西部で", "In the southwest U.S.", {("アメリカ南西部", "southwest U.S.")}),
        ("スマトラ沖の地震", "Earthquakes off Sumatra", {("スマトラ", "Sumatra"), ("地震", "Earthquakes")}),
        ("抗HIV薬を配る。", "They hand out HIV medication.", {("抗HIV薬", "HIV medication")}),
        ("引き継ぎ以来の失敗", "A failure since it took over", {("引き継ぎ", "took over"), ("失敗", "failure")}),
        ("メンバーを8人変更した。", "He made eight changes.", {("8人", "eight"), ("変更", "changes")}),
        ("6者協議を開く。", "They hold six-party talks.", {("6者協議", "six-party talks")}),
        ("シリア難民", "Syrian refugees", {("シリア難民", "Syrian refugees")}),
        ("塔の高さと重要さ", "The height and importance of the tower", {("高さ", "height"), ("重要さ", "importance")}),
        ("卑劣さがわかる。", "You see the meanness.", {("卑劣さ", "meanness")}),
        (
            "彼の優しさと考え方",
            "His kindness and way of thinking",
            {("優しさ", "kindness"), ("考え方", "way of thinking")},
        ),
        ("約4万件の症例", "About 40,000 cases", {("約4万件", "About 40,000 cases")}),
        ("約4万件の症例", "There were 40,000.", {("4万件", "40,000")}),
        ("2から4インチの雨", "2 to 4 inches of rain", {("2から4インチ", "2 to 4 inches"), ("雨", "rain")}),
        ("刑事訴訟が起こされた。", "Criminal charges have been filed.", {("刑事訴訟", "Criminal charges")}),
        ("航空会社は語った。", "The airline said so.", {("航空会社", "airline")}),
        ("ガーディアン紙が伝えた。", "The Guardian reported it.", {("ガーディアン紙", "Guardian")}),
        ("2016年の選挙前のこと", "Before the 2016 election", {("2016年", "2016"), ("選挙", "election")}),
        ("金堂は古い。", "The golden hall is old.", {("金堂", "golden hall")}),
    ],
)
def test_links_of_a_text(ja: str, en: str, links: set[tuple[str, str]]) -> None:
    assert {(link.ja.text, link.en.text) for link in align(ja, en)} >= links


def test_an_affix_brings_its_own_word_along() -> None:
    examples = Path(__file__).parent.parent / "examples"
    ja, en = ((examples / f"article.{side}.txt").read_text(encoding="utf-8") for side in ("ja", "en"))
    assert align(ja, en).renderings()["福岡県警"] == ["Fukuoka Prefectural Police"]


def test_light_nouns_are_neither_linked_nor_missed_but_are_when_asked_for() -> None:
    ja, en = "最初の会議は現在の市長が開いた。", "The first meeting was held by the current mayor."
    found = align(ja, en)
    assert not light_nouns() & {link.ja.text for link in found}
    assert not light_nouns() & {span.text for span in found.unaligned}
    assert {link.en.text for link in align(ja, en, terms=["最初", "現在"])} == {"first", "current"}


@pytest.mark.parametrize(
    ("ja", "en", "not_linked"),
    [
        ("政治的な問題がある。", "There is a political problem.", "政治"),
        ("大規模な攻撃だった。", "It was a large-scale attack.", "大規模"),
        ("実際には問題だ。", "It is actually a problem.", "実際"),
        ("その一方で問題がある。", "Meanwhile there is a problem.", "一方"),
    ],
)
def test_what_says_how_is_no_term(ja: str, en: str, not_linked: str) -> None:
    found = align(ja, en)
    assert not_linked not in {link.ja.text for link in found}
    assert not_linked not in {span.text for span in found.unaligned}


def test_word_mode_links_them_too() -> None:
    ja, en = ["最初", "の", "会議", "の", "後"], ["after", "the", "first", "meeting"]
    assert set(Aligner().align_words(ja, en)) >= {(0, 2), (2, 3), (4, 0)}
