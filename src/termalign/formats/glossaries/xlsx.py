"""Excel workbooks: the first sheet with both languages, as a table of Japanese, English and notes.

The first row may be a header that reorders the columns; several forms go in several rows, or in one cell with ``|`` or
``;`` between them.
"""

import os
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from termalign.formats import workbook, workbook_writing
from termalign.formats.glossaries.columns import rows_of, terms_of
from termalign.formats.layout import Row
from termalign.formats.opening import Source

if TYPE_CHECKING:
    from termalign.formats.glossaries.glossary import GlossaryEntry


def read(source: Source) -> Iterator[tuple[str, str, str]]:
    """The terms of a workbook.

    Raises
    ------
    ImportError
        openpyxl is not installed.
    """
    return terms_of(source, rows(source), unit="row")


def rows(source: Source) -> Iterator[Row]:
    """The rows of it, with the header."""
    return workbook.read(source)


def write(path: str | os.PathLike[str], entries: "Iterable[GlossaryEntry]") -> None:
    """Write a workbook with a header, a row a rendering."""
    workbook_writing.write(path, "glossary", chain([("ja", "en", "note")], rows_of(entries)))
