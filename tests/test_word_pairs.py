"""Pairs of words: what goes with a word that is rendered, and links of terms brought down to words."""

from collections.abc import Sequence

import pytest
from tables import Row, params, rows

from termalign import align, align_words
from termalign.japanese.tagger import tokenize


def _places(tokens: Sequence[str], named: str) -> list[int]:
    """Where a token stands; of ``寺#2`` the second."""
    form, _, number = named.partition("#")
    places = [k for k, token in enumerate(tokens) if token == form]
    return [places[int(number) - 1]] if number else places


@pytest.mark.parametrize(
    "row", params(rows("word_pairs.tsv"), lambda row: f"{row['label']}-{row['ja']}-{row['rendering']}")
)
def test_pairs(row: Row) -> None:
    ja, en = row["ja"].split(), row["en"].split()
    asked = {(i, j) for i in _places(ja, row["word"]) for j in _places(en, row["rendering"])}
    assert asked
    assert (not asked.isdisjoint(align_words(ja, en))) == (row["paired"] == "yes")


@pytest.mark.parametrize(
    ("ja", "en", "pairs"),
    [
        (
            "国民健康保険を払う。",
            "They pay national health insurance.",
            {("国民", "national"), ("健康", "health"), ("保険", "insurance")},
        ),
        ("彼は1990年に生まれた。", "He was born in 1990.", {("1990", "1990"), ("年", "1990")}),
        ("鞍馬寺を訪れた。", "They visited Kurama-dera.", {("鞍馬", "Kurama"), ("寺", "dera")}),
    ],
)
def test_links_of_terms_as_pairs_of_words(ja: str, en: str, pairs: set[tuple[str, str]]) -> None:
    found = align(ja, en)
    ja_tokens, en_tokens = found.tokens()
    links = found.token_links()
    assert links == sorted(links)
    assert pairs <= {(ja_tokens[i], en_tokens[j]) for i, j, _ in links}
    assert {score for _, _, score in links} <= {link.score for link in found}


def test_a_text_keeps_its_marks() -> None:
    ja, en = "鳥居がある。", "There is a torii (gate)."
    assert {(0, 3), (0, 4)} <= set(align_words(ja, en))


@pytest.mark.parametrize("ja", ["㍿テスト、ﾄﾞｲﾂと東京", "㍿テスト は ﾄﾞｲﾂ と 東京", "ｶﾞｶﾞｶﾞと東京的"])
def test_offsets_are_of_the_text_as_given(ja: str) -> None:
    at = [m.surface for m in tokenize(ja)].index("東京")
    assert (at, 2) in align_words(ja, "Germany and Tokyo")
