"""Rows of tab- and comma-separated files, and what their header says."""

import csv
from collections.abc import Iterator

from termalign.formats.errors import FormatError
from termalign.formats.opening import Source, name_of, text_lines

Row = tuple[int, list[str]]  # the line it begins on, and its fields

_FIELD_LIMIT = 1 << 28  # code points: csv's own limit of 131,072 is less than a document


def tsv_rows(source: Source, *, comments: bool = False) -> Iterator[Row]:
    """The rows of a tab-separated file as spreadsheets write it, without empty lines.

    With `comments`, lines that begin with # are skipped as well.
    """
    for number, text in filled_lines(source):
        if not (comments and text.startswith("#")):
            yield number, [unquoted(cell) for cell in text.split("\t")]


def filled_lines(source: Source, *, utf16: bool = False) -> Iterator[tuple[int, str]]:
    """The lines of a file that have anything on them, without their ends."""
    for number, line in text_lines(source, utf16=utf16):
        if line.strip():
            yield number, line.rstrip("\r\n")


def csv_rows(source: Source, *, comments: bool = False) -> Iterator[Row]:
    """The records of a comma-separated file, without empty lines, with `comments` also without lines that begin with #.

    Raises
    ------
    FormatError
        At the first record that is not well-formed.
    """
    name = name_of(source)
    lines = _Lines(text_lines(source), comments)
    reader = csv.reader(lines, strict=True)
    while True:
        lines.start = 0
        before = csv.field_size_limit(_FIELD_LIMIT)
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise FormatError(name, lines.start, f"expected comma-separated fields: {error}") from None
        finally:
            csv.field_size_limit(before)
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield lines.start, row


class _Lines:
    """The lines that csv asks for, and the number of the first one of a record."""

    def __init__(self, lines: Iterator[tuple[int, str]], comments: bool) -> None:
        self._lines = lines
        self._comments = comments
        self.start = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        number, line = next(self._lines)
        while not self.start and self._comments and line.startswith("#"):
            number, line = next(self._lines)
        self.start = self.start or number
        return line


def unquoted(cell: str) -> str:
    """A cell as spreadsheets quote it; a quotation mark that is only part of the text stays."""
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        inner = cell[1:-1]
        if '"' not in inner.replace('""', ""):
            return inner.replace('""', '"')
    return cell


def quoted(cell: str) -> str:
    """A cell that `unquoted` gives back as it is: within quotation marks only where it needs them."""
    return '"' + cell.replace('"', '""') + '"' if unquoted(cell) != cell or cell.startswith("#") else cell
