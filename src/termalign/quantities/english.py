"""Find the quantities of an English text."""

import re
from dataclasses import replace
from functools import cache
from itertools import groupby
from operator import itemgetter

from termalign.quantities.build import plain
from termalign.quantities.english_amounts import read_at_figures, read_at_words
from termalign.quantities.english_context import approx_after, approx_before
from termalign.quantities.english_dates import MONTHS, SHORT_MONTHS, WEEKDAYS, month_at
from termalign.quantities.english_numerals import NUMBER_WORDS, SMALL, read_words
from termalign.quantities.english_times import clock_in_words, clock_words
from termalign.quantities.english_words import SELF_WORDS, read_word
from termalign.quantities.provisions import english_item
from termalign.quantities.quantity import Quantity

_A_ENDS = frozenset(["a ", "A ", "n ", "N ", "r ", "R "])
_CLOCK_STARTS = frozenset(f" {sign}" for sign in "oipatbOIPATB")
"""How *o'clock*, *in the evening*, *past*, *after*, *to* and *before* go on after an hour."""
_A = re.compile(r"\b(?:an?|per) $", re.IGNORECASE)
_ANY = frozenset([*NUMBER_WORDS, *MONTHS, *SHORT_MONTHS, *WEEKDAYS, *SELF_WORDS])
_MULTIPLIERS = frozenset(["hundred", "thousand", "million", "billion", "trillion", "dozen"])


def english_quantities(text: str) -> tuple[Quantity, ...]:
    """The numbers, dates, amounts and measures of an English text.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    tuple of Quantity
        Sorted, not overlapping, the longest reading at each place. Spans leave out articles and words of
        approximation.

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
    scanner = _Scanner(text)
    for found in _starts().finditer(text):
        at = found.start()
        if at < scanner.floor:
            continue
        word = found[0].lower()
        if "0" <= word <= "9":
            scanner.figures(at)
        elif text[at - 1 : at] == "(" and (item := english_item(text, at)):
            scanner.add(item)
        else:
            scanner.word(word, at, found.end())
    return tuple(scanner.found)


@cache
def _starts() -> re.Pattern[str]:
    """A figure or a whole word that may begin a quantity, as one pattern that branches letter by letter."""
    words = sorted(_ANY)
    initials = "".join({word[0] for word in words})
    return re.compile(
        f"[0-9]|(?<![A-Za-z])(?=[{initials}{initials.upper()}]){_branches(words)}(?![A-Za-z])|(?<=\\()[ivxlc]+(?=\\))"
    )


def _branches(endings: list[str]) -> str:
    """A pattern for any of the words, in either case, with their common beginnings written once."""
    parts = [
        f"[{letter}{letter.upper()}]{_branches([word[1:] for word in group])}"
        for letter, group in groupby((word for word in endings if word), key=itemgetter(0))
    ]
    if not parts:
        return ""
    return f"(?:{'|'.join(parts)}){'?' if '' in endings else ''}"


class _Scanner:
    """One pass over a text; nothing more is read before `floor`, no quantity starts before `kept`."""

    __slots__ = ("floor", "found", "kept", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quantity] = []
        self.floor = self.kept = 0

    def add(self, quantity: Quantity | None) -> None:
        """Keep a quantity, with the words of approximation around it."""
        if quantity is None:
            return
        if quantity.start < self.kept:
            quantity = replace(quantity, start=self.kept)
        around = approx_before(self.text, quantity.start) or approx_after(self.text, quantity.end)
        if around is not None and around[0] >= self.kept:
            quantity = replace(quantity, approx=True, approx_span=around)
        self.found.append(quantity)
        self.floor = self.kept = quantity.end

    def figures(self, at: int) -> None:
        """Read what figures begin."""
        quantities, floor = read_at_figures(self.text, at)
        for quantity in quantities:
            self.add(quantity)
        self.floor = max(self.floor, floor)

    def word(self, word: str, at: int, end: int) -> None:
        """Read what a word begins, if it is no part of a longer one (12x, x12, @may)."""
        text = self.text
        if at and (text[at - 1].isalnum() or text[at - 1] in "_/@#"):
            return
        following = text[end : end + 1]
        if word in NUMBER_WORDS:
            if text[end : end + 2] in _CLOCK_STARTS and (clock := self._clock(word, at, end)):
                self.add(clock)
            else:
                self._number(word, at, end)
        elif word in MONTHS or word in SHORT_MONTHS:
            self.add(month_at(text, word, at, end))
        elif word in WEEKDAYS:
            if text[at].isupper():
                self.add(plain(at, end, "weekday", WEEKDAYS[word]))
        elif following == " " and word in ("half", "quarter") and (clock := clock_words(text, at)):
            self.add(clock)
        else:
            self.add(read_word(text, word, at, end))

    def _clock(self, word: str, at: int, end: int) -> Quantity | None:
        if word in SMALL and (hour := clock_in_words(self.text, at, end, SMALL[word])):
            return hour
        return clock_words(self.text, at)

    def _number(self, word: str, at: int, end: int) -> None:
        article = _A.search(self.text, max(0, at - 4), at) if self.text[at - 2 : at] in _A_ENDS else None
        if word == "second" and self._is_time(at, end, article is not None):
            return
        numeral = read_words(self.text, at)
        if numeral is None:
            return
        quantities, floor = read_at_words(self.text, numeral, article is not None)
        for quantity in quantities:
            self.add(quantity)
        self.floor = max(self.floor, floor)

    def _is_time(self, at: int, end: int, article: bool) -> bool:
        """A second later, per second."""
        after = self.text[end : end + 6]
        late = (article and after[:1] in (",", ".", ";")) or after.startswith((" later", " ago"))
        return late or self.text[max(0, at - 4) : at] == "per "
