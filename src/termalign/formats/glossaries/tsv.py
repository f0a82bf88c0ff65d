"""Tab-separated values: Japanese, English, note.

Several English forms go on several lines, or in one field with ``|`` or ``;`` between them. A header may reorder the
columns; empty lines and lines that begin with ``#`` are skipped.
"""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from termalign.formats.characters import one_cell
from termalign.formats.glossaries.columns import rows_of, terms_of
from termalign.formats.opening import Source
from termalign.formats.tables import Row, quoted, table_of
from termalign.formats.writing import created

if TYPE_CHECKING:
    from termalign.formats.glossaries.glossary import GlossaryEntry


def read(source: Source) -> Iterator[tuple[str, str, str]]:
    """The terms of a TSV file."""
    return terms_of(source, rows(source))


def rows(source: Source) -> Iterator[Row]:
    """The rows of it, with the header."""
    return table_of(source, "\t", comments=True).rows


def write(path: str | os.PathLike[str], entries: "Iterable[GlossaryEntry]") -> None:
    """Write a TSV file with a header, a line a rendering; a tab or a line break becomes a space."""
    with created(path) as file:
        file.write("ja\ten\tnote\n")
        for row in rows_of(entries):
            file.write("\t".join(quoted(one_cell(cell)) for cell in row) + "\n")
