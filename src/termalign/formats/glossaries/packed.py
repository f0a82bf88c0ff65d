"""Cells of a glossary that hold more than one form, or a form with its reading in brackets."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from termalign.formats.glossaries.doubt import Doubt
from termalign.formats.layout import JAPANESE

_ENGLISH = re.compile(r", +|[、，／\n]| / ")  # possible separators of renderings besides ; and |
_JAPANESE = re.compile(r" *[/／,，\n] *")
_LINKED = re.compile(r"\b(?:and|or)\b|&")  # words of one form with commas: Land, Infrastructure and Transport
_MOST_WORDS = 3
_READ = re.compile("([々〆㐀-鿿ぁ-ゖァ-ヺー]+)[ \u3000]*[(（〔［]([ぁ-ゖー]+)[)）〕］]")
_KANJI = re.compile("[々〆㐀-鿿]")
_ENDINGS = frozenset("する な の に と し".split())  # 検討（する）


def without_reading(term: str) -> str:
    """Return a Japanese term without a reading or an ending in brackets after its kanji.

    Examples
    --------
    >>> without_reading("顧客（こきゃく）"), without_reading("検討(する)"), without_reading("社員（アルバイト）")
    ('顧客', '検討', '社員（アルバイト）')
    """
    found = _READ.fullmatch(term)
    if found is None or not _KANJI.search(found[1]):
        return term
    return found[1] if len(found[2]) >= len(found[1]) or found[2] in _ENDINGS else term


def reading_after(term: str) -> str:
    """Return the reading in brackets after a Japanese term, or ``""``.

    Examples
    --------
    >>> reading_after("顧客（こきゃく）"), reading_after("検討(する)"), reading_after("社員（アルバイト）")
    ('こきゃく', '', '')
    """
    found = _READ.fullmatch(term)
    return "" if found is None or found[2] in _ENDINGS or without_reading(term) == term else found[2]


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


def _is_listed(cell: str) -> bool:
    """Return whether a cell has a mark that hardly any form has."""
    return "\n" in cell or " / " in cell


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
        self._read: list[_Seen] = []

    def add(self, number: int, cell: str, forms: int, *, japanese: bool) -> None:
        """Add a cell that was read as `forms` forms."""
        if forms > 1:
            self._divided[japanese] = True
        elif (_is_listed(cell) or not self._divided[japanese]) and may_be_several(cell, japanese=japanese):
            self._several[japanese].append(_Seen(cell, number))

    def add_read(self, number: int, cell: str) -> None:
        """Add a Japanese cell whose kana in brackets were left out."""
        self._read.append(_Seen(cell, number))

    def doubts(self, *, one_a_row: bool) -> Iterator[Doubt]:
        """Yield the doubts.

        If one cell of a language separates forms by marks, commas in other cells of that language are not in doubt. Nor are those
        of the English if the file gives each rendering of a term a row of its own (`one_a_row`). A line break and a slash between
        spaces are always in doubt, because few forms have one.
        """
        for japanese, seen in self._several.items():
            certain = self._divided[japanese] or (one_a_row and not japanese)
            if doubtful := [one for one in seen if _is_listed(one.cell)] if certain else seen:
                marks = "; | or 、" if japanese else "; or |"
                yield from self._said(doubtful, f"is read as one form: if it is several, separate them by {marks}")
        yield from self._said(self._read, "is read without the kana in brackets")

    def _said(self, seen: list[_Seen], how: str) -> Iterator[Doubt]:
        for _, number in seen:
            shown = seen[0].cell[:40].replace("\n", " ⏎ ")
            yield Doubt(f"“{shown}” {how}", number, self._unit)
