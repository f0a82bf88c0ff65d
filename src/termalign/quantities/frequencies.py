"""How often something happens: 1日3回, 8時間ごと, 隔日; *three times a day*, *every eight hours*, *t.i.d.*

A frequency is a number of times in a span of time. Two frequencies are the same if their rates are equal: 1日3回 is *every eight
hours*. A word such as 毎日 or *daily* may leave the number of times open, as in *daily in three doses*; it agrees with every
number of times in that span. ``frequencies.tsv`` has the expressions without a number.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from termalign.quantities.quantity import Quantity
from termalign.quantities.units import SPANS, known, share_sense
from termalign.tables import read_table

_EVERY = re.compile("ごと|間隔|毎(?![日週月年回食時分秒])")
_APART = re.compile("[お置]き")
_INTERVAL = re.compile(r"every |\w+(?:al|ly)$", re.IGNORECASE)
_BEFORE = re.compile(r"\bevery $", re.IGNORECASE)
_AFTER = re.compile(r"[ -]intervals?\b", re.IGNORECASE)
_EITHER = re.compile("bi", re.IGNORECASE)  # *biweekly* may be twice a week
_VAGUE = re.compile("every day|year", re.IGNORECASE)  # *every day of the week*, *year-round*
_OR = re.compile(r"[ -](?:or|to)[ -]| ?[-–] ?", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:,? (?:per|in|within)(?: an?| each| every)?|,?(?: every)?) ", re.IGNORECASE)
_EXACT = frozenset({"hour", "minute", "second"})


class Frequency(NamedTuple):
    """A number of times in a span of time, with its code points in the text.

    `span` is the length of the span in the base unit of its dimension. `times` has both ends of a range, or nothing if the
    words leave the number open. `sure` tells whether the words mean nothing else.
    """

    start: int
    end: int
    dimension: str
    span: Fraction
    times: tuple[Fraction, ...] = ()
    sure: bool = True

    def agrees(self, other: "Frequency") -> bool:
        """Return whether two frequencies may be the same."""
        if self.dimension != other.dimension:
            return False
        if not self.times or not other.times:
            return self.span == other.span
        return {times / self.span for times in self.times} == {times / other.span for times in other.times}


def japanese_frequencies(text: str, quantities: Sequence[Quantity]) -> list[Frequency]:
    """Return the frequencies of a Japanese text, which has these `quantities`.

    >>> from termalign.quantities import english_quantities, japanese_quantities
    >>> text, other = "1日3回、または8時間ごとに服用する。", "Take it every 8 hours."
    >>> found = japanese_frequencies(text, japanese_quantities(text))
    >>> [text[each.start : each.end] for each in found]
    ['1日3回', '8時間ごと']
    >>> found[0].agrees(*english_frequencies(other, english_quantities(other)))
    True
    """
    found = [each for q in quantities if (each := _japanese(text, q))]
    return _outermost([*found, *_named(text, "ja")])


def english_frequencies(text: str, quantities: Sequence[Quantity]) -> list[Frequency]:
    """Return the frequencies of an English text, which has these `quantities`.

    >>> from termalign.quantities import english_quantities
    >>> text = "10 mg twice daily, t.i.d. or once every four weeks, and weekly"
    >>> [text[each.start : each.end] for each in english_frequencies(text, english_quantities(text))]
    ['twice daily', 't.i.d.', 'once every four weeks', 'weekly']
    """
    around = zip([None, *quantities], quantities, [*quantities[1:], None], strict=False)
    found = [each for before, q, after in around if (each := _english(text, q, before, after))]
    return _outermost([*found, *_named(text, "en")])


@cache
def _expressions(language: str) -> list[tuple[re.Pattern[str], str, str, tuple[Fraction, ...]]]:
    """Return the expressions of a language with the number and unit of their span, and how many times in it they say."""
    rows = read_table(__package__, "frequencies.tsv", header=True)
    return [
        (re.compile(pattern, re.IGNORECASE), number, unit, (Fraction(times),) if times else ())
        for of, pattern, number, unit, times in rows
        if of == language
    ]


def _named(text: str, language: str) -> Iterator[Frequency]:
    """Yield the frequencies that one expression of the table says: 毎日, *daily*, *q8h*."""
    for pattern, number, unit, times in _expressions(language):
        for found in pattern.finditer(text):
            yield _made(*found.span(), int(found.expand(number)), found.expand(unit).lower(), times)


def _made(start: int, end: int, number: int, unit: str, times: tuple[Fraction, ...] = ()) -> Frequency:
    one = known(unit)
    assert one is not None
    return Frequency(start, end, one.dimension, number * one.factor, times)


def _outermost(found: Sequence[Frequency]) -> list[Frequency]:
    """Return the frequencies in order without those inside others; the first of several at one place."""
    kept: list[Frequency] = []
    for each in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _times(q: Quantity) -> tuple[Fraction, ...]:
    """Return the numbers of times of a quantity; none if it is vague (数回)."""
    return () if q.approx else tuple([Fraction(number) for number in q.numbers])


def _japanese(text: str, q: Quantity) -> Frequency | None:
    if q.per is not None and share_sense(q.unit, "times") and q.per.unit in SPANS and all(q.numbers):
        return _made(q.per.start, q.end, q.per.number, q.per.unit, _times(q))
    if q.kind != "duration" or not isinstance(q.value, int) or known(q.unit) is None:
        return None
    # 1日おき is every two days; 2日おき may be two or three.
    exact = q.unit in _EXACT or (q.value == 2 and text[q.start] in "1１一")
    every = _EVERY.match(text, q.end) or (_APART.match(text, q.end) if exact else None)
    end = every.end() if every else q.end if text[q.start] == "隔" else None
    return None if end is None else _made(q.start, end, q.value, q.unit, (Fraction(1),))


def _english(text: str, q: Quantity, before: Quantity | None, after: Quantity | None) -> Frequency | None:
    if q.kind == "duration" and isinstance(q.value, int):
        around = _BEFORE.search(text, max(0, q.start - 6), q.start) or _AFTER.match(text, q.end)
        if not around and (_VAGUE.match(text, q.start) or not _INTERVAL.match(text, q.start, q.end)):
            return None
        start, end = (min(around.start(), q.start), max(around.end(), q.end)) if around else (q.start, q.end)
        made = _made(start, end, q.value, q.unit, (Fraction(1),))
        return made._replace(sure=not _EITHER.match(text, q.start))
    if not _counts_times(text, q) or not all(q.numbers):
        return None
    start, times = q.start, _times(q)
    if before is not None and _counts_times(text, before) and _OR.fullmatch(text, before.end, q.start):
        start, times = before.start, (*_times(before), *times)  # once or twice a day
    if (
        after is not None
        and isinstance(after.value, int)
        and after.kind == "duration"
        and _BETWEEN.fullmatch(text, q.end, after.start)
    ):  # once every four weeks; three times in two days
        return _made(start, after.end, after.value, after.unit, times)
    if q.per is None or q.per.unit not in SPANS:
        return None
    return _made(min(start, q.per.start), max(q.end, q.per.end), q.per.number, q.per.unit, times)


def _counts_times(text: str, q: Quantity) -> bool:
    """Return whether an English quantity is a number of times. *One time* has no unit, as *one* may be a pronoun."""
    return q.unit == "times" or (q.value == 1 and not q.unit and text.startswith(" time", q.end))
