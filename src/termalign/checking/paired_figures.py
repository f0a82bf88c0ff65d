"""The figures of a text and its translation, paired by value, and the figures without a counterpart."""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise, permutations, zip_longest

from termalign.checking.eras_as_years import years_of_eras
from termalign.checking.figures import Code, Figure, Side
from termalign.checking.fiscal_periods import implied_days
from termalign.checking.named_days import days_by_name, weekdays_by_name
from termalign.checking.old_calendar import are_of_two_calendars, are_one_date, may_be_converted
from termalign.checking.restated import converted, restated
from termalign.checking.worked_out_times import worked_out_times
from termalign.quantities import Quantity, english_quantities, equivalence
from termalign.quantities.bounds import turned
from termalign.quantities.calendar import periods_named
from termalign.quantities.units import PROVISIONS, share_sense

# Of what number of things it says the size: two thousand-yen bills.
_SIZED = re.compile("([a-z]+) ((?:hundred|thousand|million)-.+)", re.IGNORECASE)
# Between a figure and its conversion.
_CONVERSION = re.compile(r"\s*[(（\[][^()（）\[\]]{0,20}|\s*[/／=≈]\s*|, or (?:\w+ )?")
_TO = re.compile(" ?[-–] ?| (?:to|through)(?: the)? ")
_ENDS = 2  # numbers of a range
_LONGEST_LIST = 20
_CLOCK = 12  # hours
_BESIDE = ("", "(", "（")  # between a day and its weekday
_DATE_AFTER_WEEKDAY = 6  # code points between a weekday and its date
_NEAREST = 30  # figures to compare on either side of the corresponding position in the other text
_SAME = 0.4  # lowest `equivalence` of a pair; anything less is coincidence, such as the same month of another year


@dataclass(frozen=True)
class PairedFigures:
    """The figures of two texts, paired by value."""

    pairs: Sequence[tuple[Figure, Figure]]  # Japanese and English figures that mean the same
    ja: Sequence[Figure]  # unpaired figures whose numbers are not in the other text
    en: Sequence[Figure]
    ja_again: Sequence[Figure]  # unpaired figures whose numbers the other text has in a figure with another counterpart
    en_again: Sequence[Figure]
    codes: Sequence[tuple[Code, Code]]  # codes that are in one text only, paired in order
    references: Sequence[tuple[Figure, Figure]]  # references that are in one text only, paired in order


def paired(ja: Side, en: Side) -> PairedFigures:
    """Return the figures of two texts, paired off."""
    en = replace(en, figures=[part for figure in en.figures for part in _parts(figure, ja)])
    pairs = list(equals(ja, en))
    pairs += _restated(ja, en, {id(figure) for pair in pairs for figure in pair})
    pairs.sort(key=lambda pair: pair[0].start)
    taken = _with_said_otherwise(ja, en, {id(figure) for pair in pairs for figure in pair})
    left_ja = [f for f in ja.figures if id(f) not in taken]
    refer = _unlike_references(ja, en)
    left_en = [f for f in en.figures if id(f) not in taken and not _is_resolved(f, refer)]
    return PairedFigures(
        pairs,
        [f for f in left_ja if not en.says(f)],
        [f for f in left_en if not ja.says(f)],
        [f for f in left_ja if en.says(f)],
        [f for f in left_en if ja.says(f)],
        [(a, b) for a, b in zip(_unlike(ja, en), _unlike(en, ja), strict=False) if a.text != b.text],
        list(zip(refer, _unlike_references(en, ja), strict=False)),
    )


def _with_said_otherwise(ja: Side, en: Side, taken: Set[int]) -> Set[int]:
    """Return the ids of the figures that are `taken`, and of those that the other text says in another way."""
    taken |= {
        id(figure) for figure in [*_said_twice(ja, taken, are_one_date), *_said_twice(en, taken, are_of_two_calendars)]
    }
    taken |= {id(figure) for figure in [*_converted(ja, en, taken), *_converted(en, ja, taken)]}
    taken |= {id(figure) for figure in [*_as_ranges(ja, en), *_as_ranges(en, ja), *_listed(ja, en), *_shares(ja, en)]}
    taken |= {id(figure) for figure in [*_decades_of_eras(ja, en), *implied_days(ja, en), *days_by_name(ja, en)]}
    taken |= {id(figure) for figure in [*years_of_eras(ja, en, taken), *weekdays_by_name(ja, en), *_hours(ja, en)]}
    taken |= {id(figure) for figure in worked_out_times(ja, en)}
    return taken | {id(figure) for figure in _given_as_weekdays(ja, en, taken)}


