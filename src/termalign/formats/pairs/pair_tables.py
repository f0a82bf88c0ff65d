"""Tables with a pair in each row.

In reading, Japanese and English are the first two columns, or those that a header names. A header may also name columns
with the names of the pairs and with notes; others are ignored. In writing, there is a header.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from termalign.formats.delimited import Table
from termalign.formats.errors import FormatError
from termalign.formats.faults import peeked
from termalign.formats.languages import bare, fuzzy_of, ids_of
from termalign.formats.layout import Layout, Row, laid_out, named_layout, only_codes, surplus
from termalign.formats.opening import Source, name_of
from termalign.formats.pairs.unit import Unit
from termalign.formats.table_files import read_table, unit_of, write_table

Told = Callable[[Mapping[str, str]], object]
"""A function that is called with the names of the columns that are read, by role, if a table has more than two."""

#: The roles of the columns of a bitext. The first two must have a column.
ROLES = ("ja", "en", "id", "note")


class TableOfPairs(NamedTuple):
    """A bitext in one of the formats of tables."""

    name: str

    def read(
        self, source: Source, columns: Mapping[str, str] | None = None, told: Told | None = None
    ) -> Iterator[Unit]:
        """Read the pairs of a table, or raise an ImportError if it is a workbook and openpyxl is not installed."""
        return pairs_of(source, read_table(source, self.name), columns, told, unit=unit_of(self.name))

    def write(self, path: str | os.PathLike[str], rows: Iterable[Sequence[str]], columns: Sequence[str]) -> None:
        """Write rows below a header with these columns."""
        write_table(path, self.name, "bitext", chain([columns], rows))


TSV, CSV, XLSX = TableOfPairs("tsv"), TableOfPairs("csv"), TableOfPairs("xlsx")


def pairs_of(
    source: Source,
    table: Table,
    columns: Mapping[str, str] | None = None,
    told: Told | None = None,
    *,
    unit: str = "line",
) -> Iterator[Unit]:
    """Yield the Japanese and English of all rows except the header, with the name and the note if they have columns.

    `columns` maps roles (`ROLES`) to names in the header.
    """
    texts = (row for row in table.rows if not _is_comment(row[1]))
    layout, rows = named_layout(name_of(source), texts, columns) if columns else laid_out(texts)
    places = _Places.of(layout, columns)
    width, rows = _width(name_of(source), layout, rows)
    if told is not None and width > len(("ja", "en")):
        read = {"ja": places.ja, "en": places.en, **dict(zip(("id",), places.ids, strict=False))}
        told({role: layout.title(k) for role, k in read.items()})
    for number, row in rows:
        if problem := _problem(row, layout, table.separator, unit):
            raise FormatError(name_of(source), number, problem, unit)
        yield places.unit(row, number if unit == "line" else 0)


class _Places(NamedTuple):
    """The columns of a table by role."""

    ja: int
    en: int
    ids: Sequence[int]  # the first that is filled names the pair
    notes: Sequence[int] | None
    fuzzy: int | None

    @classmethod
    def of(cls, layout: Layout, columns: Mapping[str, str] | None) -> "_Places":
        """Return the columns of a layout. `columns` may name that of the names of the pairs."""
        ja, en = layout.ja[0], layout.en[0]
        ids = _named(layout, columns) or ids_of(layout.header) or [k for k in layout.codes if k not in (ja, en)]
        return cls(ja, en, ids, layout.note if layout.noted else None, fuzzy_of(layout.header))

    def unit(self, row: Sequence[str], line: int) -> Unit:
        """Return the pair in a row."""
        note = None if self.notes is None else " ".join(_filled(row, self.notes))
        name = next(map(str.strip, _filled(row, self.ids)), "")
        is_fuzzy = self.fuzzy is not None and bare("".join(_filled(row, [self.fuzzy]))) == "true"
        return Unit(row[self.ja], row[self.en], name, note, "fuzzy" if is_fuzzy else "", line=line)


def _filled(row: Sequence[str], columns: Iterable[int]) -> Iterator[str]:
    """Yield the cells of a row in these columns that are not blank."""
    return (row[k] for k in columns if k < len(row) and row[k].strip())


def _problem(row: list[str], layout: Layout, separator: str, unit: str) -> str | None:
    """Return what is wrong with the number of fields of a row, if anything is."""
    needed = max(layout.ja[0], layout.en[0]) + 1
    if len(row) < needed:
        fields = f"{needed} {separator}-separated fields with Japanese and English"
        return f"expected {fields}, found {' ⇥ '.join(row)[:80]!r}"
    return surplus(layout, row) if unit == "line" else None


def _width(name: str, layout: Layout, rows: Iterator[Row]) -> tuple[int, Iterator[Row]]:
    """Return the number of columns in the header and the first rows, and all rows. A table without English is an error."""
    sample, rows = peeked(rows)
    first = [row for _, row in sample]
    if problem := only_codes(layout, first):
        raise FormatError(name, 0, problem)
    return max(map(len, [layout.header, *first])), rows


def _named(layout: Layout, columns: Mapping[str, str] | None) -> list[int]:
    """Return the column of the names of the pairs, if the caller names it."""
    wanted = bare((columns or {}).get("id", ""))
    return [k for k, title in enumerate(layout.header) if wanted and bare(title) == wanted][:1]


def _is_comment(row: list[str]) -> bool:
    """Return whether a row is a comment in a glossary: a line that begins with # and is not a pair."""
    return len(row) == 1 and row[0].startswith("#")
