"""Lists of Japanese terms as plain text: one term on each line, or a table whose header names its columns."""

import csv
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from termalign.formats.glossaries.columns import terms_in, written_in
from termalign.formats.languages import is_header_word
from termalign.formats.layout import has_japanese, is_english, japanese_column
from termalign.text import list_item

_DELIMITERS = "\t,;"
_MARKS = re.compile("\t"), re.compile("[=＝]"), re.compile("[:：]")  # between a term and its English
_LEAST_PAIRS, _LEAST_SHARE = (
    2,
    0.25,
)  # of lines with = or :, because a title may also have them (機動戦士ガンダム: The Origin)


class Listed(NamedTuple):
    """The terms of a list."""

    terms: list[str]
    column: str = ""  # the name of the column that they are from, if the list is a table
    readings: Mapping[str, str] = MappingProxyType({})  # of terms that have one in brackets
    written: Sequence[str] = ()  # the terms as the list has them, with what is written around them; none for a table


def listed_in(text: str) -> Listed:
    r"""Return the terms of a list, in which empty lines and lines that begin with ``#`` are ignored.

    A line may have several spellings of a term, separated by ; or 、, and other text after a tab, or its English as in
    `with_renderings`. A list whose first line is a header, and whose lines all have as many fields as the header, is read as
    a table.

    Examples
    --------
    >>> listed_in("匿流\n・特殊詐欺(とくしゅさぎ)\tfraud").terms, listed_in("番号,用語,読み\n1,匿流,とくりゅう")[:2]
    (['匿流', '特殊詐欺'], (['匿流'], '用語'))
    """
    lines = with_renderings(text) or _lines(text)
    for delimiter in _DELIMITERS:
        if (rows := _table(lines, delimiter)) is not None:
            column, below = japanese_column(enumerate(rows, 1))
            found = [term for _, row in below for term in terms_in(row[column])]
            return Listed(found, rows[0][column].strip())
    written = [term for line in lines for term in written_in(line.partition("\t")[0])]
    items = list(map(list_item, written))
    readings = {item.term: item.reading for item in items if item.reading}
    return Listed([item.term for item in items], "", readings, written)


def with_renderings(text: str) -> list[str]:
    r"""Return the lines of a list with a tab between each term and its English, or no lines if the list has no English.

    The English is after a tab, ``=`` or ``:``. After a tab, it counts if most of the lines with a tab have English there. After
    another mark, it counts if at least two lines, and a quarter of all, have Japanese before the mark and English after it.

    Examples
    --------
    >>> with_renderings("転入届=moving-in notification\n実印 = registered seal\n住民課")
    ['転入届\tmoving-in notification', '実印\tregistered seal', '住民課']
    >>> with_renderings("機動戦士ガンダム: The Origin\n転入届\n実印"), with_renderings("転入届\t住民課")
    ([], [])
    """
    listed = _lines(text)
    for mark in _MARKS:
        parted = [mark.split(line, maxsplit=1) for line in listed]
        pairs = sum(map(_is_pair, parted))
        every = sum(len(parts) == 2 for parts in parted)
        least = every / 2 if mark is _MARKS[0] else max(_LEAST_PAIRS, _LEAST_SHARE * len(listed))
        if pairs and pairs >= least:
            return [
                "\t".join(map(str.strip, parts)) if _is_pair(parts) else line
                for parts, line in zip(parted, listed, strict=True)
            ]
    return []


def _is_pair(parts: Sequence[str]) -> bool:
    """Return whether a line is Japanese and English. A sentence with English at its end is not."""
    if len(parts) != 2 or parts[1].endswith("。"):
        return False
    return has_japanese(parts[:1]) and is_english(parts[1].partition("\t")[0])


def _lines(text: str) -> list[str]:
    """Return the lines of a list that are neither empty nor comments."""
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def terms_on(line: str) -> list[str]:
    """Return the terms on a line of a list: those before a tab, or none for an empty line or a comment."""
    return [] if line.startswith("#") else terms_in(line.partition("\t")[0])


def _table(lines: Sequence[str], delimiter: str) -> list[list[str]] | None:
    """Return the rows of a table, or None if the lines are no table with a header."""
    try:
        first = next(csv.reader(lines[:1], delimiter=delimiter), [])
        if len(lines) < 2 or len(first) < 2 or not any(map(is_header_word, first)):
            return None
        rows = list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:  # a quotation mark without its counterpart, or a field that is longer than any cell
        return None
    return rows if all(len(row) == len(first) for row in rows) else None
