"""The rivals of each candidate: other words for the same Japanese, and other Japanese for the same words."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from termalign.english.text import EnglishText
from termalign.propose.candidate import Candidate, apposed, by_japanese

NOTHING = -4.0
"""Log odds where there is no rival."""


class Rivals(NamedTuple):
    """How likely the best rivals of a candidate are, in log odds.

    Attributes
    ----------
    own : float
        Other words for the same Japanese.
    others : float
        Other Japanese for the same words.
    around : float
        A whole word that the Japanese is a part of, for the same words; minus infinity where there is none.
    """

    own: float
    others: float
    around: float


def with_rivals(
    candidates: Sequence[Candidate], everything: Sequence[Candidate], english: EnglishText
) -> Iterator[tuple[Candidate, Rivals]]:
    """Each candidate with its rivals among `everything`."""
    by_ja = by_japanese(everything)
    by_word: dict[int, list[Candidate]] = {}
    for c in sorted(everything, key=lambda c: -c.odds):
        for k in range(c.i, c.j):
            by_word.setdefault(k, []).append(c)
    beside = {k: _Beside(those) for k, those in by_word.items()}
    whole = {k: [r for r in those if r.word] for k, those in by_word.items()}
    for c in candidates:
        own = next((r.odds for r in by_ja[c.a, c.b] if r is not c and not apposed(c, r, english)), NOTHING)
        others = max([beside[k].best(c.a, c.b) for k in range(c.i, c.j)])
        yield c, Rivals(max(NOTHING, own), others, _around(c, whole))


class _Beside:
    """The candidates for one English word, by where their Japanese stands: however many there are, it is a bisection."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        ending = sorted(candidates, key=lambda c: c.b)
        starting = sorted(candidates, key=lambda c: -c.a)
        self._ends, self._starts = [c.b for c in ending], [-c.a for c in starting]
        self._best_up_to = list(accumulate([c.odds for c in ending], max, initial=NOTHING))
        self._best_from = list(accumulate([c.odds for c in starting], max, initial=NOTHING))

    def best(self, a: int, b: int) -> float:
        """The log odds of the likeliest that shares no morpheme with ``a:b``."""
        before, behind = bisect_right(self._ends, a), bisect_right(self._starts, -b)
        return max(self._best_up_to[before], self._best_from[behind])


def _around(c: Candidate, words: Mapping[int, Sequence[Candidate]]) -> float:
    """The log odds of the likeliest word around it, of those by English word, the likeliest first."""
    return max([next((r.odds for r in words[k] if _is_larger(r, c)), -math.inf) for k in range(c.i, c.j)])


def _is_larger(r: Candidate, c: Candidate) -> bool:
    return r.a <= c.a and c.b <= r.b and (r.a, r.b) != (c.a, c.b)
