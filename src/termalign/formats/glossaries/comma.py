"""Comma-separated values (RFC 4180), with columns as in tab-separated values."""

import csv
import os
from collections.abc import Iterable, Iterator, Mapping

from termalign.formats.characters import plain
from termalign.formats.delimited import Row, table_of
from termalign.formats.glossaries.columns import Read, table_of_entries, terms_of
from termalign.formats.glossaries.entry import GlossaryEntry
from termalign.formats.opening import Source
from termalign.formats.writing import created


def read(source: Source, columns: Mapping[str, str] | None = None) -> Iterator[Read]:
    """Read the terms of a CSV file."""
    return terms_of(source, rows(source), columns=columns)


def rows(source: Source) -> Iterator[Row]:
    """Read the rows of a CSV file, including the header."""
    return table_of(source, ",", comments=True).rows


def write(path: str | os.PathLike[str], entries: Iterable[GlossaryEntry]) -> None:
    """Write a CSV file with a header and a record for each rendering."""
    write_rows(path, table_of_entries(entries))


def write_rows(path: str | os.PathLike[str], rows: Iterable[Iterable[str]]) -> None:
    """Write a CSV file with these rows."""
    with created(path) as file:
        plainly = csv.writer(file, lineterminator="\r\n")
        guarded = csv.writer(file, lineterminator="\r\n", quoting=csv.QUOTE_ALL)  # for rows that look like comments
        for row in rows:
            cells = list(map(plain, row))
            (guarded if cells[0].startswith("#") else plainly).writerow(cells)
