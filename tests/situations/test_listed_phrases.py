"""Phrases that a dictionary renders by a name are one term: nouns joined by の, titles in quotation marks."""

import pytest

from termalign import align


@pytest.mark.parametrize(
    ("ja", "en", "terms"),
    [
        (
            "応仁の乱で焼失した。",
            "It burned down in the Onin War.",
            [("応仁の乱", "Onin War"), ("焼失", "burned down")],
        ),
        ("報道の自由を守る。", "We protect freedom of the press.", [("報道", "press"), ("自由", "freedom")]),  # no name
        ("緑の党が勝った。", "The Green Party won.", [("緑の党", "Green Party")]),
        ("「七人の侍」の監督", "The director of Seven Samurai", [("七人の侍", "Seven Samurai"), ("監督", "director")]),
        (
            "「安定した」首相だ。",
            "He is a “stable” prime minister.",
            [("安定", "stable"), ("首相", "prime minister")],
        ),  # no noun
        ("政府の会社だ。", "The government's company.", [("政府", "government"), ("会社", "company")]),
    ],
)
def test_terms(ja: str, en: str, terms: list[tuple[str, str]]) -> None:
    assert [(x.ja.text, x.en.text) for x in align(ja, en)] == terms


def test_no_words_are_linked_by_their_parts() -> None:
    """In word mode each is a word of its own."""
    from termalign import align_words

    links = align_words(["応仁", "の", "乱"], ["the", "Onin", "War"])
    assert set(links) >= {(0, 1), (2, 2)}


def test_words_that_are_spelled_like_a_name_are_none() -> None:
    found = align("町の里で暮らす。", "She lives in the village of Onosato.")
    assert found.links
    assert "Onosato" not in [link.en.text for link in found]
