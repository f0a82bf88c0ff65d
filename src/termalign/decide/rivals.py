"""The rivals of each candidate: other words for the same Japanese, and other Japanese for the same words."""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
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
    candidates: Sequence[Candidate], english: EnglishText, outside: Callable[[range], float]
) -> Iterator[tuple[Candidate, Rivals]]:
    """Yield each candidate with its rivals.

    Parameters
    ----------
    candidates : sequence of Candidate
        All there are of some Japanese.
    english : EnglishText
        The English.
    outside : callable
        For some words, the log odds of the likeliest candidate for them of other Japanese; `NOTHING` where there is none.
    """
    by_ja, by_word = by_japanese(candidates), ByWord(candidates)
    for c in candidates:
        words = range(c.i, c.j)
        own = next((r.odds for r in by_ja[c.a, c.b] if r is not c and not apposed(c, r, english)), NOTHING)
        others = max(by_word.best_beside(c.a, c.b, words), outside(words))
        yield c, Rivals(max(NOTHING, own), others, by_word.best_around(c.a, c.b, words))


class ByWord:
    """Candidates by the English words that they want.

    Parameters
    ----------
    candidates : iterable of Candidate
        Their log odds must not change any more.
    """

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._found: dict[int, list[Candidate]] = {}
        for c in sorted(candidates, key=lambda c: -c.odds):
            for k in range(c.i, c.j):
                self._found.setdefault(k, []).append(c)
        self._beside: dict[int, _Beside] = {}
        self._whole: dict[int, list[Candidate]] = {}

    def best_beside(self, a: int, b: int, words: range) -> float:
        """Return the log odds of the likeliest that wants one of the words and shares no morpheme with ``a:b``, or `NOTHING`."""
        for k in words:
            if k not in self._beside:
                self._beside[k] = _Beside(self._found.get(k, ()))
        return max([self._beside[k].best(a, b) for k in words])

    def best_around(self, a: int, b: int, words: range) -> float:
        """Return the log odds of the likeliest whole word of which ``a:b`` is a part, for one of the words; minus
        infinity if none.
        """
        for k in words:
            if k not in self._whole:
                self._whole[k] = [r for r in self._found.get(k, ()) if r.word and r.b - r.a > 1]
        return max([next((r.odds for r in self._whole[k] if _is_larger(r, a, b)), -math.inf) for k in words])


class _Beside:
    """The candidates for one English word, by where their Japanese stands: to look among however many is a bisection."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        ending = sorted(candidates, key=lambda c: c.b)
        starting = sorted(candidates, key=lambda c: -c.a)
        self._ends, self._starts = [c.b for c in ending], [-c.a for c in starting]
        self._best_up_to = list(accumulate([c.odds for c in ending], max, initial=NOTHING))
        self._best_from = list(accumulate([c.odds for c in starting], max, initial=NOTHING))

    def best(self, a: int, b: int) -> float:
        """Return the log odds of the likeliest that shares no morpheme with ``a:b``, or `NOTHING`."""
        before, behind = bisect_right(self._ends, a), bisect_right(self._starts, -b)
        return max(self._best_up_to[before], self._best_from[behind])


def _is_larger(r: Candidate, a: int, b: int) -> bool:
    return r.a <= a and b <= r.b and (r.a, r.b) != (a, b)
