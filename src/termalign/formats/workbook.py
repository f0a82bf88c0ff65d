"""Reading of Excel workbooks with openpyxl: the rows of one sheet, with every cell as text."""

import re
import warnings
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Any, BinaryIO
from zipfile import ZipFile

from termalign.formats.errors import FormatError
from termalign.formats.extra import required
from termalign.formats.layout import Row, has_both
from termalign.formats.limits import megabytes, most, too_much
from termalign.formats.opening import Source, chunks, name_of, opened
from termalign.formats.workbook_size import checked

_SHEETS = "xl/worksheets/sheet"
_SHEET = re.compile(_SHEETS + r"[0-9]+\.xml")
_MERGED = re.compile(r'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)([0-9]+):[A-Z]+([0-9]+)"')


def read(source: Source) -> Iterator[Row]:
    """Read the filled rows of the first sheet that has rows in both languages, or else of the first sheet.

    Raises
    ------
    ImportError
        openpyxl is not installed.
    FormatError
        If the file is not a workbook; raised when the rows are read.
    """
    return _rows(required("openpyxl", "an Excel workbook"), source)


def _rows(openpyxl: Any, source: Source) -> Iterator[Row]:
    name = name_of(source)
    with opened(source) as stream:
        try:
            whole = BytesIO(_packed(stream, name))  # a zip file is read from its end
            with ZipFile(whole) as package:
                checked(package, name)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of styles and the like, which do not matter here
                book = openpyxl.load_workbook(whole, read_only=True, data_only=True)
            sheet = _bilingual(book.worksheets, name)
            yield from _with_merged(_filled(sheet, name), _merged(whole, book.worksheets.index(sheet)))
            book.close()
        except FormatError:
            raise
        except Exception as error:
            # At a broken file openpyxl lets through whatever its parts raise: TypeError, KeyError, zlib.error …
            raise FormatError(name, 0, f"expected an Excel workbook with a sheet: {error}") from error


def _merged(package: BytesIO, number: int) -> list[tuple[int, int, int]]:
    """Return the merged areas of a sheet with several rows: their column from 0, and their first and last row from 1.

    openpyxl does not say where it reads row by row.
    """
    with ZipFile(package) as parts:
        sheets = sorted((name for name in parts.namelist() if _SHEET.fullmatch(name)), key=_number)
        if number >= len(sheets):
            return []
        found = _MERGED.findall(parts.read(sheets[number]).decode("utf-8", "replace"))
    return [(_column(column), int(first), int(last)) for column, first, last in found if first != last]


def _with_merged(rows: Iterator[Row], areas: Sequence[tuple[int, int, int]]) -> Iterator[Row]:
    """Yield the rows, with the content of the first row of a merged area repeated in its other rows."""
    held: dict[int, str] = {}
    for number, cells in rows:
        for column, first, last in areas:
            if column < len(cells) and first <= number <= last:
                if number == first:
                    held[column] = cells[column]
                elif not cells[column].strip():
                    cells[column] = held.get(column, "")
        yield number, cells


def _column(letters: str) -> int:
    """Return the number, from 0, of a column named by letters: A, B, … Z, AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _number(part: str) -> int:
    return int(part[len(_SHEETS) : -len(".xml")])


def _packed(stream: BinaryIO, name: str) -> bytes:
    held, size, longest = [], 0, most(4)
    for chunk in chunks(stream, name):
        held.append(chunk)
        size += len(chunk)
        if size > longest:
            raise too_much(name, 0, f"{megabytes(longest)} in a workbook")
    return b"".join(held)


def _bilingual(sheets: Sequence[Any], name: str) -> Any:
    """Return the sheet to read: one with several rows in both languages, because a single one can be a title."""
    if len(sheets) > 1:
        found = [
            sum(1 for _ in islice((row for _, row in _filled(sheet, name) if has_both(row)), 2)) for sheet in sheets
        ]
        for least in (2, 1):
            if least in found:
                return sheets[found.index(least)]
    return sheets[0]


def _filled(sheet: Any, name: str) -> Iterator[Row]:
    sheet.reset_dimensions()  # what a sheet says of its own size is often wrong
    width, held, longest = 0, 0, most(2)
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        if not row:  # left out in the file
            continue
        held += max(width, len(row))
        if held > longest:
            raise too_much(name, number, f"{longest:,} cells in a sheet", "row")
        cells = ["" if value is None else str(value) for value in row]
        if any(cell.strip() for cell in cells):
            width = max(width, len(cells))
            yield number, cells + [""] * (width - len(cells))  # a row ends with its last filled cell
