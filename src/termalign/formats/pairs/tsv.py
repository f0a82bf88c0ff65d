"""Tab-separated values with a pair on each line.

In reading, Japanese and English are the first two columns, or those that a header names. Other columns are ignored. Fields in
quotation marks are read as spreadsheets write them. In writing, there is a header.
"""

import os
from collections.abc import Iterable, Iterator

from termalign.formats.characters import one_cell
from termalign.formats.opening import Source
from termalign.formats.pairs.columns import pairs_of
from termalign.formats.pairs.unit import Unit
from termalign.formats.tables import quoted, table_of
from termalign.formats.writing import created


def read(source: Source) -> Iterator[Unit]:
    """Read the pairs of a TSV file."""
    return pairs_of(source, table_of(source, "\t"))


def write(path: str | os.PathLike[str], pairs: Iterable[tuple[str, str]]) -> None:
    """Write a TSV file. A tab or a line break within a text becomes a space."""
    with created(path) as file:
        file.write("ja\ten\n")
        for ja, en in pairs:
            file.write(f"{quoted(one_cell(ja))}\t{quoted(one_cell(en))}\n")


def write_noted(path: str | os.PathLike[str], units: Iterable[Unit]) -> None:
    """Write a TSV file with a column of notes."""
    with created(path) as file:
        file.write("ja\ten\tnote\n")
        for unit in units:
            cells = (unit.ja, unit.en, unit.note or "")
            file.write("\t".join(quoted(one_cell(cell)) for cell in cells) + "\n")
