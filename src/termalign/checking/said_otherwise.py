"""Figures that the other text says in another way, and that therefore need no equal there.

Each rule gets the figures of both texts and the ids of those that are paired or said otherwise already, and yields figures.
"""

import re
from collections.abc import Callable, Iterator, Set
from fractions import Fraction
from functools import cache
from itertools import pairwise, permutations, zip_longest
from typing import NamedTuple

from termalign.checking.figures import Figure, Side
from termalign.checking.fiscal_periods import implied_days
from termalign.checking.periods import are_first_and_last, periods_named
from termalign.checking.restated import converted
from termalign.quantities.units import share_sense
from termalign.tables import read_table

# Between a date and the same date in another calendar, and behind the latter.
_IN_BRACKETS = re.compile(r"\s?(?:[(（]旧暦[)）])?\s?[(（](?:同年)?")
_CLOSING = re.compile(r"(?:\s?[(（]旧暦[)）])?[)）]")
_OF_CALENDAR = re.compile(r"[^()\[\]]{0,30}\bcalendar[)\]]", re.IGNORECASE)
# Between a figure and its conversion.
_CONVERSION = re.compile(r"\s*[(（\[][^()（）\[\]]{0,20}|\s*[/／=≈]\s*|, or (?:\w+ )?")
_TO = re.compile(" ?[-–] ?| (?:to|through)(?: the)? ")
_YEAR_TO_YEAR = re.compile("年?[ 　]?(?:[-–—〜～~－]|から|より|to|and|until|through)[ 　]?", re.IGNORECASE)
_BESIDE = ("", "(", "（")  # between a day and its weekday
_MINUTES = {"minute": 1, "hour": 60}
_BEFORE_OR_AFTER = {"前": -1, "後": 1}
_HALF_A_DAY = 12 * 60


def said_otherwise(ja: Side, en: Side, paired: Set[int]) -> Set[int]:
    """Return the ids of the figures that are `paired`, and of those that the other text says in another way.

    Examples
    --------
    >>> from termalign.checking.figures import english, japanese
    >>> def found(ja, en):
    ...     sides = japanese(ja), english(en)
    ...     said = said_otherwise(*sides, frozenset())
    ...     return [figure.text for side in sides for figure in side.figures if id(figure) in said]
    >>> found("七夕の夜", "on the night of July 7"), found("7月8日", "the Star Festival"), found("月〜金", "on weekdays")
    (['July 7'], [], ['月', '金'])
    >>> found("寛永年間の創業", "founded in the Kan'ei era (1624–1644)"), found("寛永年間の創業", "founded in 1624–1634")
    (['1624', '1644'], [])
    >>> found("17時開演、30分前開場。", "It starts at 5 p.m.; doors open at 4:30.")
    ['30分', '4:30']
    """
    taken = set(paired)
    for rule in _RULES:
        taken.update([id(figure) for figure in rule(ja, en, frozenset(taken))])
    return taken


def _dated_twice(ja: Side, en: Side, taken: Set[int]) -> Iterator[Figure]:
    """Yield dates beside which the same date stands in another calendar: 永祚元年（988年）, 9月 (旧暦)（同年10月）."""
    for side, closing in ((ja, _CLOSING), (en, _OF_CALENDAR)):
        for first, second in pairwise(side.figures):
            one, other = first.quantity, second.quantity
            if (
                one.date
                and other.date
                and one.granularity == other.granularity
                and _IN_BRACKETS.fullmatch(side.text, first.end, second.start)
                and closing.match(side.text, second.end)
            ):
                yield first if id(second) in taken else second


def _converted(ja: Side, en: Side, taken: Set[int]) -> Iterator[Figure]:
    """Yield conversions, and figures before their conversions, that the other text does not have: *20°C (68°F)* for 20℃."""
    for side, other in ((ja, en), (en, ja)):
        for both in pairwise(side.figures):
            if _CONVERSION.fullmatch(side.text, both[0].end, both[1].start) and converted(*(f.quantity for f in both)):
                left = [figure for figure in other.figures if id(figure) not in taken]
                for figure, same in permutations(both):
                    if id(same) in taken and not any(_may_render(figure, each) for each in left):
                        yield figure


def _may_render(one: Figure, other: Figure) -> bool:
    """Return whether a figure may be what another one became: it has its unit, or its numbers in another unit."""
    return one.values == other.values or share_sense(one.quantity.unit, other.quantity.unit)


