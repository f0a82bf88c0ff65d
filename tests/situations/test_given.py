"""Terms that a text and its translation are asked for: the best candidate of each, and low odds where there is none."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import Row, params, rows

from termalign.decide.weights import chance, packaged
from termalign.english import EnglishText
from termalign.evidence.bitext import Bitext
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon
from termalign.situations.given import answer, decide_given, layers, pair_with

CASES = rows("given_terms.tsv")
TERMS = TermCache(Lexicon.default(), 4096)
ARTICLES = ("The ", "the ", "A ", "a ")
RENDERED = [row for row in CASES if row["found"]]
LEFT_OUT = [row for row in CASES if not row["found"]]


def renderings(ja: str, en: str, *terms: str) -> list[tuple[str, str, float]]:
    """Term, English and chance of each link, where each term occurs first."""
    text = JapaneseText(ja, TERMS.lexicon)
    spans = [(ja.index(term), ja.index(term) + len(term)) for term in terms if term in ja]
    pair = pair_with(text, Bitext(EnglishText(en), TERMS.lexicon, parallel=True), TERMS, spans)
    pair.look_up(packaged()["single"])
    pair.propose()
    return [
        (pair.ja.surface(c.a, c.b), pair.english.phrase(c.i, c.j), chance(c.odds))
        for c in decide_given(pair, packaged())
    ]


def without_article(name: str) -> str:
    return next((name.removeprefix(article) for article in ARTICLES if name.startswith(article)), name)


@pytest.mark.parametrize("row", params(RENDERED, lambda row: row["label"]))
def test_best_rendering(row: Row) -> None:
    (term, english, _) = renderings(row["ja"], row["en"], row["term"])[0]
    assert (term, without_article(english)) == (row["term"], without_article(row["found"]))


@pytest.mark.parametrize("row", params(LEFT_OUT, lambda row: row["label"]))
def test_what_is_left_out_is_unlikely(row: Row) -> None:
    assert all(likely < 0.5 for _, _, likely in renderings(row["ja"], row["en"], row["term"]))


@pytest.mark.parametrize(
    ("label", "spans", "odds", "best", "expected"),
    [
        ("alone", [(0, 1)], [2.0], 0, 2.0),
        ("against one that shares no word", [(0, 1), (3, 4)], [2.0, 2.0], 0, 2.0 - math.log1p(math.exp(2.0))),
        ("with one that shares most words", [(0, 2), (0, 3)], [2.0, 2.0], 0, 2.0 + math.log(2.0)),
        ("against one that shares few words", [(0, 1), (0, 4)], [0.0, -1.0], 0, -math.log1p(math.exp(-1.0))),
        (
            "the best of three",
            [(5, 6), (1, 3), (2, 3)],
            [-1.0, 3.0, 0.0],
            1,
            math.log(math.e**3 + 1) - math.log(1 + 1 / math.e),
        ),
        ("as good as impossible", [(0, 1), (3, 4)], [-500.0, -600.0], 0, -500.0),
        ("as good as certain", [(0, 1), (3, 4)], [900.0, 800.0], 0, 100.0),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_best_stands_against_what_is_unlike_it_and_nothing(
    label: str, spans: list[tuple[int, int]], odds: list[float], best: int, expected: float
) -> None:
    found, chance = answer(spans, odds)
    assert found == best
    assert chance == pytest.approx(expected)


def test_what_is_rendered_is_likelier_than_what_is_not() -> None:
    ja = "猫は縁側で眠っていた。"
    found = {term: likely for term, _, likely in renderings(ja, "The cat was asleep.", "猫", "縁側")}
    assert found["猫"] > 0.8 > 2 * found.get("縁側", 0.0)


@given(st.sampled_from(CASES), st.sampled_from(CASES))
def test_each_term_has_one_rendering_at_most_whatever_the_english(one: Row, other: Row) -> None:
    found = renderings(one["ja"], other["en"], one["term"])
    assert len(found) <= 1
    assert all(term == one["term"] and english in other["en"] and 0 < likely < 1 for term, english, likely in found)


@pytest.mark.parametrize(("ja", "en"), [("", "Nothing."), ("猫", ""), ("猫", "... !")])
def test_nothing_to_align(ja: str, en: str) -> None:
    assert renderings(ja, en, "猫") == []


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda x: (x[0], x[0] + x[1])), max_size=8))
def test_no_term_overlaps_another_of_its_layer(spans: list[tuple[int, int]]) -> None:
    found = layers(spans)
    assert sorted(span for layer in found for span in layer) == sorted(set(spans))
    for layer in found:
        ordered = sorted(layer)
        assert all(x[1] <= y[0] for x, y in pairwise(ordered))
