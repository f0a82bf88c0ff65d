"""The rivals of each candidate: other words for the same Japanese, and other Japanese for the same words."""

import math
from collections.abc import Iterator, Mapping, Sequence
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
    for c in candidates:
        own = next((r.odds for r in by_ja[c.a, c.b] if r is not c and not apposed(c, r, english)), NOTHING)
        yield c, Rivals(max(NOTHING, own), _others(c, by_word), _around(c, by_word))


def _others(c: Candidate, by_word: Mapping[int, Sequence[Candidate]]) -> float:
    best = [next((r.odds for r in by_word[k] if r.b <= c.a or c.b <= r.a), NOTHING) for k in range(c.i, c.j)]
    return max(NOTHING, *best)


def _around(c: Candidate, by_word: Mapping[int, Sequence[Candidate]]) -> float:
    return max([next((r.odds for r in by_word[k] if _is_larger_word(r, c)), -math.inf) for k in range(c.i, c.j)])


def _is_larger_word(r: Candidate, c: Candidate) -> bool:
    return r.word and r.a <= c.a and c.b <= r.b and (r.a, r.b) != (c.a, c.b)
