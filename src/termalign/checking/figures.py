"""The figures of a text: its numbers and dates, and the codes that have digits but no value."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from string import ascii_lowercase
from typing import NamedTuple
from unicodedata import normalize

from termalign.checking.preceding import preceding
from termalign.quantities import Quantity, english_quantities, equivalence, japanese_quantities
from termalign.quantities.english_dates import with_months
from termalign.quantities.japanese_dates import placed
from termalign.quantities.quantity import Offsets
from termalign.quantities.units import PROVISIONS
from termalign.text import blanked_at, cut_out

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
_BAR = re.compile(r"\d+/\d+(?: ?[^\d/ ].*)?")
_COUNTRY = re.compile(r"\+\d{1,3}(?=[- (])")  # of a telephone number; the other text may have it without
_ROMAN = re.compile("[IVXLC]+", re.IGNORECASE)
_N = "([0-9０-９]{1,4}|[一二三四五六七八九十百]{1,5})"
_ADDRESS = re.compile(f"{_N}丁目{_N}番地?(?:の?{_N}号?)?")
_REFERENCE = "reference"
_POWERS = {100: "hundred", 1000: "thousand", 10**6: "million"}
_FIRM = frozenset({"date", "time", "weekday", "quarter"})


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
    def span(self) -> Offsets:
        return self.start, self.end

    @property
    def in_digits(self) -> bool:
        """Whether it is written in digits, which translators seldom add or leave out."""
        return any(char.isdecimal() for char in self.text)

    @property
    def in_figures(self) -> bool:
        """Whether it is written in digits, in capitals (II, a battery of size AAA), or as the letter of an item."""
        in_letters = self.text.isupper() or _ROMAN.fullmatch(self.text) is not None
        return self.in_digits or in_letters or self.quantity.unit == "subitem"

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
        written = normalize("NFKC", self.text)
        if self.is_numbering or (self.quantity.kind == "fraction" and _BAR.fullmatch(written)):
            return written  # 140/90 is not 14/9
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

    @property
    def signs(self) -> str:
        """The signs of the code in alphabetical order, which E1F and EF1 share."""
        return "".join(sorted(self.text.lower()))

    @property
    def letters(self) -> str:
        """The letters with which the code begins, in lower case; 0x for a hexadecimal number."""
        code = self.text.lower()
        if code.startswith("0x"):
            return "0x"
        return code.removesuffix(code.lstrip(ascii_lowercase))


@dataclass(frozen=True)
class Side:
    """The figures of one text, its codes, and what refers to provisions by their place (前条)."""

    text: str
    figures: Sequence[Figure]
    codes: Sequence[Code] = ()
    references: Sequence[Figure] = ()

    @cached_property
    def digits(self) -> frozenset[str]:
        """All digit strings of the text, and the numbers of addresses."""
        return normalised_digits(self.text).union(*(code.digits for code in self.codes))

    @cached_property
    def bare(self) -> frozenset[str]:
        """The digit strings outside dates and times, and numbers in words (*ten-thirty*)."""
        dates = [figure.span for figure in self.figures if figure.parts]
        in_words = {str(value) for figure in self.figures if not figure.parts for value in figure.values}
        return normalised_digits(blanked_at(self.text, dates)) | in_words

    @cached_property
    def parts(self) -> frozenset[tuple[str, int]]:
        """The parts of all dates and weekdays. A time has none: 5時 and 4時30分 do not say 5:30."""
        return frozenset().union(*(figure.parts for figure in self.figures if figure.quantity.kind != "time"))

    @cached_property
    def values(self) -> frozenset[Fraction]:
        """All values of all figures."""
        return frozenset(value for figure in self.figures for value in figure.values)

    @cached_property
    def _without_hyphens(self) -> str:
        """The text in lower case, in which F-15 and F15 are the same."""
        return self.text.lower().translate(_NO_HYPHENS)

    @cached_property
    def _code_letters(self) -> Sequence[str]:
        """The letters with which codes begin, in order."""
        return sorted({code.letters for code in self.codes})

    def lacks(self, code: Code) -> bool:
        """Return whether this text does not have a code of the other text, however it is hyphenated."""
        return code.text.lower().translate(_NO_HYPHENS) not in self._without_hyphens

    def has_like(self, code: Code) -> bool:
        """Return whether this text has a code that begins with the same letters, and perhaps more."""
        at = bisect_left(self._code_letters, code.letters)
        return bool(code.letters) and any(each.startswith(code.letters) for each in self._code_letters[at : at + 1])

    def _says_power(self, figure: Figure) -> bool:
        """Return whether this text has the English word for a power of ten outside exact figures: *thousands separator*."""
        word = _POWERS.get(figure.quantity.value) if isinstance(figure.quantity.value, int) else None
        if word is None or word not in self.text.lower():
            return False
        exact = [each.span for each in self.figures if not each.quantity.approx]
        return word in blanked_at(self.text, exact).lower()

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
        if self._says_power(figure):
            return True
        is_version = figure.is_numbering or figure.quantity.kind == "version"  # 2.4.1 and 2.1.4 have the same numbers
        if figure.values and not is_version and all(v in self.values or str(v) in self.digits for v in figure.values):
            return True
        return figure.in_digits and figure.as_written and normalised_digits(figure.text) <= self.digits


def normalised_digits(text: str) -> frozenset[str]:
    """Return the digit strings in a text, in ASCII, without thousands separators and leading zeros."""
    found = (found.replace(",", "") for found in _DIGITS.findall(normalize("NFKC", text)))
    return frozenset(piece.lstrip("0") or "0" for each in found for piece in (each, *each.split(".")))


def japanese(text: str, unseen: Sequence[Offsets] = ()) -> Side:
    """Return the figures of a Japanese text, read without what is `unseen`, such as the tags in <b>5</b> mg."""
    return _side(text, _read(japanese_quantities, text, unseen), [_address(found) for found in _ADDRESS.finditer(text)])


def english(text: str, unseen: Sequence[Offsets] = ()) -> Side:
    """Return the figures of an English text. In a text without capital letters, names of months may have small letters too."""
    has_capitals = text != text.lower()
    return _side(text, _read(english_quantities, text if has_capitals else with_months(text), unseen))


def _read(quantities: Callable[[str], Sequence[Quantity]], text: str, unseen: Sequence[Offsets]) -> Sequence[Quantity]:
    if not unseen:
        return quantities(text)
    seen = cut_out(text, unseen)
    return [quantity.moved(seen.raw_span) for quantity in quantities(seen.text)]


def _address(found: re.Match[str]) -> Code:
    """Return an address as a code; English writes it as 3-4-1."""
    return Code(found.start(), found[0], frozenset(str(placed(group)) for group in found.groups() if group))


def _side(text: str, quantities: Sequence[Quantity], addresses: Sequence[Code] = ()) -> Side:
    whole = [*addresses, *_codes(_IDENTIFIER, text)]
    in_codes = _places(code.span for code in whole)
    read = [
        Figure(q, text[q.start : q.end], _is_numbering(text, q))
        for q in quantities
        if not in_codes.issuperset(range(q.start, q.end))
    ]
    counted = in_codes | _places(figure.span for figure in read)
    counted |= _places(country.span() for country in _COUNTRY.finditer(text))
    codes = [*whole, *(code for code in _codes(_CODE, text) if counted.isdisjoint(range(*code.span)))]
    figures = [figure for figure in read if figure.quantity.kind not in (_REFERENCE, "relative")]
    return Side(text, figures, sorted(codes), [figure for figure in read if figure.quantity.kind == _REFERENCE])


def _places(spans: Iterable[Offsets]) -> set[int]:
    """Return the code points of some spans."""
    return {k for span in spans for k in range(*span)}


def _codes(pattern: re.Pattern[str], text: str) -> Iterator[Code]:
    return (Code(found.start(), found[0], normalised_digits(found[0])) for found in pattern.finditer(text))


def _is_numbering(text: str, quantity: Quantity) -> bool:
    """Return whether the decimals of a quantity are no fraction: バージョン2.10, *Figure 2.10*."""
    if quantity.kind != "number" or quantity.unit or not isinstance(quantity.value, Decimal):
        return False
    return preceding(_NUMBERED, text, quantity.start) is not None
