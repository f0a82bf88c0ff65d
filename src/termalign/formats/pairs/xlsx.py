"""Excel workbooks as bitexts, with a pair in each row.

The first bilingual sheet is read as a table, with every cell as text. A workbook is read whole. In writing, there is one
sheet with a header.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from termalign.formats import workbook, workbook_writing
from termalign.formats.delimited import Table
from termalign.formats.opening import Source
from termalign.formats.pairs.columns import Told, pairs_of
from termalign.formats.pairs.unit import Unit


def read(source: Source, columns: Mapping[str, str] | None = None, told: Told | None = None) -> Iterator[Unit]:
    """Read the pairs of a workbook, or raise an ImportError if openpyxl is not installed."""
    return pairs_of(source, Table("cell", workbook.read(source)), columns, told, unit="row")


def write(path: str | os.PathLike[str], rows: Iterable[Sequence[str]], columns: Sequence[str] = ("ja", "en")) -> None:
    workbook_writing.write(path, "bitext", chain([columns], rows))
