"""Reading of Excel workbooks with openpyxl: the rows of one sheet, with every cell as text."""

import re
import warnings
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import islice
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from termalign.formats.errors import FormatError
from termalign.formats.extra import required
from termalign.formats.layout import Row, has_both
from termalign.formats.limits import megabytes, most, too_much
from termalign.formats.opening import Source, chunks, name_of, opened
from termalign.formats.workbook_size import checked

_MERGED = re.compile(r'<(?:\w+:)?mergeCell\b[^<>]*\bref="([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})"')
# Errors whose text is about the file. The text of others, such as an IndexError, is about the program.
_ABOUT_FILES = (BadZipFile, zlib.error, SyntaxError, NotImplementedError)


def read(source: Source) -> Iterator[Row]:
    """Read the non-empty rows of the first bilingual sheet, or of the first sheet if there is none.

    If openpyxl is not installed, it raises an ImportError. If the file is not a workbook, reading the rows raises a
    `FormatError`.
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
                warnings.simplefilter("ignore")  # warnings about styles and the like do not matter here
                book = openpyxl.load_workbook(whole, read_only=True, data_only=True)
            sheet = _bilingual(book.worksheets, name)
            yield from _with_merged(_filled(sheet, name), _merged(whole, sheet))
            book.close()
        except (FormatError, MemoryError):
            raise
        except Exception as error:
            # For a broken file, openpyxl lets any error of its parts through: TypeError, KeyError, zlib.error …
            if isinstance(error, OSError) and error.errno is not None:  # an error of the system, not of the file
                raise
            raise FormatError(name, 0, f"expected an Excel workbook with a sheet: {_fault(error)}") from error


def _fault(error: Exception) -> str:
    """Return what is wrong with the file, as far as the error says it."""
    said = str(error.args[0]) if error.args else ""
    if isinstance(error, _ABOUT_FILES) or (type(error) is RuntimeError and "encrypted" in said):
        return error.msg if isinstance(error, SyntaxError) else said
    if isinstance(error, KeyError) and said.startswith("There is no item named"):
        return said
    return "a part of it cannot be read"


def _merged(package: BytesIO, sheet: Any) -> dict[int, list[tuple[int, int]]]:
    """Return the merged areas of a sheet with several rows, by first row (from 1), as pairs of column (from 0) and last row.

    openpyxl does not give them when it reads row by row.
    """
    from openpyxl.utils import column_index_from_string

    with ZipFile(package) as parts:
        found = _MERGED.findall(parts.read(sheet._worksheet_path).decode("utf-8", "replace"))
    areas: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for column, first, last in found:
        if first != last:
            areas[int(first)].append((column_index_from_string(column) - 1, int(last)))
    return areas


def _with_merged(rows: Iterator[Row], areas: Mapping[int, Sequence[tuple[int, int]]]) -> Iterator[Row]:
    """Yield the rows, with the content of the first row of a merged area repeated in its other rows.

    Only the open area of each column is kept, so this takes time in proportion to the cells and the areas.
    """
    if not areas:
        yield from rows
        return
    open_until: dict[int, int] = {}  # the last row of the open area, by column
    held: dict[int, str] = {}  # the content of the open area, by column
    for number, cells in rows:
        for column, cell in enumerate(cells):
            if open_until.get(column, 0) >= number and not cell.strip():
                cells[column] = held[column]
        for column, last in areas.get(number, ()):
            if column < len(cells):
                held[column] = cells[column]
                open_until[column] = max(last, open_until.get(column, 0))
        yield number, cells


def _packed(stream: BinaryIO, name: str) -> bytes:
    held, size, longest = [], 0, most(4)
    for chunk in chunks(stream, name):
        held.append(chunk)
        size += len(chunk)
        if size > longest:
            raise too_much(name, 0, f"{megabytes(longest)} in a workbook")
    return b"".join(held)


def _bilingual(sheets: Sequence[Any], name: str) -> Any:
    """Return the sheet to read, preferably one with several bilingual rows, because a single one can be a title."""
    if not sheets:
        raise FormatError(name, 0, "expected an Excel workbook with a sheet, found none")
    if len(sheets) > 1:
        found = [
            sum(1 for _ in islice((row for _, row in _filled(sheet, name) if has_both(row)), 2)) for sheet in sheets
        ]
        for least in (2, 1):
            if least in found:
                return sheets[found.index(least)]
    return sheets[0]


def _filled(sheet: Any, name: str) -> Iterator[Row]:
    width, held, longest = 0, 0, most(2)
    for number, row in _numbered(sheet, name):
        if not row:  # not in the file
            continue
        held += max(width, len(row))
        if held > longest:
            raise too_much(name, number, f"{longest:,} cells in a sheet", "row")
        cells = ["" if value is None else str(value) for value in row]
        if any(cell.strip() for cell in cells):
            width = max(width, len(cells))
            yield number, cells + [""] * (width - len(cells))  # in the file, a row ends with its last filled cell


def _numbered(sheet: Any, name: str) -> Iterator[tuple[int, tuple[object, ...]]]:
    """Yield the numbered rows of a sheet as openpyxl reads them. An error names the last row that could be read."""
    sheet.reset_dimensions()  # the size that a sheet states is often wrong
    number = 0
    try:
        for row in sheet.iter_rows(values_only=True):
            number += 1
            yield number, row
    except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError) as error:
        where = f"below row {number}" if number else "in its first row"
        raise FormatError(
            name, 0, f"expected a sheet as Excel writes it, found a cell or a setting {where} that cannot be read"
        ) from error