def _is_resolved(figure: Figure, references: Sequence[Figure]) -> bool:
    """Return whether an English provision may be what one of the Japanese references stands for: *Article 5* for 前条."""
    unit = figure.quantity.unit
    return unit in PROVISIONS and any(each.quantity.unit.endswith(f" {unit}") for each in references)


def _unlike_references(side: Side, other: Side) -> list[Figure]:
    """Return the references of a text to which none in the other is equal."""
    return [figure for figure in side.references if not any(_refer_alike(figure, each) for each in other.references)]


def _refer_alike(one: Figure, other: Figure) -> bool:
    """Return whether two references have the same direction and, where both state one, the same number of provisions."""
    a, b = one.quantity, other.quantity
    return a.unit == b.unit and (a.value == b.value or None in (a.value, b.value))


def _said_twice(side: Side, taken: Set[int], are_one: Callable[[str, Quantity, Quantity], bool]) -> Iterator[Figure]:
    """Yield dates that need no counterpart, as the same date stands beside them in another calendar: 永祚元年（988年）."""
    for first, second in pairwise(side.figures):
        if are_one(side.text, first.quantity, second.quantity):
            yield first if id(second) in taken else second


def _converted(side: Side, other: Side, taken: Set[int]) -> Iterator[Figure]:
    """Yield conversions, and figures before their conversions, that the other text does not have: *20°C (68°F)* for 20℃."""
    for both in pairwise(side.figures):
        if _CONVERSION.fullmatch(side.text, both[0].end, both[1].start) and converted(*(f.quantity for f in both)):
            left = [figure for figure in other.figures if id(figure) not in taken]
            for figure, same in permutations(both):
                if id(same) in taken and not any(_may_render(figure, each) for each in left):
                    yield figure


def _may_render(one: Figure, other: Figure) -> bool:
    """Return whether a figure may be what another one became: it has its unit, or its numbers in another unit."""
    return one.values == other.values or share_sense(one.quantity.unit, other.quantity.unit)


def _decades_of_eras(ja: Side, en: Side) -> Iterator[Figure]:
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


def _as_ranges(side: Side, other: Side) -> Iterator[Figure]:
    """Yield values with their tolerances that the other text says as ranges, and these: *4.5 to 5.5* for 5.0±0.5."""
    ranges = {figure.values: figure for figure in other.figures if figure.quantity.kind == "range"}
    for value, more in pairwise(side.figures) if ranges else ():
        if more.text.startswith("±") and not side.text[value.end : more.start].strip():
            ends = value.values[0] - more.values[0], value.values[0] + more.values[0]
            if ends in ranges:
                yield from (value, more, ranges[ends])


def _hours(ja: Side, en: Side) -> Iterator[Figure]:
    """Yield two times that the English gives by the hours of a clock alone, and these: *from 9 to 5* for 9時から17時."""
    spans = {figure.values: figure for figure in en.figures if figure.quantity.kind in ("range", "score")}
    for first, last in pairwise(ja.figures) if spans else ():
        if first.quantity.kind == last.quantity.kind == "time":
            hours = tuple((figure.values[0] - 1) % _CLOCK + 1 for figure in (first, last) if not any(figure.values[1:]))
            if len(hours) == _ENDS and hours in spans:
                yield from (first, last, spans[hours])


def _listed(ja: Side, en: Side) -> Iterator[Figure]:
    """Yield numbers that the Japanese lists and the English says from the first to the last: *fourth to sixth* for 第4、5、6."""
    ranges = [(each.values, [each]) for each in en.figures if each.quantity.kind == "range"]
    for first, last in pairwise(en.figures):
        if first.quantity.kind == last.quantity.kind == "ordinal" and _TO.fullmatch(en.text, first.end, last.start):
            ranges.append((first.values + last.values, []))
    by_value = {value: figure for figure in ja.figures for value in figure.values} if ranges else {}
    for (low, high), whole in ranges:
        listed = [by_value.get(low + k) for k in range(min(_LONGEST_LIST, int(high - low) + 1))]
        if len(listed) > _ENDS and all(listed) and low + len(listed) == high + 1:
            yield from (*filter(None, listed), *whole)


