"""A phrase in quotation marks is one term if the English renders it by a name."""

import pytest

from termalign import align


@pytest.mark.parametrize(
    ("ja", "en", "terms"),
    [
        ("『千と千尋の神隠し』を見た。", "We saw Spirited Away.", [("千と千尋の神隠し", "Spirited Away")]),
        (
            "映画「夜汽車は走る」を見た。",
            "I saw the film Night Train Running.",
            [("映画", "film"), ("夜汽車は走る", "Night Train Running")],
        ),
        (
            "クエスト「消えた行商人」を受ける。",
            "Accept the quest “The Missing Peddler”.",
            [("クエスト", "quest"), ("消えた行商人", "The Missing Peddler")],
        ),
        (
            "「プランを管理」をクリックします。",
            "Click Manage Plan.",
            [("プランを管理", "Manage Plan"), ("クリック", "Click")],
        ),
        (
            "アイテム《月の石》を得た。",
            "You got the item Moon Stone.",
            [("アイテム", "item"), ("月の石", "Moon Stone")],
        ),
        pytest.param(
            "ドラマ「海に眠る」が始まる。",
            "The drama Asleep in the Sea begins.",
            [("ドラマ", "drama"), ("海に眠る", "Asleep in the Sea")],
            marks=pytest.mark.xfail(strict=True, reason="no gloss of the verb 眠る is asleep"),
        ),
    ],
)
def test_titles(ja: str, en: str, terms: list[tuple[str, str]]) -> None:
    assert [(x.ja.text, x.en.text) for x in align(ja, en)] == terms


@pytest.mark.parametrize(
    ("ja", "en", "terms"),
    [
        ("月の石を拾った。", "She picked up a Moon Stone.", [("月", "Moon"), ("石", "Stone")]),  # no quotation marks
        ("「緑の石」を拾った。", "She picked up a green stone.", [("緑", "green"), ("石", "stone")]),  # no capitals
        ("「東京へ行く」と言った。", "He said he would go to Tokyo Station.", [("東京", "Tokyo")]),  # a name in speech
        ("「日本銀行が動いた」という。", "The Bank of Japan is said to have moved.", [("日本銀行", "Bank of Japan")]),
        ("「緑の石を拾う」と言った。", "The stone. Sakurajima", [("石", "stone")]),  # the name ends the text
    ],
)
def test_quotations_that_are_no_titles(ja: str, en: str, terms: list[tuple[str, str]]) -> None:
    assert [(x.ja.text, x.en.text) for x in align(ja, en)] == terms


def test_a_glossary_term_in_a_title_keeps_its_link() -> None:
    found = align("映画「夜汽車は走る」", "The film Night Train Running", glossary={"夜汽車": "Night Train"})
    assert ("夜汽車", "Night Train") in [(x.ja.text, x.en.text) for x in found]
