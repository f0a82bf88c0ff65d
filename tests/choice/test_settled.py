"""Which words a chosen link settles on: those its own evidence likes best, as long as no other link loses any."""

import pytest

from termalign.choice import Candidate, settled
from termalign.kinds.match import Match
from termalign.terms.term_cache import TermCache
from termalign.japanese.tagger import morphemes
from termalign.lexicon import Lexicon

TERM = TermCache(Lexicon.default()).get("函館市", morphemes("函館市"))


def candidate(i: int, j: int, score: float, start: int = 0, kind: str = "name") -> Candidate:
    return Candidate(start, start + 3, i, j, TERM, (Match(i, j, kind, 1.0, 1.0, ("函館市", "")),), score, 1.0)


@pytest.mark.parametrize(
    ("says", "chosen", "among", "beside", "expected"),
    [
        ("more words", (4, 5), [(4, 5, 0.8), (4, 6, 0.9)], [], (4, 6)),
        ("fewer words", (4, 6), [(4, 5, 0.9), (4, 6, 0.8)], [], (4, 5)),
        ("as good", (4, 5), [(4, 5, 0.8), (4, 6, 0.8)], [], (4, 5)),
        ("hardly better", (4, 6), [(4, 5, 0.805), (4, 6, 0.8)], [], (4, 6)),
        ("worse", (4, 5), [(4, 5, 0.8), (4, 6, 0.7)], [], (4, 5)),
        ("elsewhere", (4, 5), [(4, 5, 0.8), (8, 9, 0.9)], [], (4, 5)),
        ("across its border", (4, 6), [(4, 6, 0.8), (5, 7, 0.9)], [], (4, 6)),
        ("another link's words", (4, 5), [(4, 5, 0.8), (4, 6, 0.9)], [(5, 7)], (4, 5)),
        ("around another link", (4, 5), [(4, 5, 0.8), (2, 5, 0.9)], [(3, 4)], (4, 5)),
    ],
)
def test_settled(
    says: str,
    chosen: tuple[int, int],
    among: list[tuple[int, int, float]],
    beside: list[tuple[int, int]],
    expected: tuple[int, int],
) -> None:
    link = candidate(*chosen, 0.6)
    others = [candidate(*place, 0.9, start=10) for place in beside]
    (found,) = settled([link], [candidate(*c) for c in among], others)
    assert (found.i, found.j) == expected
    assert found.score == link.score


def test_a_meaning_leaves_words_for_others() -> None:
    """punished by the *death penalty*, where *punished by the death* was chosen."""
    among = [candidate(4, 6, 0.8, kind="gloss"), candidate(5, 7, 0.9, kind="gloss")]
    (found,) = settled([candidate(4, 6, 0.6, kind="gloss")], among)
    assert (found.i, found.j) == (5, 7)


def test_two_links_never_settle_on_one_word() -> None:
    one, other = candidate(0, 1, 0.6), candidate(2, 3, 0.6, start=10)
    among = [one, candidate(0, 2, 0.9), other, candidate(1, 3, 0.9, start=10)]
    assert [(c.i, c.j) for c in settled([one, other], among)] == [(0, 2), (2, 3)]
