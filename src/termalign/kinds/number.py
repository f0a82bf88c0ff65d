"""number, date: the same value on both sides (95億円, 9.5 billion yen), whole or part by part (慶応3年 ~ *1867*)."""

from collections.abc import Iterator, Set

from termalign.evidence.bitext import Bitext
from termalign.evidence.number import NumberMatcher
from termalign.evidence.term import Term
from termalign.kinds import offered
from termalign.kinds.kind import ANY, NONE, Filed, Finding, Kind
from termalign.quantities.keys import quantity_keys

_EXACT = 0.95
_MATCHER = NumberMatcher()


def _keys(term: Term) -> Set[str]:
    return ANY if term.quantities else NONE


def _compare(term: Term, bitext: Bitext) -> Iterator[Finding]:
    for match in _MATCHER.match(term, bitext):
        features = {
            match.kind: 1.0,
            "same": match.strength,
            "exact": float(match.strength >= _EXACT),
            "left over": 1 - match.coverage,
            "whole": float(term.is_quantity),
        }
        parts = tuple([part[:5] for part in match.parts]) if match.coverage < 1 else ()
        yield Finding(match.i, match.j, match.kind, features, match.forms, parts)


def _filed(term: Term) -> Iterator[Filed]:
    for quantity in term.quantities:
        for key in quantity_keys([quantity]):
            yield Filed(key, quantity.start, quantity.end)


NUMBER = Kind(
    "number",
    frozenset({"number", "date"}),
    _compare,
    term_keys=_keys,
    text_keys=lambda bitext: ANY if bitext.quantities else NONE,
    of_unlisted=True,
    filed=_filed,
    offered=offered.quantities,
)
