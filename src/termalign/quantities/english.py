"""The search for quantities in an English text."""

import re
from functools import cache, partial
from string import ascii_lowercase, ascii_uppercase
from typing import ClassVar

from termalign.arguments import checked
from termalign.quantities.english_dates import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS, month_at
from termalign.quantities.english_numerals import NUMBER_WORDS, read_figures, read_words
from termalign.quantities.english_provisions import EnglishProvisions
from termalign.quantities.english_words import label_before, preceding, unit_after
from termalign.quantities.grammar import Grammar
from termalign.quantities.quantity import GLYPHS, Edge, Per, Quantity
from termalign.quantities.symbols import divisor_at, inverse_at
from termalign.quantities.units import ADVERBS_OF_TIME
from termalign.text import evenly_spaced

_SMALL_LETTERS = str.maketrans(ascii_uppercase, ascii_lowercase)


def english_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the numbers, dates, amounts and measures of an English text.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    tuple of Quantity
        Sorted, without overlaps; the longest reading at each place. The spans do not include articles and words such as
        *about*. Any run of white space counts as one space.

    Examples
    --------
    >>> text = "About 9.5 billion yen was lost by 13 people on October 1st, fiscal 2025."
    >>> for quantity in english_quantities(text):
    ...     print(text[quantity.start:quantity.end], "|", quantity.display())
    9.5 billion yen | ≈ 9 500 000 000 JPY
    13 people | 13 people
    October 1st | October 1
    fiscal 2025 | FY 2025
    """
    checked(text, "text")
    even = evenly_spaced(text)
    chart = EnglishChart(english_grammar(), even.text)
    for found in starts().finditer(even.text.translate(_SMALL_LETTERS)):
        if found.start() >= chart.floor:
            chart.take(found.start(), found[0])
    return tuple(chart.taken if even.starts is None else [quantity.moved(even.raw_span) for quantity in chart.taken])


@cache
def english_grammar() -> Grammar:
    """Return the rules for English."""
    return Grammar(EnglishChart)


@cache
def starts() -> re.Pattern[str]:
    """Return a pattern, in small letters, for digits and whole words that may begin a quantity."""
    words = "|".join(
        [*NUMBER_WORDS, *MONTHS, *SHORT_MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS, english_grammar().words["begins"]]
    )
    letters = r"(?<=\()(?:[ivxlc]+|(?:(?<=\), \()|(?<=\) or \()|(?<=\) and \())[a-h])(?=\))"
    return re.compile(rf"[0-9{''.join(GLYPHS)}]|(?<![\w/@#])(?:{words})(?![a-z])|{letters}")


def _number(text: str, position: int) -> Edge | None:
    sign = text[position]
    figures = "0" <= sign <= "9" or sign in GLYPHS
    numeral = read_figures(text, position) if figures else read_words(text, position) if sign.isalpha() else None
    return None if numeral is None else Edge(numeral.start, numeral.end, numeral)


def _sum(text: str, position: int) -> Edge | None:
    """Return the number in digits after a currency sign, where 5m means five million."""
    numeral = read_figures(text, position, money=True) if text[position].isdecimal() else None
    return None if numeral is None else Edge(position, numeral.end, numeral)


class EnglishChart(EnglishProvisions):
    """One pass over an English text; nothing more is read before `floor`."""

    table = "english_rules.tsv"
    lexers: ClassVar = {
        "number": _number, "sum": _sum, "unit": unit_after, "rank": partial(unit_after, ranks=True), "month": month_at,
        "symbol": divisor_at, "inverse": inverse_at,
    }  # fmt: skip
    sorts: ClassVar = {"number": ("ordinal", "vague", "cardinal")}

    def take(self, at: int, word: str) -> None:
        """Read the quantity that starts with the digits or word at a position, and keep it."""
        figures = "0" <= word <= "9" or word in GLYPHS
        if word in NUMBER_WORDS and not self._counts(at, word):
            return
        lead = self._lead(at) if figures or word in NUMBER_WORDS or self.text[at - 1 : at] == "(" else None
        edge = None
        if not figures or lead is not None or not self.is_code(at):
            edge = self.preferred(at, lead, weak=lead is not None and lead[0] not in ("currency", "bracket"))
        if edge is not None:
            self.keep(edge)
        elif figures and (code := self.after("code_end", at)):
            self.floor = code.end()

    def _counts(self, at: int, word: str) -> bool:
        """Return whether number words are used as a number: not in *at first*, *the one who*."""
        numeral = self.read("number", at)
        if not numeral:
            return False
        end = numeral[0].end
        one = word == "one" and end == at + len("one")
        return self._is_one(at, end) if one else self.after("idle", at) is None

    def _is_one(self, start: int, end: int) -> bool:
        """Return whether *one* is the number, not the pronoun."""
        text, before = self.text, preceding(self.text, start)
        of = text.startswith((" of ", " hundred", " thousand", " million", " year and ", " hour and "), end)
        if text[end : end + 1] != "-" and not of and self.cues["pronoun_before"].match(before):
            return False
        labelled = before == "number" or (text[start].isupper() and label_before(text, start) is not None)
        return labelled or self.after("after_one", end) is not None  # World War One

    def per_around(self, quantity: Quantity) -> Per | None:
        text, start, end = self.text, quantity.start, quantity.end
        after = self.after("per_after", end)
        unit = unit_after(text, after.end()) if after is not None and after[1] is None else None
        if after is not None and after[1]:
            return Per(end, after.end(), 1, ADVERBS_OF_TIME[after[1].lower()])
        if unit is not None and not self.after("ago", unit.end):
            return Per(end, unit.end, 1, unit.value.unit)
        before = self.before("per_before", start)
        return Per(before.start(), start, 1, ADVERBS_OF_TIME[before[1].lower()]) if before is not None else None

    def _lead(self, at: int) -> tuple[str, Edge] | None:
        """Return the part of a quantity before its number: a currency, *Article*, *fiscal* …"""
        if at <= self.floor:
            return None
        if self.text[at - 1] == "(":
            return self._label("bracket", at, at - 1) or self.lead(at, 24)
        lead = self.lead(at, 24)
        return lead if lead is not None and lead[0] != "era" else self._label("label", at, at) or lead

    def _label(self, name: str, at: int, end: int) -> tuple[str, Edge] | None:
        """Return the label that ends at `end`, as the part of a quantity before the number at `at`."""
        label = label_before(self.text, end)
        return (name, label._replace(end=at)) if label is not None and label.start >= self.floor else None
