"""How often something happens: 1日3回, 8時間ごと, 隔日; *three times a day*, *every eight hours*, *t.i.d.*

A frequency is a number of times in a span of time. Two frequencies are the same if their rates are equal: 1日3回 is *every eight
hours*. A word such as 毎日 or *daily* may leave the number of times open, as in *daily in three doses*; it agrees with every
number of times in that span.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from termalign.quantities.quantity import Quantity
from termalign.quantities.units import ADVERBS_OF_TIME, SPANS, SPANS_OF_TIME, known, share_sense

_EVERY = re.compile("ごと|間隔|毎(?![日週月年回食時分秒])")
_APART = re.compile("[お置]き")
# Not 毎週木曜, 毎月第2火曜: the weekday says which days these are, and English says *on Thursdays*.
_EACH = re.compile("毎([日週月年])(?!新聞|曜|報|刊|第|[月火水木金土日][曜・、])")
_MEAL = re.compile("毎食|食事(?:の(?:たび|都度)|ごと|毎)")
_INTERVAL = re.compile(r"every |\w+(?:al|ly)$", re.IGNORECASE)
_BEFORE = re.compile(r"\bevery $", re.IGNORECASE)
_AFTER = re.compile(r"[ -]intervals?\b", re.IGNORECASE)
_EITHER = re.compile("bi", re.IGNORECASE)  # *biweekly* may be twice a week
_VAGUE = re.compile("every day|year", re.IGNORECASE)  # *every day of the week*, *year-round*
_OR = re.compile(r"[ -](?:or|to)[ -]| ?[-–] ?", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:,? (?:per|in|within)(?: an?| each| every)?|,?(?: every)?) ", re.IGNORECASE)
_PERIOD = re.compile(
    rf"(?<![0-9a-z-])(?:(?:every|each) ({'|'.join(SPANS_OF_TIME.values())})|({'|'.join(ADVERBS_OF_TIME)}))\b",
    re.IGNORECASE,
)
_EACH_MEAL = re.compile(r"\b(?:each|every) meal\b", re.IGNORECASE)
_MEALS = (Fraction(3),)  # a day
_LATIN = re.compile(
    r"\b(?:([bt]|q(?=\.?i))\.?i\.?d\b|q\.?([0-9]{1,2}) ?(hr?|d|wk?|mo)\b|q\.?d\b|q\.?o\.?d\b)(?:(?<=\.[a-z])\.)?",
    re.IGNORECASE,
)
_EXACT = frozenset({"hour", "minute", "second"})
_TIMES = {"b": 2, "t": 3, "q": 4}
_SHORT = {"h": "hour", "d": "day", "w": "week", "m": "month"}


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
    found += [_made(*each.span(), 1, SPANS_OF_TIME[each[1]]) for each in _EACH.finditer(text)]
    found += [_made(*each.span(), 1, "day", _MEALS) for each in _MEAL.finditer(text)]
    return _outermost(found)


def english_frequencies(text: str, quantities: Sequence[Quantity]) -> list[Frequency]:
    """Return the frequencies of an English text, which has these `quantities`.

    >>> from termalign.quantities import english_quantities
    >>> text = "10 mg twice daily, t.i.d. or once every four weeks, and weekly"
    >>> [text[each.start : each.end] for each in english_frequencies(text, english_quantities(text))]
    ['twice daily', 't.i.d.', 'once every four weeks', 'weekly']
    """
    around = zip([None, *quantities], quantities, [*quantities[1:], None], strict=False)
    found = [each for before, q, after in around if (each := _english(text, q, before, after))]
    for period in _PERIOD.finditer(text):
        found.append(_made(*period.span(), 1, (period[1] or ADVERBS_OF_TIME[period[2].lower()]).lower()))
    found += [_made(*each.span(), 1, "day", _MEALS) for each in _EACH_MEAL.finditer(text)]
    found += map(_latin, _LATIN.finditer(text))
    return _outermost(found)


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
    exact = q.unit in _EXACT or (
        q.value == 2 and text[q.start] in "1１一"
    )  # 1日おき is every 2 days; 2日おき may be 2 or 3
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


def _latin(found: re.Match[str]) -> Frequency:
    """Return the frequency that an abbreviation of a prescription says: b.i.d., q8h, q.d."""
    times, number, unit = found.groups()
    if unit:
        return _made(*found.span(), int(number), _SHORT[unit[0].lower()], (Fraction(1),))
    number = 2 if "o" in found[0].lower() else 1  # q.o.d., every other day
    return _made(*found.span(), number, "day", (Fraction(_TIMES[times.lower()] if times else 1),))
