"""Tab-separated values: Japanese, English, note, and other columns that a header names, such as status and definition.

Several English forms are on several lines, or in one field with ``|`` or ``;`` between them. A header may reorder the
columns. Empty lines and lines that begin with ``#`` are skipped.
"""

import os
from collections.abc import Iterable, Iterator, Mapping

from termalign.formats.characters import one_cell
from termalign.formats.delimited import Row, quoted, table_of
from termalign.formats.glossaries.columns import Read, table_of_entries, terms_of
from termalign.formats.glossaries.entry import GlossaryEntry
from termalign.formats.opening import Source
from termalign.formats.writing import created


def read(source: Source, columns: Mapping[str, str] | None = None) -> Iterator[Read]:
    """Read the terms of a TSV file."""
    return terms_of(source, rows(source), columns=columns)


def rows(source: Source) -> Iterator[Row]:
    """Read the rows of a TSV file, including the header."""
    return table_of(source, "\t", comments=True).rows


def write(path: str | os.PathLike[str], entries: Iterable[GlossaryEntry]) -> None:
    """Write a TSV file with a header and a line for each rendering. A tab or a line break becomes a space."""
    with created(path) as file:
        for row in table_of_entries(entries):
            file.write("\t".join(quoted(one_cell(cell)) for cell in row) + "\n")
