"""Doubts about a record that was read: the parts whose meaning is not certain, such as a yes or no."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from termalign.formats.glossaries.entry import (
    GlossaryEntry,
    compared,
    is_check,
    rank_of,
    status_of,
    stays,
    unknown_statuses,
)

YES = frozenset("yes y true t 1 はい 有 有り あり 該当 レ ○ ◯ 〇 ● ✓ ✔ ✅ ☑".split())
NO = frozenset("no n false f 0 いいえ 無 無し なし".split())
#: A cross is a no, but in a column of forbidden renderings it may mark those that are forbidden.
CROSSES = frozenset("x × ✕ ✖ ✗ ✘ ☓ ❌ ❎".split())
DASHES = frozenset("- － ‐ – — ― ー".split())  # for an empty cell
_TRANSLATED = YES | DASHES | frozenset(["", *"translate 翻訳 翻訳する 訳す 要 必要 する ok 可".split()])
_KEPT = NO | CROSSES | frozenset("ng 否 不可 しない 不要 そのまま 原文 原文のまま keep asis".split())


def is_translated(said: str) -> bool | None:
    """Return whether a term is translated, by its cell in a column `translate`, or None if its meaning is not known.

    Examples
    --------
    >>> [is_translated(said) for said in ("", "Yes", "要", "DNT", "いいえ", "そのまま", "x（ロゴ）", "banana")]
    [True, True, True, False, False, False, False, None]
    """
    word = compared(said)
    if word in _KEPT or stays(said):
        return False
    return True if word in _TRANSLATED else None


_WILDCARD = re.compile(r"\w\||\w\w\*$")  # as memoQ marks a stem: 搬送|する, convey*

_SHORT = 40  # code points of a cell that may be a status


class Doubt(NamedTuple):
    """A doubt about a record."""

    what: str  # what is in doubt, and how it was read; the same text for all records with the same doubt
    number: int  # the line of the record
    unit: str = "line"  # the word for a line in messages
    serious: bool = False  # whether the doubt is an error if the file is read strictly


def about_statuses(number: int, *statuses: str, unit: str = "line") -> Iterator[Doubt]:
    """Yield a doubt for each unknown status."""
    for status in unknown_statuses(*statuses):
        counts = "forbidden" if rank_of(status) == "forbidden" else "approved"
        yield Doubt(f"the status “{status[:_SHORT]}” is not known: it counts as {counts}", number, unit, serious=True)


def about_forbidding(number: int, title: str, cell: str, *, unit: str = "line") -> Iterator[Doubt]:
    """Yield a doubt if a cell of a column that has no statuses has a word or a mark that forbids."""
    if len(cell) <= _SHORT and status_of(cell) == "forbidden":
        what = f"“{cell}” under {title} forbids nothing: if it should, call that column status, in the file or with --columns"
        yield Doubt(what, number, unit, serious=True)


def about_translate(number: int, said: str, *, unit: str = "line") -> Iterator[Doubt]:
    """Yield a doubt if a cell of a column `translate` says neither yes nor no."""
    if is_translated(said) is None:
        what = f"“{said[:40]}” in the column translate is neither yes nor no: it counts as yes"
        yield Doubt(what, number, unit, serious=True)


def about_check(number: int, said: str, *, unit: str = "line") -> Iterator[Doubt]:
    """Yield a doubt if a cell of a column `check` says neither *always* nor *never*."""
    if not is_check(said):
        what = f"“{said[:40]}” in the column check is neither always nor never: it counts as nothing"
        yield Doubt(what, number, unit, serious=True)


def about_wildcards(number: int, *terms: str) -> Iterator[Doubt]:
    """Yield a doubt if a term has a mark that some programs read as a wildcard."""
    if any(map(_WILDCARD.search, terms)):
        yield Doubt("the marks | and * in terms are read as written, not as wildcards: delete them if they are", number)


def about_unread(number: int, *kinds: str) -> Iterator[Doubt]:
    """Yield a doubt for each kind of data that is not read."""
    for kind in dict.fromkeys(kinds):
        yield Doubt(f"the data “{kind[:40]}” are not read", number)


def about_forbidden(entries: Iterable[GlossaryEntry]) -> Iterator[str]:
    """Yield a sentence for each forbidden rendering that the same entry approves, apart from capitals."""
    for entry in entries:
        approved = {en.lower() for en in entry.en} if entry.forbidden else ()
        for form in entry.forbidden:
            if form.lower() in approved:
                yield f"“{form}” is approved and forbidden for {entry.ja}: it counts as approved"
