"""Rows of tab- and comma-separated files with any delimiter."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from termalign.formats.encodings import of_text
from termalign.formats.errors import FormatError
from termalign.formats.faults import peeked
from termalign.formats.layout import EXAMINED, JAPANESE, Row, told_by_script
from termalign.formats.limits import megabytes, most, too_much
from termalign.formats.opening import Source, name_of, text_lines

__all__ = ["Row", "Table", "csv_rows", "filled_lines", "quoted", "tab_separated", "table_of", "tsv_rows"]

_FIELD_LIMIT = 1 << 28  # code points; the default limit of csv, 131,072, is less than a document
_A_LINE = 256  # code points counted for each line of a record in addition to its text
_LETTER = re.compile(r"[^\W\d_]")
_SAID = re.compile("sep=([\t,;])\r?\n", re.I)
_DELIMITERS = {"\t": "tab", ",": "comma", ";": "semicolon"}


class Table(NamedTuple):
    """The rows of a file, and the separator of their fields: ``tab``, ``comma`` or ``semicolon``."""

    separator: str
    rows: Iterator[Row]


def table_of(source: Source, own: str, *, comments: bool = False) -> Table:
    """Read the rows of a table with any delimiter, without empty lines.

    The file is in UTF-8, in UTF-16 with a byte order mark, or in code page 932, as Japanese Excel writes it. `own` is the
    delimiter of the format. Another delimiter is used if it splits each of the first rows, and separates Japanese from
    English in more of them or leaves less Latin in the Japanese. (Excel writes semicolons where the comma is the decimal
    sign.) A tab on each line is always the delimiter of tab-separated values, because texts have commas and semicolons. With
    `comments`, lines that begin with # are skipped. Reading the first record that is not well-formed raises a `FormatError`.
    """
    first, lines = peeked(text_lines(source, encoding_of=of_text))
    if first and (said := _SAID.fullmatch(first[0][1])):  # Excel's own declaration of the delimiter
        return Table(_DELIMITERS[said[1]], _records(islice(lines, 1, None), name_of(source), said[1], comments))
    sample = [line for _, line in first if line.strip() and not line.startswith("#")]
    delimiter = _delimiter(sample, own)
    if delimiter == own == "\t":
        return Table("tab", _tab_rows(_filled(lines), name_of(source), comments))
    return Table(_DELIMITERS[delimiter], _records(lines, name_of(source), delimiter, comments))


def _delimiter(lines: Sequence[str], own: str) -> str:
    if own == "\t":
        if all(own in line for line in lines):
            return own
        best, most = own, _parted([line.rstrip("\r\n").split("\t") for line in lines])
    else:
        best, most = own, _parted(_sampled(lines, own) or [])
    for other in _DELIMITERS:
        rows = _sampled(lines, other) if other != own else None
        if rows and all(len(row) > 1 for row in rows) and (parted := _parted(rows)) > most:
            best, most = other, parted
    return best


def _parted(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return a sort key of a split: rows with separate Japanese and English, then few Latin letters in the Japanese."""
    (a, b), fits = told_by_script(rows)
    cells = [row[a][:EXAMINED] for row in rows if len(row) > max(a, b)]
    return fits, -sum(char.isascii() and char.isalpha() for cell in filter(JAPANESE.search, cells) for char in cell)


def _sampled(lines: Sequence[str], delimiter: str) -> list[list[str]] | None:
    """Return the records of the first lines, or None if they are not well-formed with this delimiter."""
    rows: list[list[str]] = []
    before = csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        rows += (row for row in reader if any(cell.strip() for cell in row))
    except csv.Error as error:
        if str(error) != "unexpected end of data":
            return None
        rows = list(csv.reader(lines, delimiter=delimiter))  # the last record continues after the sample
    finally:
        csv.field_size_limit(before)
    return rows


def tsv_rows(source: Source) -> Iterator[Row]:
    """Read the rows of a tab-separated file as written by spreadsheets, without empty lines."""
    return _tab_rows(filled_lines(source), name_of(source), comments=False)


def _tab_rows(lines: Iterable[tuple[int, str]], name: str, comments: bool) -> Iterator[Row]:
    return _not_too_wide(tab_separated((n, text) for n, text in lines if not (comments and text.startswith("#"))), name)


