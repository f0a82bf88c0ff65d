"""Excel workbooks read by openpyxl: the rows of one sheet, every cell as text."""

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


def read(source: Source) -> Iterator[Row]:
    """The filled rows of the first sheet that has rows with Japanese and English in them, or of the first sheet.

    Raises
    ------
    ImportError
        openpyxl is not installed.
    FormatError
        The file is no workbook, once the rows are asked for.
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
            yield from _filled(_bilingual(book.worksheets, name), name)
            book.close()
        except FormatError:
            raise
        except Exception as error:
            # At a broken file openpyxl lets through whatever its parts raise: TypeError, KeyError, zlib.error …
            raise FormatError(name, 0, f"expected an Excel workbook with a sheet: {error}") from error


def _packed(stream: BinaryIO, name: str) -> bytes:
    held, size, longest = [], 0, most(4)
    for chunk in chunks(stream, name):
        held.append(chunk)
        size += len(chunk)
        if size > longest:
            raise too_much(name, 0, f"{megabytes(longest)} in a workbook")
    return b"".join(held)


def _bilingual(sheets: Sequence[Any], name: str) -> Any:
    """The sheet that is read: a single row in both languages can be the title of a cover."""
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
