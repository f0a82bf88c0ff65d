"""A rendering does not go on with a word that renders another term."""

import pytest

from termalign.choice import Candidate, at_no_cost, without_listed
from termalign.english import EnglishText
from termalign.evidence.grown import GROWN
from termalign.kinds.match import Match
from termalign.terms.term_cache import TermCache
from termalign.japanese.tagger import morphemes
from termalign.lexicon import Lexicon

TERM = TermCache(Lexicon.default()).get("議員", morphemes("議員"))


def candidate(i: int, j: int, score: float, start: int = 0, rule: str = "") -> Candidate:
    match = Match(i, j, "gloss", score, 1.0, ("", ""), (), rule)
    return Candidate(start, start + 2, i, j, TERM, (match,), score, 1.0)


OWN, GREW = candidate(3, 4, 0.8), candidate(3, 5, 0.9, rule=GROWN)


@pytest.mark.parametrize(
    ("other", "kept"),
    [
        (candidate(4, 5, 0.8, start=4), False),
        (candidate(4, 5, 0.2, start=4), True),  # hardly another's
        (candidate(5, 6, 0.8, start=4), True),  # beyond it
        (candidate(3, 4, 0.8, start=4), True),  # of the words it had before
        (candidate(4, 5, 0.8, start=1), True),  # of the same Japanese
    ],
)
def test_grows_at_no_cost(other: Candidate, kept: bool) -> None:
    assert at_no_cost([OWN, GREW, other], 0.3) == ([OWN, GREW, other] if kept else [OWN, other])


def test_without_growth_nothing_is_left_out() -> None:
    assert at_no_cost([OWN, candidate(3, 4, 0.9, start=4)], 0.3) == [OWN, candidate(3, 4, 0.9, start=4)]


@pytest.mark.parametrize(
    ("i", "j", "taken", "kept"),
    [
        (1, 4, {1}, False),
        (1, 4, {3}, False),
        (1, 4, {0}, True),  # a word outside
        (1, 4, set(), True),
        (0, 2, {0}, True),  # no list
    ],
)
def test_what_another_term_renders_is_listed_beside(i: int, j: int, taken: set[int], kept: bool) -> None:
    english = EnglishText("their research and study")
    grew = candidate(i, j, 0.9, rule=GROWN)
    assert without_listed([OWN, grew], english, taken) == ([OWN, grew] if kept else [OWN])
