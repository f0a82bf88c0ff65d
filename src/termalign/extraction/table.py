"""A table of extracted terms for a spreadsheet: a glossary with more columns, by which a person filters and sorts."""

from collections.abc import Callable, Iterable, Iterator

from termalign.extraction.entry import TermEntry
from termalign.formats.workbook_writing import Cell

HEADER = ("ja", "en", "note", "probability", "count", "kind", "unit", "example ja", "example en")


def table(entries: Iterable[TermEntry], note: Callable[[TermEntry], str]) -> Iterator[tuple[Cell, ...]]:
    """Yield a header, and a row for each rendering; the first of a term has its first example."""
    yield HEADER
    for entry in entries:
        for k, en in enumerate(entry.en):
            shown = [] if k else entry.examples[:1]
            example = [(one.unit, one.ja, one.en) for one in shown] or [("", "", "")]
            yield (entry.ja, en.text, note(entry), round(en.score, 2), en.count, en.kind, *example[0])
