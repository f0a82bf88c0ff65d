"""Where the English of a term found in a text begins and ends: whole words."""

import pytest

from termalign import align


@pytest.mark.parametrize(
    ("ja", "en", "link"),
    [
        (
            "製品をテストする。",
            "They will be tested out in stores.",
            ("テスト", "tested"),
        ),  # it means that without *out*
        ("無期懲役を宣告された。", "He was sentenced to life in prison in May.", ("無期懲役", "life in prison")),
        ("米中貿易戦争は続く。", "The US-China trade war goes on.", ("米中貿易戦争", "US-China trade war")),
        ("チェックアウトは十一時だ。", "The check-out is at eleven.", ("チェックアウト", "check-out")),
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
