"""Lists of Japanese terms as plain text: one term on each line, or a table whose header names its columns."""

import csv
from collections.abc import Sequence
from typing import NamedTuple

from termalign.formats.glossaries.columns import terms_in
from termalign.formats.languages import is_header_word
from termalign.formats.layout import japanese_column

_DELIMITERS = "\t,;"


class Listed(NamedTuple):
    """The terms of a list. `column` is the name of the column that they are from, if the list is a table, else ``""``."""

    terms: list[str]
    column: str = ""


def listed_in(text: str) -> Listed:
    r"""Return the terms of a list, in which empty lines and lines that begin with ``#`` are ignored.

    A line may have several spellings of a term, separated by ; or 、, and other text after a tab. A list whose first line is
    a header, and whose lines all have as many fields as the header, is read as a table.

    Examples
    --------
    >>> listed_in("匿流\n特殊詐欺\tfraud"), listed_in("番号,用語,読み\n1,匿流,とくりゅう")
    (Listed(terms=['匿流', '特殊詐欺'], column=''), Listed(terms=['匿流'], column='用語'))
    """
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    for delimiter in _DELIMITERS:
        if (rows := _table(lines, delimiter)) is not None:
            column, below = japanese_column(enumerate(rows, 1))
            found = [term for _, row in below for term in terms_in(row[column])]
            return Listed(found, rows[0][column].strip())
    return Listed([term for line in lines for term in terms_on(line)])


def terms_on(line: str) -> list[str]:
    """Return the terms on a line of a list: those before a tab, or none for an empty line or a comment."""
    return [] if line.startswith("#") else terms_in(line.partition("\t")[0])


def _table(lines: Sequence[str], delimiter: str) -> list[list[str]] | None:
    """Return the rows of a table, or None if the lines are no table with a header."""
    first = next(csv.reader(lines[:1], delimiter=delimiter), [])
    if len(lines) < 2 or len(first) < 2 or not any(map(is_header_word, first)):
        return None
    try:
        rows = list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return rows if all(len(row) == len(first) for row in rows) else None
