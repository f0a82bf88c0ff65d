"""Numbers that English says by the beginning of a word: 4倍体, *tetraploid*; 3価, *trivalent*; 4次, *quaternary*.

``numbers_in_words.tsv`` has what follows the number in both languages.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from termalign.quantities.japanese_numerals import read_numeral
from termalign.quantities.quantity import Offsets
from termalign.tables import read_table

_PREFIXES = {
    1: "mono uni haplo prim singl", 2: "di bi second doubl", 3: "tri terti tripl", 5: "penta pent quinque quin quint",
    4: "tetra tetr quadri quadru quadr quatern quart", 6: "hexa hex sexa sex sext", 7: "hepta hept sept",
    8: "octa octo oct", 9: "nona ennea", 10: "deca dec", 12: "dodeca", 20: "icosa",
}  # fmt: skip
_NUMBERS = {prefix: number for number, prefixes in _PREFIXES.items() for prefix in prefixes.split()}
_NUMERAL = "(?<![0-9０-９.．第一二三四五六七八九十百千])(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})"
_OF_MANY_THINGS = frozenset({"primary", "secondary"})
"""Words that may have another meaning: *primary school*."""


class _Said(NamedTuple):
    number: int
    span: Offsets
    end: int  # of the number with what follows it


@cache
def _rows() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    prefixes = "|".join(sorted(_NUMBERS, key=len, reverse=True))
    return [
        (re.compile(japanese), re.compile(rf"\b({prefixes})(?:{english})[a-z]*", re.IGNORECASE))
        for japanese, english in read_table(__package__, "numbers_in_words.tsv", header=True)
    ]


@cache
def _counted() -> re.Pattern[str]:
    """Return a pattern for numerals before what some row has."""
    behind = "|".join(japanese.pattern for japanese, _ in _rows())
    return re.compile(f"{_NUMERAL}(?={behind})")


def numbers_in_words(ja: str, en: str) -> Iterator[tuple[Offsets, Offsets]]:
    """Yield the numerals of a Japanese text with the English words that begin with the same number.

    >>> ja, en = "4倍体と五角形", "a tetraploid and a pentagon"
    >>> [(ja[slice(*one)], en[slice(*other)]) for one, other in numbers_in_words(ja, en)]
    [('4', 'tetraploid'), ('五', 'pentagon')]
    """
    for ours, theirs in _said(ja, en):
        words = {word.number: word.span for word in theirs}
        yield from ((each.span, words[each.number]) for each in ours if each.number in words)


def unlike_numbers_in_words(ja: str, en: str) -> Iterator[tuple[Offsets, Offsets]]:
    """Yield numerals of a Japanese text with the English words that begin with another number, if each text has one number.

    >>> list(unlike_numbers_in_words("4倍体", "hexaploid")), list(unlike_numbers_in_words("2価と3価", "divalent"))
    ([((0, 3), (0, 9))], [])
    """
    for ours, theirs in _said(ja, en):
        own, others = ({each.number for each in side} for side in (ours, theirs))
        if len(own) == len(others) == 1 and own != others and en[slice(*theirs[0].span)].lower() not in _OF_MANY_THINGS:
            yield (ours[0].span[0], ours[0].end), theirs[0].span


def _said(ja: str, en: str) -> Iterator[tuple[list[_Said], list[_Said]]]:
    """Yield the numerals of the Japanese and the words of the English that one row of the table has, if there are both."""
    numerals = [found for found in _counted().finditer(ja) if _number(ja, found)]
    for behind, words in _rows() if numerals else ():
        ours = [
            _Said(_number(ja, found), found.span(), more.end())
            for found in numerals
            if (more := behind.match(ja, found.end())) is not None
        ]
        theirs = (
            [_Said(_NUMBERS[word[1].lower()], word.span(), word.end()) for word in words.finditer(en)] if ours else []
        )
        if theirs:
            yield ours, theirs


def _number(ja: str, found: re.Match[str]) -> int:
    """Return the value of a numeral; 0 if it goes on behind."""
    read = read_numeral(ja, found.start())
    return int(read.low) if read is not None and read.end == found.end() and not read.vague else 0