def _not_too_wide(rows: Iterable[Row], name: str) -> Iterator[Row]:
    """Yield rows, or raise an error at one with more columns than Excel has, 16,384, unless the size limit was changed."""
    widest = most(1 / 2048)
    for number, row in rows:
        if len(row) > widest:
            raise too_much(name, number, f"{widest:,} columns", found=f"{len(row):,}")
        yield number, row


def tab_separated(lines: Iterable[tuple[int, str]]) -> Iterator[Row]:
    r"""Yield the fields of numbered lines, without the quotation marks that a program added.

    Marks around a field are a program's if the field needs them, because it has quotation marks inside, which are doubled, or
    begins with #. Others are a program's if the first lines show that it puts all texts in marks, or those with a comma, as
    Excel does. Otherwise they belong to the text.

    >>> [row for _, row in tab_separated([(1, '"Yes," he said.\t"Yes."'), (2, '"the ""new"" one"\t"No, sir."')])]
    [['"Yes," he said.', '"Yes."'], ['the "new" one', '"No, sir."']]
    """
    first, lines = peeked(lines)
    adds_marks = _adds_marks([cell for _, text in first for cell in text.split("\t") if cell])
    for number, text in lines:
        cells = text.split("\t")
        if '"' in text:
            cells = [unquoted(cell) if adds_marks or _needs_marks(cell) else cell for cell in cells]
        yield number, cells


def _adds_marks(cells: Sequence[str]) -> bool:
    """Return whether the first fields are as a program writes them that puts all texts in marks, or those with a comma."""
    marked = [cell for cell in cells if unquoted(cell) != cell]
    bare = [cell for cell in cells if unquoted(cell) == cell]
    if not marked or any('"' in cell or "," in cell for cell in bare):
        return False
    return not any(map(_LETTER.search, bare)) or all("," in cell or _needs_marks(cell) for cell in marked)


def _needs_marks(cell: str) -> bool:
    inner = unquoted(cell)
    return inner != cell and ('"' in inner or inner.startswith("#"))


def filled_lines(source: Source, *, other_encodings: bool = False) -> Iterator[tuple[int, str]]:
    """Yield the non-empty lines of a file without their ends."""
    return _filled(text_lines(source, encoding_of=of_text if other_encodings else None))


def _filled(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    for number, line in lines:
        if not line.isspace():
            yield number, line.rstrip("\r\n")


def csv_rows(source: Source) -> Iterator[Row]:
    """Read the records of a comma-separated file, without empty lines. One that is not well-formed raises a `FormatError`."""
    return _records(text_lines(source), name_of(source), ",", comments=False)


def _records(text: Iterator[tuple[int, str]], name: str, delimiter: str, comments: bool) -> Iterator[Row]:
    rows = _not_too_wide(_parsed(text, name, delimiter, comments), name)
    return ((number, row) for number, row in rows if any(cell.strip() for cell in row))


def _parsed(text: Iterator[tuple[int, str]], name: str, delimiter: str, comments: bool) -> Iterator[Row]:
    """Yield all records of a text with delimiters and quotation marks."""
    lines = _Lines(text, name, comments)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.start = lines.size = 0
        before = csv.field_size_limit(_FIELD_LIMIT)
        try:
            row = next(reader, None)
        except csv.Error as error:
            expected = f"expected {_DELIMITERS[delimiter]}-separated fields"
            raise FormatError(name, lines.start, f"{expected}: {error}") from None
        finally:
            csv.field_size_limit(before)
        if row is None:
            return
        yield lines.start, row


class _Lines:
    """The lines for the csv module, with the number of the first line of a record, and the length of the record so far."""

    def __init__(self, lines: Iterator[tuple[int, str]], name: str, comments: bool) -> None:
        self._lines = lines
        self._name = name
        self._comments = comments
        self.start = 0
        self.size = 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        number, line = next(self._lines)
        while not self.start and (line.isspace() or (self._comments and line.startswith("#"))):
            number, line = next(self._lines)
        self.start = self.start or number
        self.size += len(line) + _A_LINE
        if self.size > (longest := most()):
            raise too_much(self._name, self.start, f"{megabytes(longest)} in a record")
        return line


def unquoted(cell: str) -> str:
    """Return a cell without the quotation marks around it, if those inside are doubled."""
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        inner = cell[1:-1]
        if '"' not in inner.replace('""', ""):
            return inner.replace('""', '"')
    return cell


def quoted(cell: str) -> str:
    """Return a cell that `tab_separated` restores, in quotation marks only if necessary."""
    return '"' + cell.replace('"', '""') + '"' if unquoted(cell) != cell or cell.startswith("#") else cell
