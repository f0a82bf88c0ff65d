"""Terms that a text and its translation are asked for: the best candidate of each, and low odds where there is none."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tables import Row, params, rows

from termalign import Aligner
from termalign.decide.weights import packaged
from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon
from termalign.model import Kind
from termalign.odds import chance
from termalign.situations.given import judged, proposed_for, settled, standing
from termalign.situations.reading import read
from termalign.situations.translation import Translation
from termalign.target.target import Target
from termalign.terms.term_cache import TermCache

CASES = rows("given_terms.tsv")
TERMS = TermCache(Lexicon.default(), 4096)
ARTICLES = ("The ", "the ", "A ", "a ")
RENDERED = [row for row in CASES if row["found"]]
LEFT_OUT = [row for row in CASES if not row["found"]]


def renderings(ja: str, en: str, *terms: str) -> list[tuple[str, str, float]]:
    """Term, English and chance of each link, where each term occurs first."""
    text = JapaneseText(ja, TERMS.lexicon)
    spans = [(ja.index(term), ja.index(term) + len(term)) for term in terms if term in ja]
    if not text.morphemes or not en:
        return []
    translation = Translation(Target(EnglishText(en), TERMS.lexicon, parallel=True))
    reading = read(text, translation, TERMS, packaged())
    pairs = {span: proposed_for(span, reading, translation, packaged()) for span in spans}
    found = settled({span: judged(pair, packaged()) for span, pair in pairs.items()}, text.text)
    return [
        (text.text[slice(*span)], reading.pair.english.phrase(c.i, c.j), chance(odds))
        for span, (c, odds) in found.items()
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
    ("label", "spans", "odds", "which", "expected"),
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
        (
            "the second of two that are unlike",
            [(0, 1), (3, 4)],
            [2.0, 1.0],
            1,
            1.0 - math.log1p(math.exp(2.0)),
        ),
        ("as good as impossible", [(0, 1), (3, 4)], [-500.0, -600.0], 0, -500.0),
        ("as good as certain", [(0, 1), (3, 4)], [900.0, 800.0], 0, 100.0),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_words_stand_against_what_is_unlike_them_and_nothing(
    label: str, spans: list[tuple[int, int]], odds: list[float], which: int, expected: float
) -> None:
    assert standing(spans[which], spans, odds) == pytest.approx(expected)


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


JA = "受託者は、信託の本旨に従い、善良な管理者の注意をもって信託事務を処理しなければならない。"
EN = "A trustee must administer the trust affairs in line with the purpose of the trust, with the due care of a prudent manager."


@pytest.mark.parametrize(
    ("kinds", "terms", "found"),
    [
        (None, ["受託者", "信託事務"], {"受託者": ["trustee"], "信託事務": ["trust affairs"]}),
        (["glossary"], ["受託者", "管理者"], {"受託者": ["trustee"]}),
        (["gloss"], ["管理者", "信託事務"], {"管理者": ["manager"]}),
        (["number"], ["受託者", "信託事務"], {}),
    ],
    ids=str,
)
def test_kinds_and_a_glossary_hold_for_given_terms(
    kinds: list[Kind] | None, terms: list[str], found: dict[str, list[str]]
) -> None:
    aligner = Aligner(glossary={"受託者": "trustee"}, kinds=kinds)
    links = aligner.align(JA, EN, terms=terms)
    assert links.renderings() == found
    assert {span.text for span in links.unaligned} == set(terms) - set(found)
    if kinds:
        assert {link.kind for link in links} <= set(kinds)


def test_terms_within_a_term_share_its_words() -> None:
    found = Aligner().align(JA, EN, terms=["信託事務", "事務", "管理者"]).renderings()
    assert found == {"信託事務": ["trust affairs"], "事務": ["affairs"], "管理者": ["manager"]}


def test_a_term_said_again_in_brackets_shares_its_words() -> None:
    ja = "国際通貨基金（IMF）は、世界経済の見通しを発表した。"
    en = "The International Monetary Fund published its outlook for the world economy."
    found = Aligner().align(ja, en, terms=["国際通貨基金", "IMF"]).renderings()
    assert found == {"国際通貨基金": ["International Monetary Fund"], "IMF": ["International Monetary Fund"]}


def test_of_two_terms_one_has_the_words() -> None:
    ja, en = "父も父も来なかった。", "My father did not come."
    found = Aligner(min_score=0.0).align(ja, en, terms=["父"])
    assert [link.en.text for link in found if "father" in link.en.text] == ["father"]


@given(st.sampled_from(RENDERED))
def test_a_glossary_that_is_a_list_prepared_says_the_same(row: Row) -> None:
    aligner = Aligner()
    listed = aligner.prepare([row["term"]])
    assert aligner.align(row["ja"], row["en"], terms=listed) == aligner.align(row["ja"], row["en"], terms=[row["term"]])


@pytest.mark.filterwarnings("ignore:terms not in the Japanese text:UserWarning")
@example(next(row for row in CASES if row["term"] == "戦争と平和"), 1.0)  # a score is rounded before it is compared
@given(st.sampled_from(CASES), st.floats(0, 1))
def test_a_higher_least_score_leaves_out_links_and_changes_none(row: Row, least: float) -> None:
    every = Aligner(min_score=0.0).align(row["ja"], row["en"], terms=[row["term"]])
    some = Aligner(min_score=least).align(row["ja"], row["en"], terms=[row["term"]])
    assert list(some) == [link for link in every if link.score >= least]


def test_no_rendering_begins_or_ends_among_the_words_that_limit_its_number() -> None:
    ja, en = (
        "満了の60日前までに解約を申し出る。",
        "Notice must be given at least 60 days before expiration, or not less than 90.",
    )
    found = [c.en.text for c in Aligner(min_score=0).trace(ja, en, terms=["60日前まで"]).candidates]
    assert any("60" in text for text in found)
    assert [text for text in found if "60" in text and text.startswith(("least", "than"))] == []
