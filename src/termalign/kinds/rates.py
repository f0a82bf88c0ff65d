"""number: an amount for one of something: 1ドル150円, *150 yen to the dollar*; 年4回, *four times a year*, *quarterly*."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from termalign.kinds.kind import Part
from termalign.kinds.match import Match
from termalign.once import once
from termalign.quantities import Quantity
from termalign.quantities.quantity import Offsets
from termalign.quantities.units import ADVERBS_OF_TIME, SPANS_OF_TIME, known, share_sense
from termalign.target.target import Target
from termalign.terms.term import Term

_AFTER = re.compile("(?:台|前後|ほど|程度|近辺)?$")
_ONE_PERIOD = re.compile(
    rf"\b(?:once )?(?:(?:every|each) ({'|'.join(SPANS_OF_TIME.values())})|({'|'.join(ADVERBS_OF_TIME)}))\b",
    re.IGNORECASE,
)
_SEVERAL_BEFORE = re.compile(r"\b(?:(?:once )?(?:every|each)|once in) $", re.IGNORECASE)
_PERIOD = re.compile(r"every |\w+(?:al|ly)$", re.IGNORECASE)
_EXACT = 0.95
_Period = tuple[str, Fraction]
"""A span of time: its dimension, and its length in the base unit of that."""


def rated(term: Term, found: Sequence[Match], target: Target) -> Iterator[Match]:
    """Yield the whole of a term that gives an amount for one of something; `found` has the matches of its quantities."""
    said = term.quantities[-1] if term.quantities else None
    if said is None or said.per is None or said.per.start or not _AFTER.match(term.surface, said.end):
        return
    english = target.english
    for m in found:
        end = _end(said, target, english.ends[m.j - 1]) if m.parts[0].start == said.start else None
        if end is not None:
            j = english.words_in(english.starts[m.i], end)[1]
            yield Match(m.i, j, m.kind, m.strength, 1.0, (term.surface, english.phrase(m.i, j)), m.parts)
    for (start, end), period in _periods(target):
        if period == _period(said):
            i, j = english.words_in(start, end)
            part = Part(0, len(term.surface), i, j, "number")
            yield Match(i, j, "number", _EXACT, 1.0, (term.surface, english.phrase(i, j)), (part,))


def _end(said: Quantity, target: Target, at: int) -> int | None:
    """Return the end of the English words that say for what each amount is, if its match ends at `at`; None without them."""
    assert said.per is not None
    pers = [
        q.per
        for q in target.quantities
        if q.start < at and q.per is not None and q.per.end > at and q.per.start >= q.end
    ]
    same = (per.end for per in pers if said.per.number == 1 and share_sense(per.unit, said.per.unit))
    return next(same, None)


def _period(said: Quantity) -> _Period | None:
    """Return the span of time in which something happens once; None if the amount is no number of times."""
    one = known(said.per.unit) if said.per is not None else None
    if (
        said.per is None
        or one is None
        or not (share_sense(said.unit, "times") and isinstance(said.value, int) and said.value)
    ):
        return None
    return one.dimension, said.per.number * one.factor / said.value


@once
def _periods(target: Target) -> list[tuple[Offsets, _Period]]:
    """Return the spans of English that say how often something happens, with the period: *weekly*, *every three months*."""
    text = target.english.text
    found = [(m.span(), 1, m[1] or ADVERBS_OF_TIME[m[2].lower()]) for m in _ONE_PERIOD.finditer(text)]
    for q in target.quantities:
        before = _SEVERAL_BEFORE.search(text, max(0, q.start - 12), q.start)
        if q.kind == "duration" and isinstance(q.value, int) and (before or _PERIOD.match(text[q.start : q.end])):
            found.append(((before.start() if before else q.start, q.end), q.value, q.unit))
    units = [(span, number, known(unit.lower())) for span, number, unit in found]
    return [(span, (unit.dimension, number * unit.factor)) for span, number, unit in units if unit is not None]


def says_period(target: Target) -> bool:
    """Return whether the English says how often something happens."""
    return bool(_periods(target))
