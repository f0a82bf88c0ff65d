"""Where the English of a term found in a text begins and ends: whole words, and verbs with their adverbs."""

import pytest

from termalign import align


@pytest.mark.parametrize(
    ("ja", "en", "link"),
    [
        ("計画を実行した。", "He carried out the plan.", ("実行", "carried out")),
        ("調査を実施する。", "They carry out surveys.", ("実施", "carry out")),
        (
            "製品をテストする。",
            "They will be tested out in stores.",
            ("テスト", "tested"),
        ),  # it means that without *out*
        ("権利を放棄しない。", "Bolivia never give up its right.", ("放棄", "give up")),
        ("無期懲役を宣告された。", "He was sentenced to life in prison in May.", ("無期懲役", "life in prison")),
        ("米中貿易戦争は続く。", "The US-China trade war goes on.", ("米中貿易戦争", "US-China trade war")),
        ("合意なしブレグジット", "A no-deal Brexit", ("合意なしブレグジット", "no-deal Brexit")),
        ("食品を売る。", "They sell non-food.", ("食品", "food")),  # something else
        ("中国と米国の対話", "A US-China dialogue", ("中国", "China")),  # *US* is the other's
        ("今秋の結論", "Decisions this autumn", ("今秋", "this autumn")),
        ("四条駅で下車する。", "Get off at Shijo Station.", ("下車", "Get off")),
        ("チェックアウトは十一時だ。", "The check-out is at eleven.", ("チェックアウト", "check-out")),
        ("任天堂は発表した。", "Nintendo Co., Ltd. announced it.", ("任天堂", "Nintendo Co., Ltd.")),
        (
            "2023年10月末で終了した。",
            "Sales ended at the end of October 2023.",
            ("2023年10月末", "end of October 2023"),
        ),
        ("楽天グループの決算", "The results of Rakuten Group Inc.", ("楽天グループ", "Rakuten Group Inc.")),
    ],
)
def test_english(ja: str, en: str, link: tuple[str, str]) -> None:
    assert link in [(found.ja.text, found.en.text) for found in align(ja, en)]


@pytest.mark.parametrize(
    ("ja", "en", "link"),
    [
        ("なでしこジャパンは敗れた。", "Nadeshiko Japan lost to Sweden.", ("なでしこジャパン", "Nadeshiko Japan")),
        ("征夷大将軍に任じられた。", "He was made Seii Taishogun.", ("征夷大将軍", "Seii Taishogun")),
        ("隣国ギリシャの首都", "The capital of neighboring Greece", ("ギリシャ", "Greece")),
    ],
)
def test_what_a_dictionary_has_as_one_is_not_divided(ja: str, en: str, link: tuple[str, str]) -> None:
    assert link in [(found.ja.text, found.en.text) for found in align(ja, en)]