def _tolerances(ja: Side, en: Side, _: Set[int]) -> Iterator[Figure]:
    """Yield values with a tolerance, and the ranges by which the other text states them: *4.5 to 5.5* for 5.0±0.5."""
    for side, other in ((ja, en), (en, ja)):
        ranges = _of_kinds(other, "range")
        for value, more in pairwise(side.figures) if ranges else ():
            if more.text.startswith("±") and not side.text[value.end : more.start].strip():
                ends = value.values[0] - more.values[0], value.values[0] + more.values[0]
                if ends in ranges:
                    yield from (value, more, ranges[ends])


def _of_kinds(side: Side, *kinds: str) -> dict[tuple[Fraction, ...], Figure]:
    return {figure.values: figure for figure in side.figures if figure.quantity.kind in kinds}


def _hours(ja: Side, en: Side, _: Set[int]) -> Iterator[Figure]:
    """Yield two times, and the bare hours by which the English states them: *from 9 to 5* for 9時から17時."""
    spans = _of_kinds(en, "range", "score")
    for first, last in pairwise(ja.figures) if spans else ():
        if first.quantity.kind == last.quantity.kind == "time" and not any(first.values[1:] + last.values[1:]):
            hours = (first.values[0] - 1) % 12 + 1, (last.values[0] - 1) % 12 + 1
            if hours in spans:
                yield from (first, last, spans[hours])


def _listed(ja: Side, en: Side, _: Set[int]) -> Iterator[Figure]:
    """Yield numbers that the Japanese lists and the English says from the first to the last: *fourth to sixth* for 第4、5、6."""
    ranges = [(values, [figure]) for values, figure in _of_kinds(en, "range").items()]
    for first, last in pairwise(en.figures):
        if first.quantity.kind == last.quantity.kind == "ordinal" and _TO.fullmatch(en.text, first.end, last.start):
            ranges.append((first.values + last.values, []))
    by_value = {value: figure for figure in ja.figures for value in figure.values} if ranges else {}
    for (low, high), whole in ranges:
        if 1 < high - low < len(by_value):
            listed = [by_value.get(low + k) for k in range(int(high - low) + 1)]
            if all(listed) and low + len(listed) == high + 1:
                yield from (*filter(None, listed), *whole)


def _shares(ja: Side, en: Side, _: Set[int]) -> Iterator[Figure]:
    """Yield shares, and the two separate numbers by which the English states them: *five of the 20 people* for 20人中5人."""
    shares = [figure for figure in ja.figures if figure.quantity.kind == "fraction" and figure.quantity.pieces]
    by_value = {figure.values: figure for figure in en.figures} if shares else {}
    for share in shares:
        said = [by_value.get(tuple(Fraction(number) for number in part.numbers)) for part in share.quantity.parts]
        if all(said):
            yield from (share, *filter(None, said))


