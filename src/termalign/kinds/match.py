"""Matches: findings of the kinds of evidence that measure on their own how well a term and its English agree."""

import math
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from termalign.kinds.kind import Finding, Part
from termalign.odds import log_odds
from termalign.target.target import Target
from termalign.terms.term import Term

_SUREST = 0.99
SURE = 0.95
"""The strength of a match that nothing speaks against."""
DOUBTED = 0.35
"""That of a match beside something that speaks against it: another name, another common noun, another sense."""


class Match(NamedTuple):
    """A claim that the English words ``i:j`` render a term.

    Attributes
    ----------
    kind : str
        The kind of a link made from the match.
    forms : tuple of str
        The forms that were compared, Japanese first, so that the claim can be checked.
    parts : tuple of Part
        Finer correspondences; empty if the term was compared as one piece.
    rule : str
        The rule of the kind that matched, if its rules differ in reliability; each rule has a fitted weight.
    coverage : float
        The share of the Japanese term that the match accounts for, 0 to 1.
    strength : float
        How well the two sides agree by this evidence alone, 0 to 1.
    """

    i: int
    j: int
    kind: str
    forms: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    rule: str = ""
    coverage: float = 1.0
    strength: float = SURE


def finding(m: Match) -> Finding:
    """Return a match as a finding with features: ``odds`` says how much less, or more, than `SURE` it is."""
    sure = min(_SUREST, max(1 - _SUREST, m.strength))
    features = {
        "odds": (log_odds(sure) - log_odds(SURE)) / 2,
        "left over": 1 - m.coverage,
        "several": math.log(max(1, m.j - m.i)),
    }
    if m.rule:
        features[m.rule] = 1.0
    return Finding(m.i, m.j, m.kind, features, m.forms, m.parts)


def compared(match: Callable[[Term, Target], Iterable[Match]]) -> Callable[[Term, Target], Iterator[Finding]]:
    """Return the comparison of a kind whose findings are matches."""
    return lambda term, target: map(finding, match(term, target))
