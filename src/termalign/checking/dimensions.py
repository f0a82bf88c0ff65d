"""Dimensions that change places: 幅100×奥行40cm, *W40 × D100 cm*. The words and letters for them are in ``dimensions.tsv``."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from termalign.quantities.quantity import Offsets
from termalign.tables import read_table
from termalign.text.narrow import narrowed

_NUMBER = r"(?<![\d.,])(?P<number>\d+(?:\.\d+)?)(?![\d,])"
_NEIGHBOURS = (1, 2)  # how far one dimension may be from another in a list of three
_DIGIT = re.compile(r"\d")
_UNIT = r"(?: ?(?:[mck]?m|k?g|in(?:ch(?:es)?)?\.?)(?![a-z]))?"
_ABOUT = r"(?:約|およそ|(?:of|is) |about |approx(?:\.|imately)? )*"
#: Where a word of a column of the table stands, before a number or behind it
_IN_JAPANESE = (
    ("letter", rf"NUMBER{_UNIT} ?\(WORD\)"),
    ("japanese", rf"WORD(?:\([A-Z]\))?[はがを:/ ]{{0,2}}{_ABOUT}NUMBER"),
    ("japanese", rf"NUMBER{_UNIT} ?\(WORD\)"),
    ("letter", "(?<![A-Za-z0-9])WORD:? ?NUMBER"),
)
_IN_ENGLISH = (
    ("letter", rf"NUMBER{_UNIT} ?\(WORD\)"),
    ("nouns", rf"(?<!in )\bWORD(?: \([A-Z]\))?:? {_ABOUT}NUMBER"),
    ("nouns", rf"NUMBER{_UNIT} (?:in |\()WORD\b"),
    ("adjectives", rf"NUMBER{_UNIT}[ -]WORD\b"),
    ("letter", "(?<![A-Za-z0-9])WORD:? ?NUMBER"),
)


class _Measure(NamedTuple):
    """A number with the rows of ``dimensions.tsv`` that say what it measures."""

    rows: frozenset[int]
    number: str
    span: Offsets


def exchanged_dimensions(ja: str, en: str) -> Iterator[tuple[Offsets, Offsets]]:
    """Yield the numbers of two dimensions of the Japanese, each with the number that the English has for it instead.

    >>> [("幅100×奥行40cm"[slice(*one)], "W40 × D100 cm"[slice(*other)])
    ...     for one, other in exchanged_dimensions("幅100×奥行40cm", "W40 × D100 cm")]
    [('100', '40'), ('40', '100')]
    """
    ours = _measures(ja, _IN_JAPANESE)
    theirs = _by_number(_measures(en, _IN_ENGLISH) if len(ours) > 1 else [])
    for one, other in chain.from_iterable(zip(ours, ours[k:], strict=False) for k in _NEIGHBOURS):
        own, its = _as_other(one, other, theirs), _as_other(other, one, theirs)
        if own and its and one.number != other.number:
            yield from ((one.span, its.span), (other.span, own.span))


def _by_number(measures: Sequence[_Measure]) -> Mapping[str, Sequence[_Measure]]:
    """Return the measures of each number, those of the same rows only once."""
    found: dict[str, dict[frozenset[int], _Measure]] = {}
    for each in measures:
        found.setdefault(each.number, {}).setdefault(each.rows, each)
    return {number: list(by_rows.values()) for number, by_rows in found.items()}


def _as_other(one: _Measure, other: _Measure, english: Mapping[str, Sequence[_Measure]]) -> _Measure | None:
    """Return the English measure with the number of `one`, if the English always calls this number `other`."""
    said = english.get(one.number, ())
    turned = all(each.rows & other.rows and not each.rows & one.rows for each in said)
    return said[0] if said and turned else None


def _measures(text: str, places: Sequence[tuple[str, str]]) -> list[_Measure]:
    """Return the numbers of a text that stand beside words or letters for dimensions, in text order."""
    text = narrowed(text)
    measures: dict[Offsets, _Measure] = {}
    for column, place in places if _DIGIT.search(text) else ():
        for found in _pattern(column, place).finditer(text):
            span = found.span("number")
            measures.setdefault(span, _Measure(_rows(column, found["word"].lower()), found["number"], span))
    return sorted(measures.values(), key=lambda measure: measure.span)


@cache
def _columns() -> dict[str, list[str]]:
    """Return the columns of the table by their names: for each row, a regular expression."""
    names, *rows = read_table(__package__, "dimensions.tsv")
    return {name: list(words) for name, *words in zip(names, *rows, strict=True)}


@cache
def _pattern(column: str, place: str) -> re.Pattern[str]:
    words = "|".join(filter(None, _columns()[column]))
    flags = re.NOFLAG if column == "letter" else re.IGNORECASE
    return re.compile(place.replace("WORD", f"(?P<word>{words})").replace("NUMBER", _NUMBER), flags)


@cache
def _rows(column: str, word: str) -> frozenset[int]:
    """Return the rows in which a word is."""
    return frozenset(k for k, words in enumerate(_columns()[column]) if re.fullmatch(words, word, re.IGNORECASE))
