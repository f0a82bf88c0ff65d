"""Tab-separated values: a pair a line.

Read: Japanese and English in the first two columns, or in those that a header names; other columns are passed over. A
field within quotation marks is read as spreadsheets write it. Written: with a header.
"""

import os
from collections.abc import Iterable, Iterator

from termalign.formats.characters import one_cell
from termalign.formats.opening import Source, created
from termalign.formats.pairs.columns import pairs_of
from termalign.formats.pairs.unit import Unit
from termalign.formats.tables import quoted, tsv_rows


def read(source: Source) -> Iterator[Unit]:
    """The pairs of a TSV file."""
    return pairs_of(source, tsv_rows(source), "tab")


def write(path: str | os.PathLike[str], pairs: Iterable[tuple[str, str]]) -> None:
    """Write a TSV file; a tab or a line break within a text becomes a space."""
    with created(path) as file:
        file.write("ja\ten\n")
        for ja, en in pairs:
            file.write(f"{quoted(one_cell(ja))}\t{quoted(one_cell(en))}\n")
