"""Excel workbooks, by openpyxl: the rows of one sheet, every cell as text."""

import os
import warnings
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Any

from termalign.formats.characters import storable
from termalign.formats.errors import FormatError
from termalign.formats.extra import required
from termalign.formats.faults import UpToFault
from termalign.formats.layout import Row, has_both
from termalign.formats.opening import Source, chunks, name_of, opened
from termalign.formats.writing import written

_LONGEST = 32_767  # what Excel holds in a cell, in units of UTF-16
_MOST = 1 << 20  # rows of a sheet


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
        whole = BytesIO(b"".join(chunks(stream, name)))  # a zip file is read from its end
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of styles and the like, which do not matter here
                book = openpyxl.load_workbook(whole, read_only=True, data_only=True)
            yield from _filled(_bilingual(book.worksheets))
            book.close()
        except Exception as error:
            # At a broken file openpyxl lets through whatever its parts raise: TypeError, KeyError, zlib.error …
            raise FormatError(name, 0, f"expected an Excel workbook with a sheet: {error}") from error


def _bilingual(sheets: Sequence[Any]) -> Any:
    """The sheet that is read: a single row in both languages can be the title of a cover."""
    if len(sheets) > 1:
        found = [sum(1 for _ in islice((row for _, row in _filled(sheet) if has_both(row)), 2)) for sheet in sheets]
        for least in (2, 1):
            if least in found:
                return sheets[found.index(least)]
    return sheets[0]


def _filled(sheet: Any) -> Iterator[Row]:
    sheet.reset_dimensions()  # what a sheet says of its own size is often wrong
    width = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        cells = ["" if value is None else str(value) for value in row]
        if any(cell.strip() for cell in cells):
            width = max(width, len(cells))
            yield number, cells + [""] * (width - len(cells))  # a row ends with its last filled cell


def write(path: str | os.PathLike[str], title: str, rows: Iterable[Sequence[str]]) -> None:
    """Write a workbook of one sheet; every cell is text, also one that begins with ``=``.

    Raises
    ------
    ImportError
        openpyxl is not installed.
    FormatError
        A cell or the sheet is longer than Excel allows; the rows before that are written.
    """
    openpyxl = required("openpyxl", "an Excel workbook")
    from openpyxl.cell import WriteOnlyCell

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(title)
    fitting = UpToFault(_fitting(path, rows), FormatError)
    with written(path) as file:
        try:
            for row in fitting:
                cells = [WriteOnlyCell(sheet, text) for text in row]
                for cell in cells:
                    cell.data_type = "s"
                sheet.append(cells)
        finally:
            whole = BytesIO()
            book.save(whole)  # in any case: this is what removes openpyxl's own temporary file
        file.write(whole.getbuffer())
    fitting.settled()


def _fitting(path: str | os.PathLike[str], rows: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    for number, row in enumerate(rows, 1):
        if number > _MOST:
            raise FormatError(path, number, f"expected at most {_MOST:,} rows", "row")
        cells = [storable(text) for text in row]
        if any(len(text.encode("utf-16-le")) > 2 * _LONGEST for text in cells):
            raise FormatError(path, number, f"expected at most {_LONGEST:,} characters in a cell", "row")
        yield cells
