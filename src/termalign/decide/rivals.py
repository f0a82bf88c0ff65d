"""Rivals of each candidate: other words for the same Japanese, and other Japanese for the same words."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from termalign.english.text import EnglishText
from termalign.propose.candidate import Candidate, apposed, by_word

Range = tuple[int, int]
"""Morphemes, half-open."""

BEATEN_BY = 4.0
"""Log odds: a wider margin says no more."""

NOTHING = -4.0
"""Log odds where there is no candidate."""


class Rivals(NamedTuple):
    """The log odds of a candidate's best rivals.

    ``own`` are other words for the same Japanese, and ``others`` other Japanese for the same words. ``around`` is a
    whole word that contains the Japanese, for the same words; minus infinity if there is none. ``of_a_part`` is how much
    better Japanese outside the noun run renders the words of one part of a compound than this part does, 0 if it does not.
    """

    own: float
    others: float
    around: float
    of_a_part: float


def with_rivals(
    judged: Iterable[Candidate],
    by_ja: Mapping[Range, Sequence[Candidate]],
    candidates: Sequence[Candidate],
    english: EnglishText,
    outside: Callable[[range], float],
    run: Callable[[int], Range],
) -> Iterator[tuple[Candidate, Rivals]]:
    """Yield each candidate to be judged with its rivals.

    ``candidates`` must be complete for some stretch of Japanese, and ``by_ja`` has them by their morphemes, best first.
    ``outside`` returns, for a range of words, the log odds of the best candidate from the rest of the Japanese, or
    `NOTHING`. ``run`` returns the noun run of a morpheme.
    """
    wanted = ByWord(candidates if len(by_ja) > 1 else ())  # candidates of the same Japanese take no words from it
    for c in judged:
        words = range(c.i, c.j)
        others = wanted.best_beside(c.a, c.b, words, outside(words))
        around = wanted.best_around(c.a, c.b, words)
        of_a_part = max([_margin(part, run(c.a), wanted, outside) for part in c.parts], default=0.0)
        yield c, Rivals(_best_other(c, by_ja[c.a, c.b], english), others, around, of_a_part)


def _margin(part: Candidate, run: Range, wanted: "ByWord", outside: Callable[[range], float]) -> float:
    """Return how much better Japanese outside its run renders the words of a part of a compound."""
    words = range(part.i, part.j)
    return max(0.0, min(BEATEN_BY, wanted.best_beside(*run, words, outside(words)) - part.odds))


def _best_other(c: Candidate, ordered: Iterable[Candidate], english: EnglishText) -> float:
    """Return the log odds of the best of the candidates for the same Japanese that `c` is a rival of, or `NOTHING`."""
    for r in ordered:
        if r is not c and not apposed(c, r, english):
            return max(NOTHING, r.odds)
    return NOTHING


class ByWord:
    """Candidates, by the English words that they want. Their log odds must be final."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        found = list(candidates)
        self._found = by_word(found)
        self._whole = by_word([c for c in found if c.word and c.b - c.a > 1])

    def best_beside(self, a: int, b: int, words: range, least: float = NOTHING) -> float:
        """Return the log odds of the best candidate for one of the words that is clear of ``a:b``, but at least ``least``."""
        best = least
        for k in words:
            for r in self._found.get(k, ()):
                if r.odds <= best:
                    break
                if r.b <= a or b <= r.a:
                    best = r.odds
        return best

    def best_around(self, a: int, b: int, words: range) -> float:
        """Return the log odds of the best whole word that contains ``a:b``, for one of the words, or minus infinity."""
        best = -math.inf
        for k in words if self._whole else ():
            for r in self._whole.get(k, ()):
                if r.odds <= best:
                    break
                if r.a <= a and b <= r.b and (r.a, r.b) != (a, b):
                    best = r.odds
        return best
