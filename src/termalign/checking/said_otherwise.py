"""Figures that the other text says in another way, and that therefore need no equal there.

Each rule gets the figures of both texts and the ids of those that are paired or said otherwise already, and yields figures.
"""

import re
from collections.abc import Callable, Iterator, Set
from fractions import Fraction
from itertools import pairwise, permutations, zip_longest

from termalign.checking.figures import Figure, Side
from termalign.checking.fiscal_periods import implied_days
from termalign.checking.periods import are_first_and_last, periods_named
from termalign.checking.restated import converted
from termalign.quantities.units import share_sense

# Between a date and the same date in another calendar, and behind the latter.
_IN_BRACKETS = re.compile(r"\s?(?:[(（]旧暦[)）])?\s?[(（](?:同年)?")
_CLOSING = re.compile(r"(?:\s?[(（]旧暦[)）])?[)）]")
_OF_CALENDAR = re.compile(r"[^()\[\]]{0,30}\bcalendar[)\]]", re.IGNORECASE)
# Between a figure and its conversion.
_CONVERSION = re.compile(r"\s*[(（\[][^()（）\[\]]{0,20}|\s*[/／=≈]\s*|, or (?:\w+ )?")
_YEAR_TO_YEAR = re.compile("年?[ 　]?(?:[-–—〜～~－]|から|より|to|and|until|through)[ 　]?", re.IGNORECASE)
_BESIDE = ("", "(", "（")  # between a day and its weekday


def said_otherwise(ja: Side, en: Side, paired: Set[int]) -> Set[int]:
    """Return the ids of the figures that are `paired`, and of those that the other text says in another way.

    Examples
    --------
    >>> from termalign.checking.figures import english, japanese
    >>> def found(ja, en):
    ...     sides = japanese(ja), english(en)
    ...     said = said_otherwise(*sides, frozenset())
    ...     return [figure.text for side in sides for figure in side.figures if id(figure) in said]
    >>> found("12日の朝", "on Tuesday morning"), found("12日の朝", "on Tuesday the 13th")
    (['12日', 'Tuesday'], ['12日', 'Tuesday'])
    >>> found("寛永年間の創業", "founded in the Kan'ei era (1624–1644)"), found("寛永年間の創業", "founded in 1624–1634")
    (['1624', '1644'], [])
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


def _shares(ja: Side, en: Side, _: Set[int]) -> Iterator[Figure]:
    """Yield shares, and the two separate numbers by which the English states them: *five of the 20 people* for 20人中5人."""
    shares = [figure for figure in ja.figures if figure.quantity.kind == "fraction" and figure.quantity.pieces]
    by_value = {figure.values: figure for figure in en.figures} if shares else {}
    for share in shares:
        said = [by_value.get(tuple(Fraction(number) for number in part.numbers)) for part in share.quantity.parts]
        if all(said):
            yield from (share, *filter(None, said))


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


def _given_as_weekdays(ja: Side, en: Side, taken: Set[int]) -> Iterator[Figure]:
    """Yield days without a year that the English gives as a weekday, as newspapers do: *Tuesday* for 12日."""
    weekdays = [figure for figure in en.figures if figure.quantity.kind == "weekday"]
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


_RULES: tuple[Callable[[Side, Side, Set[int]], Iterator[Figure]], ...] = (
    _dated_twice,
    _converted,
    _shares,
    implied_days,
    _years_of_eras,
    _given_as_weekdays,
)
