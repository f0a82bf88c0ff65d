"""number: an amount for one of something: 1ドル150円, *150 yen to the dollar*; 年4回, *four times a year*, *quarterly*."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from termalign.kinds.kind import Part
from termalign.kinds.match import Match
from termalign.once import once
from termalign.quantities import Quantity
from termalign.quantities.english_words import unit_after
from termalign.quantities.quantity import Offsets
from termalign.quantities.units import ADVERBS_OF_TIME, SPANS_OF_TIME, known, share_sense
from termalign.target.target import Target
from termalign.terms.term import Term, once_a_term

_BEFORE = re.compile("(?:毎([秒分時日週月年])|([時日週月年])[間額給産]?)に?(?:つき)?")
_BETWEEN = re.compile("[=＝]|に|(?:に?つき|[あ当]たり|当り)?に?")
_AFTER = re.compile("(?:台|前後|ほど|程度|近辺)?$")
_FOR_EACH = "to|per|against|for|on|a|an|each|every"
_PER = re.compile(
    rf"(?: (?!(?:{_FOR_EACH}|and|or)\b)[a-z-]+){{0,3}}? (?:{_FOR_EACH})\b(?: (?:the|one|a|an|each|every|U\.S\.|US)\b)*",
    re.IGNORECASE,
)
_ADVERB = re.compile(rf" ({'|'.join(ADVERBS_OF_TIME)})\b", re.IGNORECASE)
_ONE_PERIOD = re.compile(
    rf"\b(?:once )?(?:(?:every|each) ({'|'.join(SPANS_OF_TIME.values())})|({'|'.join(ADVERBS_OF_TIME)}))\b",
    re.IGNORECASE,
)
_SEVERAL_BEFORE = re.compile(r"\b(?:(?:once )?(?:every|each)|once in) $", re.IGNORECASE)
_PERIOD = re.compile(r"every |\w+(?:al|ly)$", re.IGNORECASE)
_LONGEST = 12  # code points of *once every*
_EXACT = 0.95
_Period = tuple[str, Fraction]
"""A span of time: its dimension, and its length in the base unit of that."""


class _Rate(NamedTuple):
    """An amount for so many (`number`) of a unit."""

    amount: Quantity
    number: int
    each: str

    @property
    def period(self) -> _Period | None:
        """The span of time in which something happens once; None if the amount is no number of times."""
        times, one = self.amount.value, known(self.each)
        if one is None or not (share_sense(self.amount.unit, "times") and isinstance(times, int) and times):
            return None
        return one.dimension, self.number * one.factor / times


@once_a_term
def _said(term: Term) -> _Rate | None:
    """Return the rate that a whole term expresses; None for other terms."""
    quantities, surface = term.quantities, term.surface
    if not quantities or not _AFTER.match(surface, quantities[-1].end):
        return None
    one, amount = quantities[0], quantities[-1]
    before = _BEFORE.fullmatch(surface, 0, amount.start)
    if before is not None:
        return _Rate(amount, 1, SPANS_OF_TIME[before[1] or before[2]])
    beside = len(quantities) == 2 and one.start == 0 and _BETWEEN.fullmatch(surface, one.end, amount.start)
    number = one.date[2] if one.date is not None else one.value  # 1日3回
    return _Rate(amount, number, one.unit) if beside and one.unit and isinstance(number, int) else None


def rated(term: Term, found: Sequence[Match], target: Target) -> Iterator[Match]:
    """Yield the whole of a term that gives an amount for one of something; `found` has the matches of its quantities."""
    said = _said(term)
    if said is None:
        return
    english = target.english
    for m in found:
        end = _end(said, english.text, english.ends[m.j - 1]) if m.parts[0].start == said.amount.start else None
        if end is not None and said.number == 1:
            j = english.words_in(english.starts[m.i], end)[1]
            yield Match(m.i, j, m.kind, m.strength, 1.0, (term.surface, english.phrase(m.i, j)), m.parts)
    for (start, end), period in _periods(target):
        if period == said.period:
            i, j = english.words_in(start, end)
            part = Part(0, len(term.surface), i, j, "number")
            yield Match(i, j, "number", _EXACT, 1.0, (term.surface, english.phrase(i, j)), (part,))


def _end(said: _Rate, text: str, at: int) -> int | None:
    """Return the end of the English words that say for what each amount is; None without them."""
    adverb = _ADVERB.match(text, at)
    if adverb is not None and ADVERBS_OF_TIME[adverb[1].lower()] == said.each:
        return adverb.end()
    per = _PER.match(text, at)
    unit = unit_after(text, per.end()) if per else None
    return unit[0][1] if unit is not None and share_sense(unit[1].unit, said.each) else None


@once
def _periods(target: Target) -> list[tuple[Offsets, _Period]]:
    """Return the spans of English that say how often something happens, with the period: *weekly*, *every three months*."""
    text = target.english.text
    found = [(m.span(), 1, m[1] or ADVERBS_OF_TIME[m[2].lower()]) for m in _ONE_PERIOD.finditer(text)]
    for q in target.quantities:
        before = _SEVERAL_BEFORE.search(text, max(0, q.start - _LONGEST), q.start)
        if q.kind == "duration" and isinstance(q.value, int) and (before or _PERIOD.match(text[q.start : q.end])):
            found.append(((before.start() if before else q.start, q.end), q.value, q.unit))
    units = [(span, number, known(unit.lower())) for span, number, unit in found]
    return [(span, (unit.dimension, number * unit.factor)) for span, number, unit in units if unit is not None]


def says_period(target: Target) -> bool:
    """Return whether the English says how often something happens."""
    return bool(_periods(target))
