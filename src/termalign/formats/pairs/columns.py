"""Pairs out of the rows of a table."""

from collections.abc import Iterable, Iterator

from termalign.formats.errors import FormatError
from termalign.formats.languages import columns_of
from termalign.formats.opening import Source, name_of
from termalign.formats.pairs.unit import Unit
from termalign.formats.tables import Row


def pairs_of(source: Source, rows: Iterable[Row], separator: str) -> Iterator[Unit]:
    """Japanese and English of every row but the header."""
    ja, en, first = 0, 1, True
    for number, row in rows:
        if first:
            first = False
            if (columns := columns_of(row)) is not None:
                ja, en = columns["ja"][0], columns["en"][0]
                continue
        if len(row) <= max(ja, en):
            raise FormatError(
                name_of(source),
                number,
                f"expected {max(ja, en) + 1} {separator}-separated fields with Japanese and English, "
                f"found {' ⇥ '.join(row)[:80]!r}",
            )
        yield Unit(row[ja], row[en])
