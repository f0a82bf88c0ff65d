"""A part of a term does not stand for the whole where the rest is rendered too."""

import pytest

from termalign import align
from termalign.choice import Candidate
from termalign.choice.parts import without_parts_for_wholes
from termalign.kinds.match import Match, Part
from termalign.terms.term_cache import TermCache
from termalign.japanese.tagger import morphemes
from termalign.lexicon import Lexicon

TERM = TermCache(Lexicon.default()).get("全国11", morphemes("全国11"))


def candidate(start: int, end: int, i: int, j: int, coverage: float = 1.0, score: float = 0.8) -> Candidate:
    parts = (Part(2, 4, i, j, "number", score),) if coverage < 1.0 else ()
    match = Match(i, j, "number", score, coverage, ("", ""), parts)
    return Candidate(start, end, i, j, TERM, (match,), score, 2.0 if end - start > 2 else 1.0)


WHOLE, PART = candidate(0, 4, 3, 4, coverage=0.5), candidate(2, 4, 3, 4)


@pytest.mark.parametrize(
    ("others", "kept"),
    [
        ([PART, candidate(0, 2, 7, 8)], False),
        ([PART], True),  # nothing renders the rest
        ([PART, candidate(0, 2, 7, 8, score=0.2)], True),  # hardly anything does
        ([PART, candidate(0, 2, 3, 4)], True),  # the same words do
        ([PART, candidate(5, 7, 7, 8)], True),  # it is another term's rendering
        ([candidate(2, 4, 5, 6), candidate(0, 2, 7, 8)], True),  # the part is rendered elsewhere
        ([candidate(3, 4, 3, 4), candidate(0, 2, 7, 8)], True),  # less than the part that the evidence is of
    ],
)
def test_part_for_the_whole(others: list[Candidate], kept: bool) -> None:
    assert (WHOLE in without_parts_for_wholes([WHOLE, *others], 0.3)) == kept


def test_what_is_covered_stays() -> None:
    covered = candidate(0, 4, 3, 4)
    among = [covered, PART, candidate(0, 2, 7, 8)]
    assert without_parts_for_wholes(among, 0.3) == among


def test_one_character_that_is_only_like_a_word_parts_no_name() -> None:
    ja, en = "沖縄県の知事は移設に反対する。", "The Okinawa governor is opposed to moving it to another area."
    assert ("沖縄県", "Okinawa") in [(link.ja.text, link.en.text) for link in align(ja, en)]
