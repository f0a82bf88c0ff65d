"""Comma-separated values (RFC 4180) with a pair in each record.

In reading, Japanese and English are the first two columns, or those that a header names. A header may also name columns
with the names of the pairs and with notes; others are ignored. In writing, there is a header.
"""

import csv
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from termalign.formats.characters import plain
from termalign.formats.delimited import table_of
from termalign.formats.opening import Source
from termalign.formats.pairs.columns import Told, pairs_of
from termalign.formats.pairs.unit import Unit
from termalign.formats.writing import created


def read(source: Source, columns: Mapping[str, str] | None = None, told: Told | None = None) -> Iterator[Unit]:
    """Read the pairs of a CSV file."""
    return pairs_of(source, table_of(source, ","), columns, told)


def write(path: str | os.PathLike[str], rows: Iterable[Sequence[str]], columns: Sequence[str] = ("ja", "en")) -> None:
    """Write a CSV file, with quotation marks around a field only if necessary."""
    with created(path) as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([plain(cell) for cell in row])
