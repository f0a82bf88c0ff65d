"""Excel workbooks read by openpyxl: the rows of one sheet, every cell as text."""

import warnings
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Any

from termalign.formats.errors import FormatError
from termalign.formats.extra import required
from termalign.formats.layout import Row, has_both
from termalign.formats.opening import Source, chunks, name_of, opened


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
