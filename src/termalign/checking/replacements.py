"""What is replaced by what: 「三年」を「五年」に改める, *“three years” is replaced with “five years”*."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from termalign.checking.figures import Figure, Side
from termalign.checking.preceding import preceding
from termalign.quantities.quantity import Offsets

_JAPANESE_BETWEEN = re.compile("」?(?:から|を|とあるのは、?|とあるを)「?")
_JAPANESE_BEHIND = re.compile("」?(?:に|へ|と(?!と))")
_ENGLISH_BETWEEN = re.compile(
    r"""["'”’]?,?\s(?:[a-z]+\s){0,5}?(?:(?:replaced|substituted)\s(?:with|by)|(?:amended|changed|revised)\s(?:to|as)|read\sas)(?:\sthe\s[a-z]+)?\s["'“‘]?"""
)
_FROM, _TO = re.compile(r"\bfrom\s$"), re.compile(r"\sto\s")


class Replacement(NamedTuple):
    """The values of a figure and of what replaces it, with the span of both figures."""

    old: tuple[Fraction, ...]
    new: tuple[Fraction, ...]
    span: Offsets


def turned_replacements(ja: Side, en: Side) -> Iterator[tuple[Replacement, Replacement]]:
    """Yield the replacements of the Japanese that the English has the other way round.

    Examples
    --------
    >>> from termalign.checking.figures import english, japanese
    >>> ja, en = japanese("任期を三年から五年に延長する。"), english("The term is extended from five years to three years.")
    >>> found = turned_replacements(ja, en)
    >>> [[*map(int, each.old + each.new)] for both in found for each in both]
    [[3, 5], [5, 3]]
    """
    theirs = list(_of_english(en))
    for one in _of_japanese(ja):
        same = any((other.old, other.new) == (one.old, one.new) for other in theirs)
        found = next((other for other in theirs if (other.new, other.old) == (one.old, one.new)), None)
        if found and not same:
            yield one, found


def _of_japanese(ja: Side) -> Iterator[Replacement]:
    for one, other in pairwise(ja.figures):
        if _JAPANESE_BETWEEN.fullmatch(ja.text, one.end, other.start) and _JAPANESE_BEHIND.match(ja.text, other.end):
            yield Replacement(one.values, other.values, (one.start, other.end))
    yield from (each for each in _ranges(ja.figures, "から") if _JAPANESE_BEHIND.match(ja.text, each.span[1]))


def _of_english(en: Side) -> Iterator[Replacement]:
    for one, other in pairwise(en.figures):
        begins = preceding(_FROM, en.text, one.start)
        if _ENGLISH_BETWEEN.fullmatch(en.text, one.end, other.start) or (
            begins and _TO.fullmatch(en.text, one.end, other.start)
        ):
            yield Replacement(one.values, other.values, (one.start, other.end))
    yield from _ranges(en.figures, " to ")


def _ranges(figures: Sequence[Figure], to: str) -> Iterator[Replacement]:
    """Yield the ranges that the words from … to express."""
    for figure in figures:
        if figure.quantity.kind == "range" and to in figure.text and len(figure.values) == 2:
            yield Replacement(figure.values[:1], figure.values[1:], (figure.start, figure.end))