def _decades(ja: Side, en: Side, _: Set[int]) -> Iterator[Figure]:
    """Yield decades that say years of an era: *late 1940s and early 1950s* for 昭和20年代, *1870s* for 明治初期."""
    decades = [figure for figure in en.figures if figure.quantity.kind == "decade"]
    for figure in ja.figures:
        if figure.quantity.kind == "decade" and len(figure.values) == 2:
            both = {year // 10 * 10 for year in figure.values}
            said = [decade for decade in decades if both.issuperset(decade.values)]
            if {year for decade in said for year in decade.values} == both:
                yield from (figure, *said)
    periods = periods_named(ja.text) if decades else []
    yield from (decade for decade in decades if any(each.has_decade(int(decade.values[0])) for each in periods))


def _years_of_eras(ja: Side, en: Side, taken: Set[int]) -> Iterator[Figure]:
    """Yield the first and the last year of an era or period that one of the texts names: *Kan'ei era (1624–1644)*.

    If the other text has one of the two years, too, both texts state years, which are compared.
    """
    spans = [
        both
        for side in (ja, en)
        for both in pairwise(side.figures)
        if all(map(_year, both))
        and taken.isdisjoint(map(id, both))
        and _YEAR_TO_YEAR.fullmatch(side.text, both[0].end, both[1].start)
    ]
    periods = periods_named(ja.text, en.text) if spans else []
    for first, last in spans:
        if are_first_and_last(_year(first), _year(last), periods):
            yield from (first, last)


def _year(figure: Figure) -> int:
    """Return the year that a figure is; 0 if it is something else."""
    date = figure.quantity.date
    return (date[0] or 0) if date and figure.quantity.granularity == "year" else 0


class _Named(NamedTuple):
    """Patterns for the names of days in Japanese and English, with the first and the last: months and days, or weekdays."""

    names: tuple[re.Pattern[str], re.Pattern[str]]
    first: tuple[int, ...]
    last: tuple[int, ...]


@cache
def _named() -> list[_Named]:
    return [
        _Named((re.compile(ja), re.compile(en or "(?!)", re.IGNORECASE)), _day(first), _day(last))
        for ja, en, first, last in read_table(__package__, "named_days.tsv", header=True)
    ]


def _day(cell: str) -> tuple[int, ...]:
    return tuple(map(int, cell.split("-")))


def _by_name(ja: Side, en: Side, _: Set[int]) -> Iterator[Figure]:
    """Yield dates without a year, and weekdays from the first to the last, that the other text names: *Children's Day*."""
    for k, (side, other) in enumerate(((en, ja), (ja, en))):
        days = [(figure, day) for figure in side.figures if (day := _day_of_any_year(figure))]
        text = other.text.replace("’", "'")
        for names, first, last in _named() if days else ():
            if names[k].search(text):
                said = {day: figure for figure, day in days if len(day) == len(first) and first <= day <= last}
                if len(first) > 1 or {first, last} <= said.keys():
                    yield from (figure for figure, day in days if day in said)


def _day_of_any_year(figure: Figure) -> tuple[int, ...]:
    if figure.quantity.kind == "weekday" and isinstance(figure.quantity.value, int):
        return (figure.quantity.value,)
    year, month, day = figure.quantity.date or (None, None, None)
    return (month, day) if year is None and month and day else ()


def _worked_out_times(ja: Side, en: Side, _: Set[int]) -> Iterator[Figure]:
    """Yield English times that state a Japanese time plus or minus a span of time, and this span."""
    times = [figure for figure in en.figures if figure.quantity.kind == "time"]
    starts = [_minutes(figure) for figure in ja.figures if figure.quantity.kind == "time"] if times else []
    for span in ja.figures if starts else ():
        direction = _BEFORE_OR_AFTER.get(ja.text[span.end : span.end + 1])
        unit = _MINUTES.get(span.quantity.unit)
        if direction and unit and span.quantity.kind == "duration" and len(span.values) == 1:
            then = {(start + direction * unit * span.values[0]) % _HALF_A_DAY for start in starts}
            said = [time for time in times if _minutes(time) % _HALF_A_DAY in then]
            if said:
                yield from (span, *said)


def _minutes(time: Figure) -> int:
    """Return the minutes since midnight, or since noon if the text leaves open which it is."""
    hour, minute = map(int, time.quantity.numbers[:2])
    return 60 * hour + minute


def _given_as_weekdays(ja: Side, en: Side, taken: Set[int]) -> Iterator[Figure]:
    """Yield days without a year that the English gives as a weekday, as newspapers do: *Tuesday* for 12日."""
    weekdays = [
        figure
        for figure, after in zip_longest(en.figures, en.figures[1:])
        if figure.quantity.kind == "weekday" and not (after and _dates(figure, after))
    ]
    free = iter([weekday for weekday in weekdays if id(weekday) not in taken])
    for day, after in zip_longest(ja.figures, ja.figures[1:]):
        names = {name for name, _ in day.parts}
        if id(day) in taken or "day" not in names or "year" in names:
            continue
        if after is not None and after.quantity.kind == "weekday" and ja.text[day.end : after.start] in _BESIDE:
            if weekdays:  # the weekday itself is compared
                yield day
        elif weekday := next(free, None):
            yield from (day, weekday)


def _dates(weekday: Figure, after: Figure) -> bool:
    """Return whether the next figure is the date of a weekday: *Tuesday, Aug. 12*; *Tuesday the 12th*."""
    return after.quantity.kind in ("date", "ordinal") and after.start - weekday.end <= len(", the ")


_RULES: tuple[Callable[[Side, Side, Set[int]], Iterator[Figure]], ...] = (
    _dated_twice,
    _converted,
    _tolerances,
    _listed,
    _shares,
    _decades,
    implied_days,
    _by_name,
    _years_of_eras,
    _hours,
    _worked_out_times,
    _given_as_weekdays,
)
