"""The figures of a text and its translation, paired by value, and the figures without a counterpart."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import pairwise, permutations, zip_longest
from string import ascii_lowercase
from typing import NamedTuple
from unicodedata import normalize

from termalign.checking.old_calendar import are_one_date, may_be_converted
from termalign.checking.restated import converted, restated
from termalign.quantities import Quantity, english_quantities, equivalence, japanese_quantities
from termalign.quantities.bounds import turned
from termalign.quantities.calendar import era_years
from termalign.quantities.english_dates import with_months
from termalign.quantities.japanese_dates import placed
from termalign.quantities.quantity import Offsets
from termalign.quantities.units import PROVISIONS, share_sense

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
# UTF-8, 3.11. A match must begin at the first letter, so a long run of letters is scanned only once.
_CODE = re.compile(r"(?<![A-Za-z])(?:[A-Za-z]++-(?=\d))?+[A-Za-z]*+\d[\dA-Za-z.]*(?<!\.)")
# ERR_1024, AB-1234-CE, XK-AB: one code, even if its parts look like quantities
_IDENTIFIER = re.compile(
    r"(?<![A-Za-z0-9_.@/\\-])(?=[0-9_-]*[A-Za-z])(?:[A-Z0-9]++(?:[_-][A-Z0-9]++)++|[a-f0-9]++(?:-[a-f0-9]++){4})"
    r"(?![A-Za-z0-9_(@/\\]|[-.][A-Za-z0-9])",
    re.ASCII,
)
_NO_HYPHENS = str.maketrans("", "", "-‐‑–－")
# Before a number whose decimals are no fraction: version 2.10 is not 2.1, nor is Figure 2.10 or Python 2.10.
_NUMBERED = re.compile(r"(?:バージョン|[図表]|(?i:\b(?:version|ver|v))|\b[A-Z][a-z]+)[.．]?[ 　]?$")
_COUNTRY = re.compile(r"\+\d{1,3}(?=[- (])")  # of a telephone number; the other text may have it without
# Of what number of things it says the size: two thousand-yen bills.
_SIZED = re.compile("([a-z]+) ((?:hundred|thousand|million)-.+)", re.IGNORECASE)
_ROMAN = re.compile("[IVXLC]+", re.IGNORECASE)
_ERA = re.compile("(?:明治|大正|昭和|平成|令和)(?![0-9０-９元〇一二三四五六七八九十])")
_N = "([0-9０-９]{1,4}|[一二三四五六七八九十百]{1,5})"
_ADDRESS = re.compile(f"{_N}丁目{_N}番地?(?:の?{_N}号?)?")
# Between a figure and its conversion.
_CONVERSION = re.compile(r"\s*[(（\[][^()（）\[\]]{0,20}|\s*[/／=≈]\s*|, or (?:\w+ )?")
_REFERENCE = "reference"
_FIRM = frozenset({"date", "time", "weekday", "quarter"})
_BESIDE = ("", "(", "（")  # between a day and its weekday
_DATE_AFTER_WEEKDAY = 6  # code points between a weekday and its date
_LONGEST_NAME = 20  # code points to search before a number for what it numbers
_NEAREST = 30  # figures to compare on either side of the corresponding position in the other text
_SAME = 0.4  # lowest `equivalence` of a pair; anything less is coincidence, such as the same month of another year


@dataclass(frozen=True)
class Figure:
    """A number or date in a text, with its value (`quantity`) and its spelling (`text`)."""

    quantity: Quantity
    text: str
    is_numbering: bool = False  # whether 2.10 follows 2.9, as in a version or the number of a figure

    @property
    def start(self) -> int:
        return self.quantity.start

    @property
    def end(self) -> int:
        return self.quantity.end

    @property
    def in_digits(self) -> bool:
        """Whether it is written in digits, which translators seldom add or leave out."""
        return any(char.isdecimal() for char in self.text)

    @property
    def in_figures(self) -> bool:
        """Whether it is written in digits, as a Roman numeral, or as the letter of an item."""
        return self.in_digits or _ROMAN.fullmatch(self.text) is not None or self.quantity.unit == "subitem"

    @property
    def as_written(self) -> bool:
        """Whether the digits alone give the value; those of 95億 do not."""
        digits = normalised_digits(self.text)
        return all(str(value) in digits or value.denominator != 1 for value in self.values)

    @property
    def negative(self) -> bool:
        """Whether the figure itself has a value below 0."""
        return any(number < 0 for number in self.quantity.numbers)

    @property
    def firm(self) -> bool:
        """Whether the other text must have an equal figure, as for digits, dates, times, quarters and provisions of a law."""
        return self.in_digits or self.quantity.kind in _FIRM or self.quantity.unit in PROVISIONS

    @property
    def said(self) -> str:
        """The value as text, without a counter, because a counter may have many renderings."""
        if self.is_numbering:
            return normalize("NFKC", self.text)
        counted = self.quantity.kind in ("number", "ordinal") and isinstance(self.quantity.value, (int, Decimal))
        return (replace(self.quantity, unit="", kind="number") if counted else self.quantity).display()

    @cached_property
    def parts(self) -> frozenset[tuple[str, int]]:
        """The stated parts of a date, the hour and the minutes of a time, or the weekday, each with its name; else none."""
        quantity = self.quantity
        if quantity.kind == "weekday" and isinstance(quantity.value, int):
            return frozenset({("weekday", quantity.value)})
        if quantity.kind == "time" and isinstance(quantity.value, tuple):
            hour, minute = map(int, quantity.numbers[:2])
            return frozenset({("hour", hour), ("minute", minute)} if minute else {("hour", hour)})
        dated = zip(("year", "month", "day"), quantity.date or (), strict=False)
        return frozenset((name, part) for name, part in dated if part is not None)

    @cached_property
    def values(self) -> tuple[Fraction, ...]:
        """The absolute values: both ends of a range, or the stated year, month and day of a date."""
        return tuple(abs(Fraction(number)) for number in self.quantity.numbers)


class Code(NamedTuple):
    """A code such as UTF-8, 2.0.1 or 三丁目四番一号, with the digits that distinguish it from other codes."""

    start: int
    text: str
    digits: frozenset[str]

    @property
    def span(self) -> Offsets:
        """The code points of the code, half-open."""
        return self.start, self.start + len(self.text)

    @property
    def shape(self) -> str:
        """The order of letters and digits, which AB-1234-CE and XY-98-Z share: A-9-A."""
        return re.sub("[0-9]+", "9", re.sub("[A-Za-z]+", "A", self.text))


@dataclass(frozen=True)
class Side:
    """The figures of one text, all its digit strings, the numbers outside dates and times (`bare`), and what refers to
    provisions by their place (前条).
    """

    text: str
    figures: Sequence[Figure]
    digits: frozenset[str]
    bare: frozenset[str]
    codes: Sequence[Code] = ()
    references: Sequence[Figure] = ()

    @cached_property
    def parts(self) -> frozenset[tuple[str, int]]:
        """The parts of all dates and weekdays. A time has none: 5時 and 4時30分 do not say 5:30."""
        return frozenset().union(*(figure.parts for figure in self.figures if figure.quantity.kind != "time"))

    @cached_property
    def values(self) -> frozenset[Fraction]:
        """All values of all figures."""
        return frozenset(value for figure in self.figures for value in figure.values)

    @cached_property
    def without_hyphens(self) -> str:
        """The text in lower case, in which F-15 and F15 are the same."""
        return _without_hyphens(self.text.lower())

    @cached_property
    def _code_letters(self) -> Sequence[str]:
        """The letters with which codes begin, in lower case and in order."""
        return sorted({_letters(code.text.lower()) for code in self.codes})

    def has_code_beginning(self, letters: str) -> bool:
        """Return whether a code begins with these letters, in lower case."""
        at = bisect_left(self._code_letters, letters)
        return at < len(self._code_letters) and self._code_letters[at].startswith(letters)

    def says(self, figure: Figure) -> bool:
        """Return whether this text contains all numbers of a figure of the other text.

        A time must agree with a time here, and the parts of a date must be the same parts of dates here, unless their numbers
        stand outside all dates and times. A weekday must be the same weekday. Other numbers may be part of any figure.
        """
        if figure.quantity.kind == "time" and any(equivalence(figure.quantity, each.quantity) for each in self.figures):
            return True
        if figure.parts:
            return all(
                part in self.parts or (part[0] != "weekday" and str(part[1]) in self.bare) for part in figure.parts
            )
        is_version = figure.is_numbering or figure.quantity.kind == "version"  # 2.4.1 and 2.1.4 have the same numbers
        if figure.values and not is_version and all(v in self.values or str(v) in self.digits for v in figure.values):
            return True
        return figure.in_digits and figure.as_written and normalised_digits(figure.text) <= self.digits


def normalised_digits(text: str) -> frozenset[str]:
    """Return the digit strings in a text, in ASCII, without thousands separators and leading zeros."""
    found = (found.replace(",", "") for found in _DIGITS.findall(normalize("NFKC", text)))
    return frozenset(piece.lstrip("0") or "0" for each in found for piece in (each, *each.split(".")))


def japanese(text: str) -> Side:
    """Return the figures of a Japanese text."""
    return _side(text, japanese_quantities(text), [_address(found) for found in _ADDRESS.finditer(text)])


def english(text: str) -> Side:
    """Return the figures of an English text. Without any capital letter, a month needs none either."""
    has_capitals = text != text.lower()
    return _side(text, english_quantities(text if has_capitals else with_months(text)))


def _address(found: re.Match[str]) -> Code:
    """Return an address as a code; English writes it as 3-4-1."""
    return Code(found.start(), found[0], frozenset(str(placed(group)) for group in found.groups() if group))


def _side(text: str, quantities: Sequence[Quantity], addresses: Sequence[Code] = ()) -> Side:
    whole = [*addresses, *_codes(_IDENTIFIER, text)]
    in_codes = {k for code in whole for k in range(code.start, code.start + len(code.text))}
    read = [
        Figure(q, text[q.start : q.end], _is_numbering(text, q))
        for q in quantities
        if not in_codes.issuperset(range(q.start, q.end))
    ]
    figures = [figure for figure in read if figure.quantity.kind not in (_REFERENCE, "relative")]
    references = [figure for figure in read if figure.quantity.kind == _REFERENCE]
    dates = {k for figure in figures if figure.parts for k in range(figure.start, figure.end)}
    bare = "".join([" " if k in dates else char for k, char in enumerate(text)]) if dates else text
    counted = in_codes.union(*(range(each.start, each.end) for each in read))
    counted |= {k for country in _COUNTRY.finditer(text) for k in range(*country.span())}
    codes = [*whole, *(code for code in _codes(_CODE, text) if counted.isdisjoint(range(*code.span)))]
    digits = frozenset().union(normalised_digits(text), *(code.digits for code in addresses))
    in_words = {str(value) for figure in figures if not figure.parts for value in figure.values}  # *ten-thirty*
    return Side(text, figures, digits, normalised_digits(bare) | in_words, sorted(codes), references)


def _codes(pattern: re.Pattern[str], text: str) -> Iterator[Code]:
    return (Code(found.start(), found[0], normalised_digits(found[0])) for found in pattern.finditer(text))


def _is_numbering(text: str, quantity: Quantity) -> bool:
    """Return whether the decimals of a quantity are no fraction: バージョン2.10, *Figure 2.10*."""
    if quantity.kind != "number" or quantity.unit or not isinstance(quantity.value, Decimal):
        return False
    return _NUMBERED.search(text, max(0, quantity.start - _LONGEST_NAME), quantity.start) is not None


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
    pairs = list(_paired(ja, en))
    pairs += _restated(ja, en, {id(figure) for pair in pairs for figure in pair})
    pairs.sort(key=lambda pair: pair[0].start)
    taken = {id(figure) for pair in pairs for figure in pair}
    taken |= {id(figure) for figure in _said_once(ja, taken)}
    taken |= {id(figure) for figure in [*_converted(ja, en, taken), *_converted(en, ja, taken)]}
    taken |= {id(figure) for figure in _decades_of_eras(ja, en)}
    taken |= {id(figure) for figure in _given_as_weekdays(ja, en, taken)}
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


def _said_once(ja: Side, taken: Set[int]) -> Iterator[Figure]:
    """Yield dates that need no counterpart, as the same date stands beside them in another calendar: 永祚元年（988年）."""
    for first, second in pairwise(ja.figures):
        if are_one_date(ja.text, first.quantity, second.quantity):
            yield first if id(second) in taken else second


def _converted(side: Side, other: Side, taken: Set[int]) -> Iterator[Figure]:
    """Yield conversions, and figures before their conversions, that the other text does not have: *20°C (68°F)* for 20℃."""
    for both in pairwise(side.figures):
        if _CONVERSION.fullmatch(side.text, both[0].end, both[1].start) and converted(*(f.quantity for f in both)):
            left = [figure for figure in other.figures if id(figure) not in taken]
            for figure, same in permutations(both):
                if id(same) in taken and not any(share_sense(figure.quantity.unit, f.quantity.unit) for f in left):
                    yield figure


def _decades_of_eras(ja: Side, en: Side) -> Iterator[Figure]:
    """Yield decades that say years of an era: *late 1940s and early 1950s* for 昭和20年代, *1870s* for 明治初期."""
    decades = [figure for figure in en.figures if figure.quantity.kind == "decade"]
    for figure in ja.figures:
        if figure.quantity.kind == "decade" and len(figure.values) == 2:
            both = {year // 10 * 10 for year in figure.values}
            said = [decade for decade in decades if both.issuperset(decade.values)]
            if {year for decade in said for year in decade.values} == both:
                yield from (figure, *said)
    eras = [era_years(found[0]) for found in _ERA.finditer(ja.text)] if decades else []
    yield from (decade for decade in decades if any(first - 9 <= decade.values[0] <= last for first, last in eras))


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
    shapes = {each.shape for each in other.codes if _is_absent(each, side)} - {"9"}
    return [
        code
        for code in side.codes
        if not code.digits <= other.digits
        or (_is_absent(code, other) and (_is_renumbered(code, other) or code.shape in shapes))
    ]


def _is_absent(code: Code, other: Side) -> bool:
    """Return whether a text lacks a code, however it is hyphenated."""
    return _without_hyphens(code.text.lower()) not in other.without_hyphens


def _without_hyphens(text: str) -> str:
    return text.translate(_NO_HYPHENS)


def _letters(code: str) -> str:
    """Return the letters with which a code in lower case begins."""
    return code.removesuffix(code.lstrip(ascii_lowercase))


def _is_renumbered(code: Code, other: Side) -> bool:
    """Return whether another text has a code that begins with the same letters."""
    letters = _letters(code.text.lower())
    return bool(letters) and other.has_code_beginning(letters)


def around(k: int, figures: Sequence[Figure]) -> Iterator[tuple[int, Figure]]:
    """Yield the figures near index `k` with their indices. Comparing only these keeps long texts fast."""
    first = max(0, k - _NEAREST)
    yield from enumerate(figures[first : k + _NEAREST], first)


def _paired(ja: Side, en: Side) -> Iterator[tuple[Figure, Figure]]:
    """Yield each figure with the most similar one of the other text.

    Of equally similar figures, it prefers one without the opposite bound (以上, *at most*), then the nearest in order.
    """
    slope = len(en.figures) / max(1, len(ja.figures))
    rated = [
        (same, not _turned(ja, a, en, b), -abs(i - k), i, k)
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
    return turned(ja.text, (a.start, a.end), en.text, b.start, b.end) is not None


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
