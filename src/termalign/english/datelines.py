"""Datelines of news reports: TOKYO (Kyodo) --, WASHINGTON, Oct 01 (AP) —."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from termalign.english.lexis import lexeme

_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z .,/'-]*[A-Z]\.?)(?:, (?P<date>[A-Z][a-z]+\.? \d{1,2}))?"
    r" ?(?P<agency>\([A-Z][A-Za-z/-]+(?: [A-Z][A-Za-z]+){0,2}\))?(?: ?(?:--|[–—])| ?-(?!\S))",
    re.MULTILINE,
)
_WORD = re.compile("[A-Z]+")


class Dateline(NamedTuple):
    """The code points ``start:end`` of a dateline, and where its date begins, or None."""

    start: int
    end: int
    date: int | None


def datelines(text: str) -> Iterator[Dateline]:
    """Yield the datelines of a text. Without a date or an agency, the words must be known: not BOJ -- the Bank of Japan.

    >>> text = "TOKYO -- Police said so.\\nNAGOYA, Oct 01 (News On Japan) - It is over.\\nUNESCO -- a body of the UN"
    >>> [text[line.start : line.end] for line in datelines(text)]
    ['TOKYO --', 'NAGOYA, Oct 01 (News On Japan) -']
    """
    for found in _DATELINE.finditer(text):
        dated = found["date"] is not None
        if dated or found["agency"] or all(lexeme(word).known for word in _WORD.findall(found["place"])):
            yield Dateline(*found.span(), found.start("date") if dated else None)
