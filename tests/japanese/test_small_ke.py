"""A full-size ケ between kanji is ヶ: both writings of a name have the same readings and the same links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign import Aligner, Link, Span, romanize, tokenize
from termalign.lexicon import Lexicon

ALIGNER = Aligner()
KANJI = st.text(st.sampled_from("山川日吉城梅酸八三千岳原丘湯尻町市"), min_size=1, max_size=3)


def places(links: tuple[Link, ...]) -> list[tuple[Span, str, str, float]]:
    """Return what does not depend on how the Japanese is written."""
    return [(link.en, link.ja.text.replace("ケ", "ヶ"), link.kind, link.score) for link in links]


@pytest.mark.parametrize(
    ("ja", "en", "found"),
    [
        ("青森市の酸ケ湯では積雪が5メートルを超えた。", "Snow in Sukayu, Aomori, was over 5 meters deep.", "Sukayu"),
        ("八ケ岳に登った。", "They climbed Yatsugatake.", "Yatsugatake"),
        ("三ケ尻の工場が閉じた。", "The plant in Mikajiri closed.", "Mikajiri"),
        ("日吉ケ丘高校が勝った。", "Hiyoshigaoka High School won.", "Hiyoshigaoka High School"),
        ("関ケ原で戦った。", "They fought at Sekigahara.", "Sekigahara"),
        ("千駄ケ谷に住む。", "He lives in Sendagaya.", "Sendagaya"),
        ("梅ケ畑で見つかった。", "It was found in Umegahata.", "Umegahata"),
    ],
)
def test_both_writings_have_the_same_links(ja: str, en: str, found: str) -> None:
    large, small = ALIGNER.align(ja, en), ALIGNER.align(ja.replace("ケ", "ヶ"), en)
    assert found in [link.en.text for link in large.links]
    assert places(large.links) == places(small.links)
    assert all(link.ja.text == ja[link.ja.start : link.ja.end] for link in large.links)


@pytest.mark.parametrize(
    ("name", "romaji"), [("千駄ケ谷", "Sendagaya"), ("梅ケ丘", "Umegaoka"), ("霞ケ関", "Kasumigaseki")]
)
def test_a_name_is_read_as_the_dictionary_has_it(name: str, romaji: str) -> None:
    assert romanize(name) == romanize(name.replace("ケ", "ヶ")) == romaji


@pytest.mark.parametrize("text", ["山田ケーキ店", "日本ケミカル工業", "東京ケ", "ケ山", "大バケツ"])
def test_another_ke_stays_as_it_is(text: str) -> None:
    assert "".join(m.surface for m in tokenize(text)) == text


@given(KANJI, KANJI)
def test_any_kanji_around_it_are_read_alike(before: str, after: str) -> None:
    large, small = f"{before}ケ{after}", f"{before}ヶ{after}"
    assert romanize(large) == romanize(small)
    assert [(m.start, m.end) for m in tokenize(large)] == [(m.start, m.end) for m in tokenize(small)]
    assert Lexicon.default().names(large) == Lexicon.default().names(small)
