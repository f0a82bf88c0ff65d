"""What is left over between two links: which words are free, and what speaks for a pair of leftovers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.english import EnglishText
from termalign.evidence.context import Anchor, Leftover, free_words, near_words, surroundings
from termalign.evidence.term import TermCache
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon

TERMS = TermCache(Lexicon.default())
JA = "警察は梟木を逮捕した"
EN = EnglishText("The police did arrest the burly man")
POLICE, ARREST = Anchor(0, 2, 1, 2), Anchor(6, 8, 3, 4)


def leftover(surface: str, start: int) -> Leftover:
    text = JapaneseText(surface)
    return Leftover(start, start + len(surface), TERMS.get(text.text, text.morphemes))


def numbers(term: Leftover, words: tuple[int, int], anchors: list[Anchor], english: EnglishText) -> dict[str, float]:
    return surroundings(term, words, anchors, english, len(JA), 1, 2)


@pytest.mark.parametrize(
    ("anchors", "free"),
    [
        ([], [(1, 2), (3, 4), (5, 6), (6, 7), (5, 7)]),
        ([POLICE], [(3, 4), (5, 6), (6, 7), (5, 7)]),
        ([POLICE, ARREST], [(5, 6), (6, 7), (5, 7)]),
        ([Anchor(0, 2, 0, 7)], []),
    ],
)
def test_free_words_are_content_words_and_pairs_that_no_link_claims(
    anchors: list[Anchor], free: list[tuple[int, int]]
) -> None:
    assert free_words(EN, anchors) == free


def test_words_of_a_pair_stand_together() -> None:
    assert (0, 2) not in free_words(EnglishText("rain, wind"), [])
    assert (0, 2) in free_words(EnglishText("rain wind"), [])


def test_near_words_stand_within_reach_of_the_neighbours() -> None:
    far = (200, 201)
    assert near_words(leftover("梟木", 3), [(2, 3), far], [POLICE, ARREST]) == [(2, 3)]
    assert near_words(leftover("梟木", 3), [(2, 3), far], []) == [(2, 3), far]


def test_words_between_the_neighbours_renderings() -> None:
    term = leftover("梟木", 3)
    inside, outside = (numbers(term, words, [POLICE, ARREST], EN) for words in ((2, 3), (6, 7)))
    assert (inside["context/between"], outside["context/between"]) == (1.0, 0.0)
    assert inside["context/near-both"] > outside["context/near-both"]


def test_words_are_near_one_neighbour_only() -> None:
    found = numbers(leftover("梟木", 3), (2, 3), [POLICE], EN)
    assert found["context/near-left"] > 0
    assert found["context/near-right"] == found["context/near-both"] == found["context/between"] == 0


def test_names_go_with_capitals() -> None:
    english = EnglishText("then Bilbo went away")
    name, word = leftover("ビルボ", 3), leftover("警告", 3)
    assert numbers(name, (1, 2), [], english)["context/name-name"] == 1.0
    assert numbers(name, (2, 3), [], english)["context/name-word"] == 1.0
    assert numbers(word, (1, 2), [], english)["context/name-word"] == 1.0
    assert numbers(word, (2, 3), [], english)["context/name-word"] == 0.0


def test_kanji_speak_for_their_usual_glosses() -> None:
    english = EnglishText("a warning and a flower")
    term = leftover("警報", 3)
    assert numbers(term, (1, 2), [], english)["context/associated"] > 0
    assert numbers(term, (4, 5), [], english)["context/associated"] == 0


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 3)), max_size=4))
def test_free_words_share_none_with_a_link(links: list[tuple[int, int]]) -> None:
    anchors = [Anchor(0, 1, i, min(7, i + size)) for i, size in links]
    taken = {k for a in anchors for k in range(a.i, a.j)}
    assert all(taken.isdisjoint(range(i, j)) for i, j in free_words(EN, anchors))


@given(st.integers(0, 6), st.integers(1, 2), st.booleans(), st.booleans())
def test_numbers_keep_within_their_bounds(i: int, size: int, left: bool, right: bool) -> None:
    anchors = [POLICE] * left + [ARREST] * right
    found = numbers(leftover("梟木", 3), (i, min(7, i + size)), anchors, EN)
    assert all(name.startswith("context/") for name in found)
    assert all(0.0 <= value <= 2.0 for value in found.values())
