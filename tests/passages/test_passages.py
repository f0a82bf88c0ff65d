"""Passages of a made-up document, whole and disturbed."""

import pytest
from documents import SENTENCES, english, japanese, numbers
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import Row, params, rows

from termalign import align
from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon
from termalign.passages import Passage, passages
from termalign.terms.term_cache import TermCache

TERMS = TermCache(Lexicon.default())
orders = st.lists(st.sampled_from(sorted(SENTENCES)), min_size=4, max_size=24)


def cut(ja: list[str], en: list[str]) -> tuple[JapaneseText, EnglishText, list[Passage]]:
    text, translation = JapaneseText("\n".join(ja)), EnglishText("\n".join(en))
    return text, translation, passages(text, translation, TERMS)


@pytest.mark.parametrize("row", params(rows("document_orders.tsv"), lambda row: row["label"]))
def test_sentences_find_their_counterparts(row: Row) -> None:
    ja, en = numbers(row["ja"]), numbers(row["en"])
    text, translation, found = cut(japanese(ja), english(en))
    both = {(text.surface(p.a, p.b), translation.phrase(p.i, p.j).rstrip('."')) for p in found}
    expected = {(SENTENCES[k][0], SENTENCES[k][1].rstrip(".")) for k in set(ja) & set(en)}
    assert both >= expected


@settings(max_examples=25)
@given(orders, orders)
def test_passages_share_nothing(ja: list[int], en: list[int]) -> None:
    text, translation, found = cut(japanese(ja), english(en))
    morphemes = [k for p in found for k in range(p.a, p.b)]
    words = [k for p in found for k in range(p.i, p.j)]
    assert morphemes == sorted(set(morphemes))
    assert len(words) == len(set(words))
    assert all(p.a < p.b <= len(text.morphemes) and p.i < p.j <= len(translation) for p in found)


@pytest.mark.parametrize("few", [1, 2])
def test_a_short_text_is_one_passage(few: int) -> None:
    text, translation, found = cut(japanese(range(1, 1 + few)), english(range(1, 1 + few)))
    assert found == [(0, len(text.morphemes), 0, len(translation))]


def test_a_long_text_of_few_sentences_is_one_passage() -> None:
    ja, en = "、".join(japanese(range(1, 8))).replace("。", ""), ", ".join(english(range(1, 8))).replace(". ", " ")
    text, translation, found = cut([ja], [en.replace(".", "").lower()])
    assert found == [(0, len(text.morphemes), 0, len(translation))]


def test_nothing_at_all() -> None:
    assert passages(JapaneseText(""), EnglishText("word. " * 100), TERMS) == [(0, 0, 0, 100)]


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("カメラ、", "camera, "),
        ("3月8日、", "March 8, "),
        ("東京と大阪、", "Tokyo and Osaka, "),
        ("百円、", "100 yen, "),
        ("警察庁（NPA）、", "the National Police Agency (NPA), "),
    ],
)
def test_a_list_longer_than_any_sentence_is_cut_at_corresponding_items(ja: str, en: str) -> None:
    links = align(ja * 320, en * 320, situation="translation").links
    assert len({link.ja.start // len(ja) for link in links}) >= 310
    assert all(abs(link.ja.start // len(ja) - link.en.start // len(en)) <= 1 for link in links)
