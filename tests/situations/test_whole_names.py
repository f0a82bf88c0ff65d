"""Names that a text is asked for: the whole of their English, and not a word of another's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import Row, params, rows

from termalign import Aligner

QUESTIONS = rows("whole_names.tsv")
ARTICLE = ("The ", "the ", "A ", "a ")


@pytest.fixture(scope="module")
def aligner() -> Aligner:
    return Aligner()


def renderings(aligner: Aligner, ja: str, term: str, en: str) -> list[str]:
    start = ja.index(term)
    return [link.en.text for link in aligner.align(ja, en, terms=[(start, start + len(term))])]


def without_article(name: str) -> str:
    return next((name.removeprefix(article) for article in ARTICLE if name.startswith(article)), name)


@pytest.mark.parametrize("row", params(QUESTIONS, lambda row: f"{row['term']}: {row['label']}"))
def test_whole_name_renders_the_term(row: Row, aligner: Aligner) -> None:
    found = renderings(aligner, row["ja"], row["term"], row["en"])
    assert [without_article(name) for name in found] == [without_article(row["whole"])]


@pytest.mark.parametrize("terms", [("アンナ・カレーニナ", "戦争と平和"), ("戦争と平和", "アンナ・カレーニナ")])
def test_names_given_together_share_no_word(terms: tuple[str, str], aligner: Aligner) -> None:
    ja, en = "『アンナ・カレーニナ』と『戦争と平和』を書いたのは誰？", "Who wrote Anna Karenina and War and Peace?"
    found = aligner.align(ja, en, terms=terms).renderings()
    assert found == {"アンナ・カレーニナ": ["Anna Karenina"], "戦争と平和": ["War and Peace"]}


def test_nothing_is_placed_by_what_is_left_over_where_only_other_kinds_may_speak() -> None:
    asked = ("『バイオハザード』の街はどこですか？", "バイオハザード", "In what city is Resident Evil set?")
    assert renderings(Aligner(kinds=["gloss"]), *asked) == []
    assert renderings(Aligner(), *asked) == ["Resident Evil"]


@given(st.sampled_from(QUESTIONS), st.sampled_from(QUESTIONS))
def test_links_of_a_foreign_text_stay_within_it(one: Row, other: Row) -> None:
    found = Aligner().align(one["ja"], other["en"], terms=[one["term"]])
    assert all(link.en.text == other["en"][link.en.start : link.en.end] != "" for link in found)
