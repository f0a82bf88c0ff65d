"""The search for quantities in an English text."""

import re
from functools import cache
from string import ascii_lowercase, ascii_uppercase
from typing import ClassVar

from termalign.arguments import checked
from termalign.english.text import MINUS
from termalign.quantities.calendar import is_romaji_era
from termalign.quantities.english_dates import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from termalign.quantities.english_numerals import MULTIPLIERS, NUMBER_WORDS, PLURALS, SMALL, read_figures, read_words
from termalign.quantities.english_provisions import EnglishProvisions
from termalign.quantities.english_words import UnitWord, label_before, preceding, unit_after
from termalign.quantities.grammar import Grammar
from termalign.quantities.productions import CURRENCIES, MAGNITUDE, VERSION
from termalign.quantities.quantity import GLYPHS, Edge, Numeral, Quantity
from termalign.text import evenly_spaced

_SIGNS = (r"\b" * sign.rstrip(".").isalpha() + re.escape(sign) for sign in sorted(CURRENCIES, key=len, reverse=True))
_CURRENCY = re.compile(f"({'|'.join(_SIGNS)}) ?$")
_LONGEST_LEAD = 24
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
    return re.compile(rf"[0-9{''.join(GLYPHS)}]|(?<![a-z])(?:{words})(?![a-z])|{letters}")


class EnglishChart(EnglishProvisions):
    """One pass over an English text; nothing more is read before `floor`."""

    table = "english_rules.tsv"
    lexers = ("number", "sum", "unit", "rank", "month")
    sorts: ClassVar = {"number": ("ordinal", "vague", "cardinal")}
    needs: ClassVar = {"quake": MAGNITUDE, "version": VERSION}

    def lex_number(self, position: int) -> tuple[int, Numeral] | None:
        sign = self.text[position]
        if "0" <= sign <= "9" or sign in GLYPHS:
            numeral = read_figures(self.text, position)
        else:
            numeral = read_words(self.text, position) if sign.isalpha() else None
        return (numeral.end, numeral) if numeral is not None else None

    def lex_sum(self, position: int) -> tuple[int, Numeral] | None:
        """Return the number in digits after a currency sign, where 5m means five million."""
        numeral = read_figures(self.text, position, money=True) if self.text[position].isdecimal() else None
        return (numeral.end, numeral) if numeral is not None else None

    def lex_unit(self, position: int, ranks: bool = False) -> tuple[int, tuple[int, UnitWord]] | None:
        """Return the end of the unit of an amount, with its start and the unit."""
        found = unit_after(self.text, position, ranks)
        return (found[0][1], (found[0][0], found[1])) if found is not None else None

    def lex_rank(self, position: int) -> tuple[int, tuple[int, UnitWord]] | None:
        """Return the end of the unit that an ordinal counts, with its start and the unit."""
        return self.lex_unit(position, ranks=True)

    def take(self, at: int, word: str) -> None:
        """Read the quantity that starts with the digits or word at a position, and keep it."""
        figures = "0" <= word <= "9" or word in GLYPHS
        if not figures and not self._is_word(at, word):
            return
        lead = self._lead(at) if figures or word in NUMBER_WORDS or self.text[at - 1 : at] == "(" else None
        edge = None
        if not figures or lead is not None or not self.is_code(at):
            edge = self.preferred(at, lead, weak=lead is not None and lead[0] not in ("currency", "bracket"))
        if edge is not None:
            self.keep(edge)
        elif figures and (code := self.cues["code_end"].match(self.text, at)):
            self.floor = code.end()

    def _is_word(self, at: int, word: str) -> bool:
        """Return whether a word stands alone (not in 12x, x12, @may) and, if it is a numeral, is used as a number."""
        text = self.text
        if at and (text[at - 1].isalnum() or text[at - 1] in "_/@#"):
            return False
        if word not in NUMBER_WORDS:
            return True
        numeral = self.read("number", at)
        if not numeral or (word == "second" and self._is_time(at, at + len(word))):
            return False
        if not self._counts(numeral[0].value):
            self.floor = max(self.floor, numeral[0].end)
            return False
        return True

    def _is_time(self, start: int, end: int) -> bool:
        """Return whether *second* is the unit of time: a second later, per second."""
        before, after = preceding(self.text, start), self.text[end : end + 6]
        late = (before in ("a", "an", "per") and after[:1] in (",", ".", ";")) or after.startswith((" later", " ago"))
        return late or before == "per"

    def _counts(self, numeral: Numeral) -> bool:
        """Return whether number words are used as a number: not in *at first*, *the one who*."""
        text, cues, (start, end) = self.text, self.cues, numeral[:2]
        words, before = text[start:end].lower(), preceding(text, start)
        if words == "one":
            return self._is_one(start, end, before)
        if words in ("few", "handful", "couple"):
            few = before in ("a", "an", "per") or cues["next_few"].match(before)
            return bool(few and (words != "couple" or cues["couple_of"].match(text, end)))
        if words == "zero":
            return text[end : end + 1] != "-"
        if words in MULTIPLIERS:
            return not (start and text[start - 1] == "-")
        if numeral.ordinal:
            return cues["ordinal_idiom"].match(text, end) is None and before != "at"
        if words in ("tens", "scores") and not (text.startswith(" of ", end) and cues["scores_after"].match(before)):
            return False
        return words not in PLURALS or before not in SMALL  # two hundreds

    def _is_one(self, start: int, end: int, before: str) -> bool:
        """Return whether *one* is the number, not the pronoun."""
        text = self.text
        if text[end : end + 1] in ("'", "’") or (start and text[start - 1] == "-"):
            return False
        if before == "number":
            return True
        of = text.startswith((" of ", " hundred", " thousand", " million", " year and ", " hour and "), end)
        if text[end : end + 1] != "-" and not of and self.cues["pronoun_before"].match(before):
            return False
        if text[start].isupper() and label_before(text, start) is not None:
            return True  # World War One
        return self.cues["after_one"].match(text, end) is not None

    def _lead(self, at: int) -> tuple[str, Edge] | None:
        """Return the part of a quantity before its number: a currency, *Article*, *fiscal* …"""
        text, sign = self.text, self.text[at - 1 : at]
        if at <= self.floor:
            return None
        if sign == "(":
            return self._label("bracket", at, at - 1)
        if minus := MINUS.match(text, at - 1):
            return "minus", Edge(at - 1, at, minus)
        if currency := _CURRENCY.search(text, max(self.floor, at - 8), at):
            return "currency", Edge(currency.start(), at, currency)
        word, lead = preceding(text, at), None
        if (
            self.cues["lead_words"].match(word)
            or sign in "Q.DMYVv±"
            or text[at - 2 : at] == ". "
            or is_romaji_era(word)
        ):
            lead = self.lead(at, _LONGEST_LEAD)
        if lead is not None and lead[0] != "era":
            return lead
        return self._label("label", at, at) or lead

    def _label(self, name: str, at: int, end: int) -> tuple[str, Edge] | None:
        """Return the label that ends at `end`, as the part of a quantity before the number at `at`."""
        label = label_before(self.text, end)
        return (name, Edge(label[0], at, label[1])) if label is not None and label[0] >= self.floor else None
