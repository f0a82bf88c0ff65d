"""Excel workbooks, by openpyxl: the first sheet, as a table of Japanese, English and notes.

The first row may be a header that reorders the columns; several English forms go in several rows, or in one cell with
``|`` or ``;`` between them.
"""

import os
import warnings
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from termalign.formats.characters import storable
from termalign.formats.errors import FormatError
from termalign.formats.extra import required
from termalign.formats.glossaries.columns import rows_of, terms_of
from termalign.formats.opening import Source, chunks, name_of, opened
from termalign.formats.tables import Row

if TYPE_CHECKING:
    from termalign.formats.glossaries.glossary import GlossaryEntry


def read(source: Source) -> Iterator[tuple[str, str, str]]:
    """The terms of a workbook.

    Raises
    ------
    ImportError
        openpyxl is not installed.
    """
    openpyxl = required("openpyxl", "an Excel workbook")
    return terms_of(source, _rows(openpyxl, source), unit="row")


def _rows(openpyxl: Any, source: Source) -> Iterator[Row]:
    name = name_of(source)
    with opened(source) as stream:
        whole = BytesIO(b"".join(chunks(stream, name)))  # a zip file is read from its end
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of styles and the like, which do not matter here
                book = openpyxl.load_workbook(whole, read_only=True, data_only=True)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()  # what a sheet says of its own size is often wrong
            for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
                cells = ["" if value is None else str(value) for value in row]
                if any(cell.strip() for cell in cells):
                    yield number, cells
            book.close()
        except Exception as error:
            # At a broken file openpyxl lets through whatever its parts raise: TypeError, KeyError, zlib.error …
            raise FormatError(name, 0, f"expected an Excel workbook with a sheet: {error}") from error


def write(path: str | os.PathLike[str], entries: "Iterable[GlossaryEntry]") -> None:
    """Write a workbook with a header, a row a rendering; every cell is text, also one that begins with ``=``."""
    openpyxl = required("openpyxl", "an Excel workbook")
    from openpyxl.cell import WriteOnlyCell

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("glossary")
    for row in (("ja", "en", "note"), *rows_of(entries)):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, storable(text))
            cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    book.save(path)
