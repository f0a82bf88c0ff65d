"""Terms out of the rows of a table, and rows out of entries."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from termalign.formats.errors import FormatError
from termalign.formats.languages import columns_of
from termalign.formats.opening import Source, name_of
from termalign.formats.tables import Row

if TYPE_CHECKING:
    from termalign.formats.glossaries.glossary import GlossaryEntry

_ALTERNATIVES = re.compile(r"\s*[|;｜；]\s*")


def terms_of(
    source: Source, rows: Iterable[Row], *, alternatives: bool = True, unit: str = "line"
) -> Iterator[tuple[str, str, str]]:
    """Japanese, English and note of every row but the header; `alternatives`: one field may hold several forms."""
    columns: dict[str, list[int]] | None = None
    for number, row in rows:
        if columns is None:
            columns = columns_of(row)
            if columns is not None:
                continue
            columns = {"ja": [0], "en": [1], "note": [2]}
        ja, english, notes = (
            [row[k].strip() for k in columns[kind] if k < len(row) and row[k].strip()] for kind in ("ja", "en", "note")
        )
        forms = [form for cell in english for form in (_ALTERNATIVES.split(cell) if alternatives else [cell]) if form]
        if not ja or not forms:
            missing = "an English rendering" if ja else "a Japanese term"
            raise FormatError(
                name_of(source),
                number,
                "expected a Japanese term, then its English (tab-separated, in a .csv file comma-separated); "
                f"{missing} is missing in {' ⇥ '.join(row)[:80]!r}",
                unit,
            )
        for form in forms:
            yield ja[0], form, " ".join(notes)


def rows_of(entries: "Iterable[GlossaryEntry]") -> Iterator[tuple[str, str, str]]:
    """A row for each rendering; the note stands in an entry's first."""
    for entry in entries:
        for k, en in enumerate(entry.en):
            yield entry.ja, en, "" if k else entry.note


def preferred(entries: "Iterable[GlossaryEntry]") -> Iterator[tuple[str, str]]:
    """Each term with its first rendering."""
    return ((entry.ja, entry.en[0]) for entry in entries)
