"""Kana above kanji."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign import align
from termalign.pictures.furigana import furigana

from alignments import HOSTILE, JAPANESE  # isort: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("警察庁", [("警察", "けいさつ"), ("庁", "ちょう")]),
        ("取締りを続ける", [("取締", "とりしま"), ("続", "つづ")]),
        ("佐々木さん", [("佐々木", "ささき")]),
        ("日曜日", [("日曜", "にちよう"), ("日", "び")]),
        ("アメリカ人", [("人", "じん")]),
        ("大津波警報", [("大津波", "おおつなみ"), ("警報", "けいほう")]),  # not the city 大津
        ("TLR4遺伝子", [("遺伝", "いでん"), ("子", "し")]),  # no counter
        ("p53受容体", [("受容", "じゅよう"), ("体", "たい")]),
        ("3本の線", [("線", "せん")]),
        ("石川県", [("石川", "いしかわ"), ("県", "けん")]),
        ("津幡町に", [("津幡", "つばた"), ("町", "まち")]),
        ("能登町", [("能登", "のと"), ("町", "ちょう")]),
        ("東大寺の話", [("東", "とう"), ("大寺", "だいじ"), ("話", "はなし")]),
        ("左大臣藤原不比等", [("左", "さ"), ("大臣", "だいじん"), ("藤原", "ふじわら"), ("不比等", "ふひと")]),
        ("数万人", [("数", "すう"), ("万", "まん"), ("人", "にん")]),
        ("隣町に", [("隣町", "となりまち")]),
        ("W杯の決勝", [("杯", "はい"), ("決勝", "けっしょう")]),
        ("酸ケ湯", [("酸ケ湯", "すかゆ")]),
        ("10月1日に95億円", [("円", "えん")]),
        ("通期当会計年度", [("通期", "つうき"), ("当", "とう"), ("会計", "かいけい"), ("年度", "ねんど")]),
        ("前決算期", [("前", "ぜん"), ("決算", "けっさん"), ("期", "き")]),
        ("前3月期", [("前", "ぜん"), ("期", "き")]),
        ("調整前当期利益", [("調整", "ちょうせい"), ("前", "まえ"), ("当期", "とうき"), ("利益", "りえき")]),
        ("前半分", [("前", "まえ"), ("半分", "はんぶん")]),
        ("家賃当", [("家賃", "やちん"), ("当", "あたり")]),
        ("サクラとひらがな", []),
        ("㍿", []),
        ("髙橋", [("髙橋", "たかはし")]),
        ("", []),
    ],
)
def test_furigana(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[ruby.start : ruby.end], ruby.kana) for ruby in furigana(text)] == expected


@pytest.mark.parametrize(
    ("ja", "en", "kana"),
    [
        ("羽田に着いた。", "They reached Haneda.", "はねだ"),
        ("桜島が噴火した。", "Sakurajima erupted.", "さくらじま"),
        ("志賀町で揺れた。", "Shika shook.", "しか"),
        ("菅氏が語った。", "Kan spoke.", "かん"),
        ("菅氏が語った。", "Suga spoke.", "すが"),
        ("清が興った。", "The Qing rose.", "しん"),
        ("清が笑った。", "Kiyoshi laughed.", "きよし"),
        ("工夫が来た。", "The labourer came.", "こうふ"),
        ("工夫を重ねた。", "He kept devising things.", "くふう"),
        ("市場へ行く。", "They go to the market.", "しじょう"),
    ],
)
def test_a_word_is_read_as_its_english_says(ja: str, en: str, kana: str) -> None:
    assert furigana(ja, align(ja, en).links)[0].kana == kana


@pytest.mark.parametrize(
    ("ja", "en", "expected"),
    [
        # no kana of its own for either kanji: above both
        (["追浜工場"], "The Oppama plant will close.", "おっぱま こうじょう"),
        (["日産", "日向灘", "長官"], "A quake hit Hyuga-nada on Monday.", "ひゅうが なだ"),
        (["日向灘"], "A quake hit the Hyuga Sea.", "ひゅうが なだ"),
        # only a part of the term, or among other words
        (["志賀町"], "It shook Shika.", "しか まち"),
        (["浅草寺"], "They saw Sensoji Temple.", "せんそう じ"),
        # marks are between the pieces
        (["匿名・流動型"], "They are tokumei ryudogata.", "とくめい りゅうどう がた"),
        # no known reading agrees
        (["相日"], "Sang-il won.", ""),
        (["久保建英"], "Takefusa Kubo scored.", "くぼ たけ ふさ"),
        # only a part of a person's name agrees
        (["吉祥寺恋"], "Coco Kisshoji won gold.", ""),
        (["鈴木彩艶"], "Zion Suzuki was named.", ""),
        (["大谷翔平"], "They watched Ohtani.", ""),
        # translated, not romanised
        (["米国"], "America won.", "べいこく"),
        (["日本銀行"], "The Bank of Japan met.", "にっぽん ぎんこう"),
    ],
)
def test_a_listed_name_has_the_reading_of_its_english_or_none(ja: list[str], en: str, expected: str) -> None:
    found = align(ja, en)
    spans = [link.ja for link in found]
    inside = [ruby for ruby in furigana(found.ja, found.links) if any(s.start <= ruby.start < s.end for s in spans)]
    assert " ".join(ruby.kana for ruby in inside) == expected


def test_the_terms_of_a_list_do_not_change_each_others_readings() -> None:
    alone = [ruby.kana for ruby in furigana("李相日")]
    assert [ruby.kana for ruby in furigana("映画\n李相日")][1:] == alone


@pytest.mark.parametrize(("en", "kana"), [("It shook Shika.", "まち"), ("It shook Shiga.", "ちょう")])
def test_a_place_is_read_as_the_dictionary_of_names_has_it(en: str, kana: str) -> None:
    ja = "志賀町で揺れた。"
    assert furigana(ja, align(ja, en).links)[1].kana == kana


@given(st.text(st.sampled_from(JAPANESE + HOSTILE)), st.sets(st.integers(0, 40)))
def test_groups_are_in_order_apart_and_within_borders(text: str, borders: set[int]) -> None:
    end = 0
    for ruby in furigana(text, (), borders):
        assert end <= ruby.start < ruby.end <= len(text)
        assert not borders & set(range(ruby.start + 1, ruby.end))
        assert ruby.kana
        end = ruby.end
