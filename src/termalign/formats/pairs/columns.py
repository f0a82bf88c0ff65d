"""Conversion of the rows of a table to pairs."""

from collections.abc import Iterator

from termalign.formats.delimited import Table
from termalign.formats.errors import FormatError
from termalign.formats.languages import bare, fuzzy_of, ids_of
from termalign.formats.layout import laid_out, surplus
from termalign.formats.opening import Source, name_of
from termalign.formats.pairs.unit import State, Unit


def pairs_of(source: Source, table: Table, unit: str = "line") -> Iterator[Unit]:
    """Yield the Japanese and English of all rows except the header, with the name and the note if they have columns."""
    layout, rows = laid_out(row for row in table.rows if not _is_comment(row[1]))
    ja, en, fuzzy = layout.ja[0], layout.en[0], fuzzy_of(layout.header)
    names = ids_of(layout.header) or layout.codes
    for number, row in rows:
        if len(row) <= max(ja, en):
            raise FormatError(
                name_of(source),
                number,
                f"expected {max(ja, en) + 1} {table.separator}-separated fields with Japanese and English, "
                f"found {' ⇥ '.join(row)[:80]!r}",
                unit,
            )
        if unit == "line" and (problem := surplus(layout, row)):
            raise FormatError(name_of(source), number, problem)
        note = " ".join(row[k] for k in layout.note if k < len(row) and row[k].strip()) if layout.noted else None
        name = next((row[k].strip() for k in names if k < len(row) and row[k].strip()), "")
        state: State = "fuzzy" if fuzzy is not None and row[fuzzy : fuzzy + 1] and bare(row[fuzzy]) == "true" else ""
        yield Unit(row[ja], row[en], name, note, state, line=number if unit == "line" else 0)


def _is_comment(row: list[str]) -> bool:
    """Return whether a row is a comment in a glossary: a line that begins with # and is not a pair."""
    return len(row) == 1 and row[0].startswith("#")
