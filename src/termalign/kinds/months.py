"""number, date: several months of a year: 2024年4〜6月期, *April-June quarter of 2024*; 2024年4月から6月, *April to June 2024*.

Japanese puts the year first and English puts it last, so such a range cannot be compared quantity by quantity.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from termalign.kinds.kind import Part
from termalign.kinds.match import SURE, Match
from termalign.once import once
from termalign.quantities import Quantity
from termalign.quantities.other_values import months_of
from termalign.target.target import Target
from termalign.terms.term import Term, once_a_term

_TO = re.compile(r"[〜～~－–—‐−―-]|から|より")
_AFTER = re.compile(r"(?:まで|にかけて)?(?:の)?(?:四半期|期間|期)?(?:まで|にかけて)?$")
_TO_ENGLISH = re.compile(r" ?[-–—~/] ?| (?:to|through|until|till|and) ", re.IGNORECASE)
_TO_YEAR = re.compile(r"(?:[ -](?:quarter|period|term))?(?:,? (?:of|in) (?:the year )?|, ?| )", re.IGNORECASE)
_PERIOD_AFTER = re.compile(r" (?:quarter|period)\b", re.IGNORECASE)
PERIODS: Final = ("期", "期間")  # may be left out in English: 4〜6月期, *April to June*
_Offsets = tuple[int, int]


class Months(NamedTuple):
    """A range of months of one year. Offsets are code points."""

    months: _Offsets
    year: _Offsets | None
    first: object
    last: object
    of: object
    quarter: bool = False


def months_match(term: Term, target: Target) -> Iterator[Match]:
    """Yield the English of the whole term if it is a range of months in a year."""
    said = _japanese(term)
    if said is None:
        return
    english = target.english
    for other in _by_months(target).get((said.first, said.last), ()):
        if said.quarter and not other.quarter:
            continue  # the first quarter of a fiscal year begins in April
        if said.year is None or other.year is None:
            if said.year is not None:
                continue
            span, strength = other.months, SURE
        elif said.of == other.of:
            span, strength = (min(other.months[0], other.year[0]), max(other.months[1], other.year[1])), 1.0
        else:
            continue
        period = _PERIOD_AFTER.match(english.text, span[1])
        i, j = english.words_in(span[0], period.end() if period else span[1])
        parts = [Part(*said.months, *english.words_in(*other.months), "date")]
        if said.year is not None and other.year is not None:
            parts.append(Part(*said.year, *english.words_in(*other.year), "date"))
        yield Match(i, j, "date", (term.surface, english.phrase(i, j)), tuple(sorted(parts)), strength=strength)


@once_a_term
def _japanese(term: Term) -> Months | None:
    """Return the months that a whole term expresses; None for other terms."""
    quantities, surface = term.quantities, term.surface
    if not quantities or quantities[0].start:
        return None
    if _AFTER.match(surface, quantities[-1].end) is None:
        return None
    if len(quantities) == 1 and (ends := _month_range(quantities[0])):
        return Months((0, quantities[0].end), None, *ends, None, quantities[0].kind == "quarter")
    if len(quantities) != 2:
        return None
    first, second = quantities
    gap = surface[first.end : second.start]
    year = _year(first)
    if year is not None and not gap and (ends := _month_range(second)):
        return Months((second.start, second.end), (first.start, first.end), *ends, year, second.kind == "quarter")
    month, other = _month(first), _month(second)
    if month is None or other is None or _TO.fullmatch(gap) is None or _stated(second) is not None:
        return None
    year = _stated(first)
    if year is None:
        return None  # without a year, `chained` compares the two months
    cut = next((p.start for p in first.parts if p.value == (None, month, None)), None)
    return Months((cut, second.end), (first.start, cut), month, other, year) if cut is not None else None


@once
def _by_months(target: Target) -> Mapping[tuple[object, object], Sequence[Months]]:
    """Return the ranges of months in the English text, by the first and the last month."""
    found: dict[tuple[object, object], list[Months]] = {}
    for each in _english(target.english.text, target.quantities):
        found.setdefault((each.first, each.last), []).append(each)
    return found


def _english(text: str, quantities: Sequence[Quantity]) -> Iterator[Months]:
    """Yield the ranges of months in the English text."""
    for first, second in pairwise(quantities):
        ends = _month_range(first)
        if ends and (year := _year(second)) is not None and _TO_YEAR.fullmatch(text, first.end, second.start):
            yield Months((first.start, first.end), (second.start, second.end), *ends, year, first.kind == "quarter")
        elif (month := _month(first)) is not None and _stated(first) is None and (year := _stated(second)) is not None:
            other = _month(second)
            if other is None or _TO_ENGLISH.fullmatch(text, first.end, second.start) is None:
                continue
            of = next((p for p in second.parts if p.value == (year, None, None)), None)
            if of is not None:
                end = len(text[: of.start].rstrip(" ,")) if of.start > second.start else second.end
                end = next((p.end for p in second.parts if p.value == (None, other, None)), end)
                yield Months((first.start, end), (of.start, of.end), month, other, year)


def _month_range(quantity: Quantity) -> tuple[object, object] | None:
    """Return the first and last month of a quantity that is a range of months or a quarter."""
    value = quantity.value
    if quantity.kind == "quarter" and isinstance(value, int):
        first, last = months_of(value)
        return first[1], last[1]
    if quantity.kind != "range" or not isinstance(value, tuple):
        return None
    ends = [end[1] for end in value if isinstance(end, tuple) and end[0] is None and end[2] is None]
    return (ends[0], ends[1]) if len(ends) == 2 else None


def _year(quantity: Quantity) -> int | None:
    """Return the year of a quantity that is only a year."""
    fields = quantity.date
    return fields[0] if fields is not None and fields[1:] == (None, None) else None


def _month(quantity: Quantity) -> int | None:
    """Return the month of a quantity that has a month and no day."""
    fields = quantity.date
    return fields[1] if fields is not None and fields[2] is None else None


def _stated(quantity: Quantity) -> int | None:
    """Return the year of a date, if it has one."""
    fields = quantity.date
    return fields[0] if fields is not None else None
