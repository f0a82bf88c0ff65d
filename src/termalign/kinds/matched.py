"""Kinds of evidence whose comparison is a matcher."""

import math
from collections.abc import Callable, Iterable, Iterator, Set

from termalign.bitext.bitext import Bitext
from termalign.kinds.kind import ANY, NONE, Filed, Finding, Kind, Offered, nothing
from termalign.kinds.match import Match, Matcher
from termalign.odds import log_odds
from termalign.terms.term import Term

_SUREST = 0.99


def finding(m: Match) -> Finding:
    """Return a match as a finding with features."""
    sure = min(_SUREST, max(1 - _SUREST, m.strength))
    features = {
        m.rule or "whole": 1.0,
        "odds": log_odds(sure) / 2,
        "left over": 1 - m.coverage,
        "several": math.log(max(1, m.j - m.i)),
    }
    return Finding(m.i, m.j, m.kind, features, m.forms, tuple([part[:5] for part in m.parts]))


def kind_of(
    name: str,
    matcher: Matcher,
    filed: Callable[[Term], Iterable[Filed]] = nothing,
    offered: Callable[[Bitext], Iterable[Offered]] = nothing,
    *others: str,
    guess: bool = False,
    prior: float = 0.0,
) -> Kind:
    """Return a kind that finds what a matcher does.

    Parameters
    ----------
    filed, offered : callable
        What a list files a term by, and what a text asks for.
    others : str
        Kinds of links that it speaks for beside the matcher's own.
    guess : bool
        Whether it is asked only of what nothing surer is known of.
    prior : float
        What it is worth where no fit has met it: log odds.
    """

    def compare(term: Term, bitext: Bitext) -> Iterator[Finding]:
        return map(finding, matcher.match(term, bitext))

    def term_keys(term: Term) -> Set[str]:
        return ANY if matcher.applies(term) else NONE

    def text_keys(bitext: Bitext) -> Set[str]:
        return ANY if getattr(bitext, matcher.needs) else NONE

    says = frozenset({matcher.kind, *others})
    return Kind(
        name,
        says,
        compare,
        term_keys,
        text_keys,
        of_unlisted=True,
        guess=guess,
        filed=filed,
        offered=offered,
        prior=prior,
    )
