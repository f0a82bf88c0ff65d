"""What is left over between two links: which words are free, and what speaks for a pair of leftovers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.english import EnglishText
from termalign.bitext.bitext import Bitext
from termalign.evidence.context import NUMBERS, Anchor, Leftover, Remainder
from termalign.terms.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon

TERMS = TermCache(Lexicon.default())
JA = "警察は梟木を逮捕した"
EN = EnglishText("The police did arrest the burly man")
POLICE, ARREST = Anchor(0, 2, 1, 2), Anchor(6, 8, 3, 4)
Numbers = dict[tuple[int, int], dict[str, float]]


def leftover(surface: str, start: int) -> Leftover:
    text = JapaneseText(surface)
    return Leftover(start, start + len(surface), TERMS.get(text.text, text.morphemes))


def renderings(term: Leftover, anchors: list[Anchor], english: EnglishText = EN) -> Numbers:
    """What may render the term, by its words."""
    remainder = Remainder(Bitext(english), anchors, len(JA), 1)
    return {(i, j): dict(zip(NUMBERS, row, strict=True)) for i, j, row in remainder.renderings(term)}


def free_words(english: EnglishText, anchors: list[Anchor]) -> list[tuple[int, int]]:
    return list(renderings(leftover("梟木", 3), anchors, english))


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


def test_words_stand_within_reach_of_the_neighbours() -> None:
    long = EnglishText("police burly " + "or " * 200 + "distant")
    near, far = (1, 2), (202, 203)
    assert set(renderings(leftover("梟木", 3), [Anchor(0, 2, 0, 1)], long)) == {near}
    assert {near, far} <= set(renderings(leftover("梟木", 3), [], long))


def test_words_between_the_neighbours_renderings() -> None:
    english = EnglishText("The police burly arrest the man")
    found = renderings(leftover("梟木", 3), [POLICE, ARREST], english)
    inside, outside = found[2, 3], found[5, 6]
    assert (inside["context/between"], outside["context/between"]) == (1.0, 0.0)
    assert inside["context/near-both"] > outside["context/near-both"]


def test_words_are_near_one_neighbour_only() -> None:
    found = renderings(leftover("梟木", 3), [POLICE])[3, 4]
    assert found["context/near-left"] > 0
    assert found["context/near-right"] == found["context/near-both"] == found["context/between"] == 0


def test_names_go_with_capitals() -> None:
    english = EnglishText("then Bilbo went away")
    name, word = (renderings(leftover(term, 3), [], english) for term in ("ビルボ", "警告"))
    assert name[1, 2]["context/name-name"] == 1.0
    assert name[2, 3]["context/name-word"] == 1.0
    assert word[1, 2]["context/name-word"] == 1.0
    assert word[2, 3]["context/name-word"] == 0.0


def test_kanji_speak_for_their_usual_glosses() -> None:
    found = renderings(leftover("警報", 3), [], EnglishText("a warning and a flower"))
    assert found[1, 2]["context/associated"] > 0
    assert found[4, 5]["context/associated"] == 0


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 3)), max_size=4))
def test_free_words_share_none_with_a_link(links: list[tuple[int, int]]) -> None:
    anchors = [Anchor(0, 1, i, min(7, i + size)) for i, size in links]
    taken = {k for a in anchors for k in range(a.i, a.j)}
    assert all(taken.isdisjoint(range(i, j)) for i, j in free_words(EN, anchors))


@given(st.booleans(), st.booleans())
def test_numbers_keep_within_their_bounds(left: bool, right: bool) -> None:
    anchors = [POLICE] * left + [ARREST] * right
    for found in renderings(leftover("梟木", 3), anchors).values():
        assert all(name.startswith("context/") for name in found)
        assert all(0.0 <= value <= 2.0 for value in found.values())
