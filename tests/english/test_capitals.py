"""Names as capitals show them: what is joined, how firmly, and what only opens a sentence."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.english import EnglishText
from termalign.english.capitals import Capitals, Join

FIRM = {Join.CLOSE, Join.OF}
ANY = set(Join) - {Join.NONE}
TEXT = st.text(st.sampled_from("aZ éI1'-.,:&()\n9\0\ud800"), max_size=24) | st.lists(
    st.sampled_from(["The", "Lord", "of", "the", "Rings", ":", "and", "In", "2", "II", "I", "-", "who", "."]),
    max_size=9,
).map(" ".join)


def names(text: str, joins: set[Join]) -> list[str]:
    english = EnglishText(text)
    return [english.phrase(*name) for name in Capitals(english).names(joins)]


@pytest.mark.parametrize(
    ("text", "firm", "loose"),
    [
        ("who wrote it?", [], []),
        ("Who wrote The Old Man and the Sea?", ["The Old Man", "Sea"], ["The Old Man and the Sea"]),
        ("Is the Bank of England old?", ["Bank of England"], ["Bank of England"]),
        ("He saw Star Wars: The Last Jedi.", ["Star Wars", "The Last Jedi"], ["Star Wars: The Last Jedi"]),
        ("Who is in Winnie-the-Pooh?", ["Winnie-the-Pooh"], ["Winnie-the-Pooh"]),
        ("Did World War I end?", ["World War I"], ["World War I"]),
        ("May I ask?", [], []),
        ("How many of Adele's songs are sad?", ["Adele"], ["Adele"]),
        ("Is Bohemian Rhapsody by Queen long?", ["Bohemian Rhapsody", "Queen"], ["Bohemian Rhapsody", "Queen"]),
        ("Rain fell in 1999.", [], []),
        ("They met in Half-Life 2 (2004).", ["Half-Life 2"], ["Half-Life 2"]),
    ],
)
def test_names(text: str, firm: list[str], loose: list[str]) -> None:
    assert names(text, FIRM) == firm
    assert names(text, ANY) == loose


@given(TEXT)
def test_names_are_disjoint_and_looser_ones_hold_firmer_ones(text: str) -> None:
    capitals = Capitals(EnglishText(text))
    firm, loose = capitals.names({Join.CLOSE}), capitals.names(ANY)
    assert all(a.i < a.j <= b.i for a, b in pairwise(firm))
    assert all(any(x.i <= a.i and a.j <= x.j for x in loose) for a in firm)


@given(TEXT, st.data())
def test_growing_keeps_what_it_grows_from_and_takes_free_words_alone(text: str, data: st.DataObject) -> None:
    english = EnglishText(text)
    if not len(english):
        return
    i = data.draw(st.integers(0, len(english) - 1))
    j = data.draw(st.integers(i + 1, len(english)))
    free = data.draw(st.frozensets(st.integers(0, len(english) - 1)))
    first, last = Capitals(english).grown(i, j, ANY, free, title=data.draw(st.booleans()))
    assert 0 <= first <= i < j <= last <= len(english)
    taken = {k for k in (*range(first, i), *range(j, last)) if english.forms[k][0].isupper()}
    assert taken <= free
    first, last = Capitals(english).grown(i, j, ANY, frozenset(), title=True)
    assert first == i
    assert all(english.forms[k].islower() and english.gap(k - 1) in "-‐–" for k in range(j, last))  # Kai-shek
