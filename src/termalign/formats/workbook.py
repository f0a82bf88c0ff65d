"""Reading of Excel workbooks with openpyxl: the rows of one sheet, with every cell as text."""

import re
import warnings
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import islice
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from termalign.extras import missing
from termalign.formats.errors import FormatError
from termalign.formats.layout import Row, has_both, has_japanese
from termalign.formats.limits import megabytes, most, too_much
from termalign.formats.opening import Source, chunks, name_of, opened
from termalign.formats.workbook_size import checked
from termalign.warned import warn

_SEVERAL = 2
_MERGED = re.compile(r'<(?:\w+:)?mergeCell\b[^<>]*\bref="([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})"')
# Errors whose text is about the file. The text of others, such as an IndexError, is about the program.
_ABOUT_FILES = (BadZipFile, zlib.error, SyntaxError, NotImplementedError)


def read(source: Source) -> Iterator[Row]:
    """Read the non-empty rows of the first bilingual sheet, else of the first with Japanese, else of the first.

    A UserWarning names other sheets of the same kind. If openpyxl is not installed, it raises an ImportError. If the file is
    not a workbook, reading the rows raises a `FormatError`.
    """
    try:
        import openpyxl
    except ModuleNotFoundError as error:
        if error.name != "openpyxl":
            raise
        raise missing("openpyxl", "formats", "an Excel workbook") from None
    return _rows(openpyxl, source)


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
            sheet = _chosen(book.worksheets, name)
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


def _chosen(sheets: Sequence[Any], name: str) -> Any:
    """Return the sheet to read, preferably one with several bilingual rows, because a single one can be a title.

    Other sheets with several such rows (of Japanese, if no sheet is bilingual) are named in a warning.
    """
    if not sheets:
        raise FormatError(name, 0, "expected an Excel workbook with a sheet, found none")
    if len(sheets) == 1:
        return sheets[0]
    for fits in (has_both, has_japanese):
        found = [_first_rows(sheet, name, fits) for sheet in sheets]
        if not any(found):
            continue
        chosen = sheets[found.index(max(found))]
        others = [sheet for sheet, rows in zip(sheets, found, strict=True) if rows == _SEVERAL and sheet is not chosen]
        if others:
            shown = ", ".join(f"“{sheet.title}”" for sheet in others)
            warn(f"{name}: only the sheet “{chosen.title}” is read, not {shown}")
        return chosen
    return sheets[0]


def _first_rows(sheet: Any, name: str, fits: Callable[[Sequence[str]], bool]) -> int:
    """Return the number of rows that fit, but at most `_SEVERAL`."""
    return sum(1 for _ in islice((row for _, row in _filled(sheet, name) if fits(row)), _SEVERAL))


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
