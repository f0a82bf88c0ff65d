"""Numbers that English says by the beginning of a word: 4倍体, *tetraploid*; 3価, *trivalent*; 4次, *quaternary*."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from termalign.checking.segment import Segment
from termalign.once import once
from termalign.quantities.japanese_numerals import read_numeral
from termalign.quantities.quantity import Offsets
from termalign.tables import read_table

_NUMERAL = "(?<![0-9０-９.．第一二三四五六七八九十百千])(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})"
_OF_MANY_THINGS = frozenset({"primary", "secondary"})
"""Words that may have another meaning: *primary school*."""


class NumberInWords(NamedTuple):
    """A numeral of the Japanese and an English word that begins with a number; an unlike one comes with what follows it."""

    ja: Offsets
    en: Offsets
    is_same: bool


class _Rows(NamedTuple):
    """The table: numbers by their prefixes, what finds numerals before what some row has, and patterns of the rows."""

    numbers: dict[str, int]
    numeral: re.Pattern[str]
    behind: Sequence[tuple[re.Pattern[str], re.Pattern[str]]]


@cache
def _rows() -> _Rows:
    table = read_table(__package__, "numbers_in_words.tsv", header=True)
    numbers = {prefix: int(n) for n, prefixes in table if n.isdecimal() for prefix in prefixes.split("|")}
    longest = "|".join(sorted(numbers, key=len, reverse=True))
    rows = [(japanese, english) for japanese, english in table if not japanese.isdecimal()]
    return _Rows(
        numbers,
        re.compile(f"{_NUMERAL}(?={'|'.join(japanese for japanese, _ in rows)})"),
        [(re.compile(ja), re.compile(rf"\b({longest})(?:{en})[a-z]*", re.IGNORECASE)) for ja, en in rows],
    )


@once
def numbers_in_words(segment: Segment) -> Sequence[NumberInWords]:
    """Return the numerals of the Japanese that the English says by words, and those for which it has another number."""
    return list(_numbers_in_words(segment.ja_prose, segment.en_prose))


def _numbers_in_words(ja: str, en: str) -> Iterator[NumberInWords]:
    numbers, numeral, rows = _rows()
    numerals = {found.span(): value for found in numeral.finditer(ja) if (value := _value(ja, found))}
    for behind, begun in rows if numerals else ():
        ours = {at: more.end() for at in numerals if (more := behind.match(ja, at[1]))}
        theirs = {numbers[word[1].lower()]: word for word in begun.finditer(en)} if ours else {}
        for at in ours:
            if numerals[at] in theirs:
                yield NumberInWords(at, theirs[numerals[at]].span(), True)
        own = {numerals[at] for at in ours}
        if len(own) == len(theirs) == 1 and own.isdisjoint(theirs):
            (word,), at = theirs.values(), min(ours)
            if word[0].lower() not in _OF_MANY_THINGS:
                yield NumberInWords((at[0], ours[at]), word.span(), False)


def _value(ja: str, found: re.Match[str]) -> int:
    """Return the value of a numeral; 0 if it goes on behind."""
    read = read_numeral(ja, found.start())
    return int(read.low) if read is not None and read.end == found.end() and not read.vague else 0
