"""Pieces of a term that are chosen each with its part of the whole's English become the whole."""

import pytest

from termalign import align
from termalign.choice import Candidate, united
from termalign.evidence.match import Match
from termalign.evidence.term_cache import TermCache
from termalign.japanese.tagger import morphemes
from termalign.lexicon import Lexicon

TERM = TermCache(Lexicon.default()).get("犯罪捜査", morphemes("犯罪捜査"))


def candidate(start: int, end: int, i: int, j: int, score: float = 0.8) -> Candidate:
    match = Match(i, j, "gloss", score, 1.0, ("", ""))
    return Candidate(start, end, i, j, TERM, (match,), score, (end - start) / 2)


WHOLE, FIRST, SECOND = candidate(0, 4, 3, 5), candidate(0, 2, 3, 4, 0.9), candidate(2, 4, 4, 5)


@pytest.mark.parametrize(
    ("chosen", "among", "joined"),
    [
        ([FIRST, SECOND], [WHOLE], True),
        ([SECOND, FIRST], [FIRST, WHOLE, SECOND], True),
        ([FIRST, SECOND], [FIRST, SECOND], False),
        ([FIRST], [WHOLE], False),  # the rest of it is not rendered
        ([FIRST, SECOND], [candidate(0, 4, 3, 5, 0.3)], False),  # hardly anything speaks for it
        ([FIRST, SECOND], [candidate(0, 4, 3, 4)], False),  # it is rendered by the part's word
        ([FIRST, candidate(2, 4, 7, 8)], [WHOLE], False),  # the other part is rendered elsewhere
        ([FIRST, candidate(2, 6, 4, 5)], [WHOLE], False),  # and this is more than a part
        ([FIRST, SECOND, candidate(9, 11, 5, 6)], [candidate(0, 4, 3, 6)], False),  # its English has another's word
    ],
)
def test_united(chosen: list[Candidate], among: list[Candidate], joined: bool) -> None:
    found = united(chosen, among)
    if joined:
        assert [c.place for c in found] == [WHOLE.place]
        assert found[0].score == 0.9
    else:
        assert found == sorted(chosen, key=lambda c: c.place)


def test_the_largest_whole_is_taken() -> None:
    third = candidate(4, 6, 5, 6)
    found = united([FIRST, SECOND, third], [WHOLE, candidate(0, 6, 3, 6)])
    assert [c.place for c in found] == [(0, 6, 3, 6)]


@pytest.mark.xfail(strict=True, reason="a text's terms part at a dot, also where English has them as one")
def test_a_name_with_another_name_beside_it() -> None:
    ja = "「匿名・流動型犯罪グループ」、略して「匿流」と警察が呼ぶ。"
    en = "Tokuryu, short for “匿名・流動型犯罪グループ” (Anonymous and Fluid Crime Groups), is what the police call them."
    assert align(ja, en).renderings()["匿名・流動型犯罪グループ"] == ["Anonymous and Fluid Crime Groups"]


@pytest.mark.parametrize(
    ("ja", "en", "link"),
    [
        (
            "搭乗率は前年を5.2ポイント上回る78.4%だった。",
            "The load factor was 78.4 percent, up 5.2 points from a year earlier.",
            ("78.4%", "78.4 percent"),
        ),
    ],
)
def test_a_quantity_is_whole(ja: str, en: str, link: tuple[str, str]) -> None:
    assert link in [(found.ja.text, found.en.text) for found in align(ja, en)]
