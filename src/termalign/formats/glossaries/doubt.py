"""Doubts about a record that was read: the parts whose meaning is not certain."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from termalign.formats.glossaries.entry import GlossaryEntry, unknown_statuses
from termalign.formats.glossaries.yes_no import is_translated

_WILDCARD = re.compile(r"\w\||\w\w\*$")  # as memoQ marks a stem: 搬送|する, convey*


class Doubt(NamedTuple):
    """A doubt about a record."""

    what: str  # what is in doubt, and how it was read; the same text for all records with the same doubt
    number: int  # the line of the record
    unit: str = "line"  # the word for a line in messages
    serious: bool = False  # whether the doubt is an error if the file is read strictly


def about_statuses(number: int, *statuses: str, unit: str = "line") -> Iterator[Doubt]:
    """Yield a doubt for each unknown status."""
    for status in unknown_statuses(*statuses):
        yield Doubt(f"the status “{status[:40]}” is not known: it counts as approved", number, unit, serious=True)


def about_translate(number: int, said: str, *, unit: str = "line") -> Iterator[Doubt]:
    """Yield a doubt if a cell of a column `translate` says neither yes nor no."""
    if is_translated(said) is None:
        what = f"“{said[:40]}” in the column translate is neither yes nor no: it counts as yes"
        yield Doubt(what, number, unit, serious=True)


def about_wildcards(number: int, *terms: str) -> Iterator[Doubt]:
    """Yield a doubt if a term has a mark that some programs read as a wildcard."""
    if any(map(_WILDCARD.search, terms)):
        yield Doubt("the marks | and * in terms are read as written, not as wildcards: delete them if they are", number)


def about_forbidden(entries: Iterable[GlossaryEntry]) -> Iterator[str]:
    """Yield a sentence for each forbidden rendering that the same entry approves, apart from capitals."""
    for entry in entries:
        approved = {en.lower() for en in entry.en} if entry.forbidden else ()
        for form in entry.forbidden:
            if form.lower() in approved:
                yield f"“{form}” is approved and forbidden for {entry.ja}: it counts as approved"
