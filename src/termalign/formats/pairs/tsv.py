"""Tab-separated values with a pair on each line.

In reading, Japanese and English are the first two columns, or those that a header names. A header may also name columns
with the names of the pairs and with notes; others are ignored. In writing, there is a header.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from termalign.formats.characters import one_cell
from termalign.formats.delimited import quoted, table_of
from termalign.formats.opening import Source
from termalign.formats.pairs.columns import Told, pairs_of
from termalign.formats.pairs.unit import Unit
from termalign.formats.writing import created


def read(source: Source, columns: Mapping[str, str] | None = None, told: Told | None = None) -> Iterator[Unit]:
    """Read the pairs of a TSV file."""
    return pairs_of(source, table_of(source, "\t"), columns, told)


def write(path: str | os.PathLike[str], rows: Iterable[Sequence[str]], columns: Sequence[str] = ("ja", "en")) -> None:
    """Write a TSV file. A tab or a line break within a text becomes a space."""
    with created(path) as file:
        file.write("\t".join(columns) + "\n")
        for row in rows:
            file.write("\t".join([quoted(one_cell(cell)) for cell in row]) + "\n")
