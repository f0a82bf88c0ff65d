"""Cells of a glossary that hold more than one form, or a form with its reading in brackets."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from termalign.formats.glossaries.doubt import Doubt
from termalign.formats.layout import JAPANESE

_ENGLISH = re.compile(r", +|・")  # possible separators of renderings: input・output; Junior Fifth Rank, Lower
_JAPANESE = re.compile(r" *[/／,，] *")
_SURE = re.compile(
    r"(\s*\n\s*)| +[/／] +|(?<=[A-Za-z][a-z)])／(?=[A-Za-z(][A-Za-z])|(?<=[A-Za-z)])\s*[、，]\s*(?=[A-Za-z(])"
)
_BULLET = "・•"
_GOES_ON = frozenset("a an the and or of for to by with from".split())  # at the end or the beginning of a line
_LONGEST = 60  # code points of a form that may be one of several
_LINKED = re.compile(r"\b(?:and|or)\b|&")  # words of one form with commas: Land, Infrastructure and Transport
_MOST_WORDS = 3


def surely_several(cell: str, *, japanese: bool) -> list[str]:
    r"""Return the forms of a cell that line breaks, slashes between spaces or commas of Japanese surely separate, or the cell.

    A line that breaks off before or after a word such as *of* goes on in the next one.

    Examples
    --------
    >>> surely_several("client / customer", japanese=False), surely_several("client、customer", japanese=False)
    (['client', 'customer'], ['client', 'customer'])
    >>> surely_several("goshuin seal／goshuin", japanese=False), surely_several("入力／出力", japanese=True)
    (['goshuin seal', 'goshuin'], ['入力／出力'])
    >>> surely_several("・client\n・customer", japanese=False), surely_several("Ministry of\nDefense", japanese=False)
    (['client', 'customer'], ['Ministry of\nDefense'])
    >>> surely_several("顧客\nお客様", japanese=True), surely_several("input/output", japanese=False)
    (['顧客', 'お客様'], ['input/output'])
    """
    separators = list(_SURE.finditer(cell))
    if not separators:
        return [cell]
    starts, ends = [0, *(sep.end() for sep in separators)], [*(sep.start() for sep in separators), len(cell)]
    parts = [cell[start:end].lstrip(_BULLET).strip() for start, end in zip(starts, ends, strict=True)]
    wrapped = any(sep[1] and _is_wrapped(*parts[k : k + 2]) for k, sep in enumerate(separators))
    if wrapped or not all(_is_form(part, japanese=japanese) for part in parts):
        return [cell]
    return parts


def _is_form(part: str, *, japanese: bool) -> bool:
    return 0 < len(part) <= _LONGEST and bool(JAPANESE.search(part) if japanese else any(map(str.isalpha, part)))


def _is_wrapped(line: str, after: str) -> bool:
    """Return whether a line goes on in the one after it."""
    ends, begins = line.lower().split()[-1:], after.lower().split()[:1]
    return not _GOES_ON.isdisjoint((*ends, *begins))


def may_be_several(cell: str, *, japanese: bool) -> bool:
    """Return whether a cell that was read as one form looks like several.

    Examples
    --------
    >>> may_be_several("client, customer", japanese=False), may_be_several("顧客/お客様", japanese=True)
    (True, True)
    >>> may_be_several("Ministry of Land, Infrastructure and Transport", japanese=False)
    False
    """
    parts = (_JAPANESE if japanese else _ENGLISH).split(cell.strip())
    if len(parts) < 2 or not all(parts):
        return False
    if japanese:
        return all(map(JAPANESE.search, parts))
    return not _LINKED.search(cell) and all(
        any(map(str.isalpha, part)) and len(part.split()) <= _MOST_WORDS for part in parts
    )


class _Seen(NamedTuple):
    """A cell in doubt, with its line."""

    cell: str
    number: int


class Cells:
    """The cells of a glossary, which tell whether a cell may have several forms and how the file separates them.

    `unit` is the word for a line in messages.
    """

    def __init__(self, unit: str) -> None:
        self._unit = unit
        self._divided = {
            True: False,
            False: False,
        }  # whether some cell has marks that separate forms, for Japanese (True) and English (False)
        self._several: dict[bool, list[_Seen]] = {True: [], False: []}
        self._listed: list[_Seen] = []
        self._read: list[_Seen] = []

    def add(self, number: int, cell: str, forms: int, *, japanese: bool) -> None:
        """Add a cell that was read as `forms` forms."""
        if len(surely_several(cell, japanese=japanese)) > 1:
            self._listed.append(_Seen(cell, number))
        elif forms > 1:
            self._divided[japanese] = True
        elif not self._divided[japanese] and may_be_several(cell, japanese=japanese):
            self._several[japanese].append(_Seen(cell, number))

    def add_read(self, number: int, cell: str) -> None:
        """Add a Japanese cell whose kana in brackets were left out."""
        self._read.append(_Seen(cell, number))

    def doubts(self, *, one_a_row: bool) -> Iterator[Doubt]:
        """Yield the doubts.

        If one cell of a language separates forms by marks, other cells of that language are not in doubt. Nor are those of the
        English if the file gives each rendering of a term a row of its own (`one_a_row`).
        """
        for japanese, seen in self._several.items():
            if not (self._divided[japanese] or (one_a_row and not japanese)):
                marks = "; | or 、" if japanese else "; or |"
                yield from self._said(seen, f"is read as one form: if it is several, separate them by {marks}")
        yield from self._said(self._listed, "is read as several forms")
        yield from self._said(self._read, "is read without the kana in brackets")

    def _said(self, seen: list[_Seen], how: str) -> Iterator[Doubt]:
        for number in dict.fromkeys(one.number for one in seen):
            shown = " ⏎ ".join(seen[0].cell[:40].splitlines())
            yield Doubt(f"“{shown}” {how}", number, self._unit)
