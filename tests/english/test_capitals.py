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
