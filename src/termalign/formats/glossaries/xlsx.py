"""Excel workbooks: the first sheet with both languages, as a table of Japanese, English and notes.

The first row may be a header that reorders the columns. Several forms go in several rows, or in one cell with ``|`` or ``;``
between them.
"""

import os
from collections.abc import Iterable, Iterator, Mapping

from termalign.formats import workbook, workbook_writing
from termalign.formats.glossaries.columns import Read, table_of_entries, terms_of
from termalign.formats.glossaries.entry import GlossaryEntry
from termalign.formats.layout import Row
from termalign.formats.opening import Source


def read(source: Source, columns: Mapping[str, str] | None = None) -> Iterator[Read]:
    """Read the terms of a workbook, or raise an ImportError if openpyxl is not installed."""
    return terms_of(source, rows(source), unit="row", columns=columns)


def rows(source: Source) -> Iterator[Row]:
    """Read the rows of a workbook, including the header."""
    return workbook.read(source)


def write(path: str | os.PathLike[str], entries: Iterable[GlossaryEntry]) -> None:
    """Write a workbook with a header and a row for each rendering."""
    workbook_writing.write(path, "glossary", table_of_entries(entries))
