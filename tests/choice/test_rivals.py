"""Who else wants the words of a candidate, and who is out of it."""

import pytest

from termalign.choice import Candidate
from termalign.choice.rivals import Rivals
from termalign.kinds.match import Match
from termalign.terms.term_cache import TermCache
from termalign.japanese.tagger import morphemes
from termalign.lexicon import Lexicon

TERM = TermCache(Lexicon.default()).get("子供", morphemes("子供"))


def candidate(start: int, end: int, i: int, j: int, score: float, size: float = 1.0) -> Candidate:
    return Candidate(start, end, i, j, TERM, (Match(i, j, "gloss", score, 1.0, ("", "")),), score, size)


OWN = candidate(10, 12, 8, 9, 0.6)
SAME_JAPANESE = candidate(10, 12, 1, 2, 0.7)
SAME_ENGLISH = candidate(20, 22, 8, 9, 0.5)


@pytest.mark.parametrize(
    ("anchors", "expected"),
    [
        ([], (0.7, 0.5)),
        ([candidate(0, 5, 0, 3, 0.9, 3.0)], (0.0, 0.5)),  # another's, word and all
        ([candidate(0, 5, 0, 3, 0.65, 3.0)], (0.7, 0.5)),  # not sure to keep it
        ([candidate(0, 5, 2, 3, 0.9, 3.0)], (0.7, 0.5)),  # beside it
        ([candidate(9, 12, 0, 3, 0.9, 3.0)], (0.7, 0.5)),  # of the same Japanese
        ([candidate(30, 35, 8, 10, 0.9, 3.0)], (0.7, 0.0)),
    ],
)
def test_who_cannot_win_is_no_rival(anchors: list[Candidate], expected: tuple[float, float]) -> None:
    assert Rivals([OWN, SAME_JAPANESE, SAME_ENGLISH], anchors).of(OWN) == expected


def test_what_is_clearly_right_is_a_rival_to_anything() -> None:
    clear = candidate(10, 12, 1, 2, 0.8)
    assert Rivals([OWN, clear], [candidate(0, 5, 0, 3, 0.95, 3.0)]).of(OWN) == (0.8, 0.0)
