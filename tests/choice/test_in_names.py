"""A common noun is no word of a longer name where it stands by itself."""

import pytest

from termalign.choice import Candidate
from termalign.choice.in_names import without_words_of_names
from termalign.english import EnglishText
from termalign.evidence.match import Match
from termalign.evidence.term_cache import TermCache
from termalign.japanese.tagger import morphemes
from termalign.lexicon import Lexicon

TERM = TermCache(Lexicon.default()).get("目標", morphemes("目標"))
ENGLISH = EnglishText("The Science Based Targets initiative approved the target. Targets matter.")
IN_NAME, BY_ITSELF, FIRST = 3, 7, 8


def candidate(k: int, score: float, kind: str = "gloss") -> Candidate:
    return Candidate(0, 2, k, k + 1, TERM, (Match(k, k + 1, kind, score, 1.0, ("目標", "target")),), score, 1.0)


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (candidate(IN_NAME, 0.7), candidate(BY_ITSELF, 0.65), False),
        (candidate(IN_NAME, 0.7), candidate(BY_ITSELF, 0.3), True),  # it is much surer there
        (candidate(IN_NAME, 0.7, "name"), candidate(BY_ITSELF, 0.7), True),
        (candidate(FIRST, 0.7), candidate(BY_ITSELF, 0.7), True),  # a sentence begins with it
    ],
)
def test_word_of_a_name(one: Candidate, other: Candidate, kept: bool) -> None:
    assert without_words_of_names([one, other], ENGLISH) == ([one, other] if kept else [other])


def test_without_another_place_nothing_is_left_out() -> None:
    assert without_words_of_names([candidate(IN_NAME, 0.7)], ENGLISH) == [candidate(IN_NAME, 0.7)]