def _shares(ja: Side, en: Side) -> Iterator[Figure]:
    """Yield shares whose two numbers the English has apart, and these: *five of the 20 people* for 20人中5人."""
    shares = [figure for figure in ja.figures if figure.quantity.kind == "fraction" and figure.quantity.pieces]
    by_value = {figure.values: figure for figure in en.figures} if shares else {}
    for share in shares:
        said = [by_value.get(tuple(Fraction(number) for number in part.numbers)) for part in share.quantity.parts]
        if all(said):
            yield from (share, *filter(None, said))


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
    return after.quantity.kind in ("date", "ordinal") and after.start - weekday.end <= _DATE_AFTER_WEEKDAY


def _parts(figure: Figure, ja: Side) -> Sequence[Figure]:
    """Return an English figure, divided where the Japanese has its parts: *two thousand-yen bills* for 1,000円札が2枚."""
    found = _SIZED.fullmatch(figure.text)
    if found is None or ja.says(figure):
        return [figure]
    parts = [
        Figure(replace(q, start=found.start(k) + figure.start, end=found.end(k) + figure.start), found[k])
        for k in (1, 2)
        for q in english_quantities(found[k])
    ]
    return parts if all(ja.says(part) for part in parts) else [figure]


def _unlike(side: Side, other: Side) -> list[Code]:
    """Return the codes that are not in the other text, even if their digits are: UTF-8, *UTF-16, 8 bits*; XK-AB, *XK-AC*."""
    lacking = [each for each in other.codes if side.lacks(each)]
    shapes, signs = {each.shape for each in lacking} - {"9"}, {each.signs for each in lacking}
    return [
        code
        for code in side.codes
        if not code.digits <= other.digits
        or (other.lacks(code) and (other.has_like(code) or code.shape in shapes or code.signs in signs))
    ]


def around(k: int, figures: Sequence[Figure]) -> Iterator[tuple[int, Figure]]:
    """Yield the figures near index `k` with their indices. Comparing only these keeps long texts fast."""
    first = max(0, k - _NEAREST)
    yield from enumerate(figures[first : k + _NEAREST], first)


def equals(ja: Side, en: Side) -> Iterator[tuple[Figure, Figure]]:
    """Yield each figure with the most similar one of the other text.

    Of equally similar figures, it prefers one without the opposite bound (以上, *at most*), then one with the same bound, then
    the nearest in order.
    """
    slope = len(en.figures) / max(1, len(ja.figures))
    rated = [
        (same, not _turned(ja, a, en, b), a.quantity.bound == b.quantity.bound, -abs(i - k), i, k)
        for i, a in enumerate(ja.figures)
        for k, b in around(round(i * slope), en.figures)
        if (same := equivalence(a.quantity, b.quantity)) >= _SAME
    ]
    used_ja: set[int] = set()
    used_en: set[int] = set()
    for *_, i, k in sorted(rated, reverse=True):
        if i not in used_ja and k not in used_en:
            used_ja.add(i)
            used_en.add(k)
            yield ja.figures[i], en.figures[k]


def _turned(ja: Side, a: Figure, en: Side, b: Figure) -> bool:
    return turned(ja.text, a.span, en.text, *b.span) is not None


def _restated(ja: Side, en: Side, taken: set[int]) -> Iterator[tuple[Figure, Figure]]:
    """Yield each remaining figure with the first one nearby that states the same value by another number."""
    ours, theirs = ([figure for figure in side.figures if id(figure) not in taken] for side in (ja, en))
    used: set[int] = set()
    for i, a in enumerate(ours):
        for k, b in around(round(i * len(theirs) / len(ours)), theirs):
            if k not in used and (
                restated(ja.text, a.quantity, en.text, b.quantity)
                or may_be_converted(ja.text, a.quantity, (each.quantity for each in ja.figures), b.quantity)
            ):
                used.add(k)
                yield a, b
                break
