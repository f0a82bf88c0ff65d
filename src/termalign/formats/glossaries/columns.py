"""Terms out of the rows of a table, and rows out of entries."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from termalign.formats.errors import FormatError
from termalign.formats.layout import japanese_column, laid_out
from termalign.formats.opening import Source, name_of
from termalign.formats.tables import Row

if TYPE_CHECKING:
    from termalign.formats.glossaries.glossary import GlossaryEntry

_ALTERNATIVES = re.compile(r"\s*[|;｜；]\s*")
_JAPANESE_ALTERNATIVES = re.compile(r"\s*[|;｜；、]\s*")


def terms_of(
    source: Source, rows: Iterable[Row], *, alternatives: bool = True, fixed: bool = False, unit: str = "line"
) -> Iterator[tuple[str, str, str]]:
    """Japanese, English and note of every row but the header.

    Parameters
    ----------
    source : path or binary stream
        For messages.
    rows : iterable of rows
        All of them, with the header.
    alternatives : bool
        One field may hold several forms, with marks between them: each Japanese one takes each English one. A field of
        such marks alone is a form: 、 *comma*.
    fixed : bool
        As for `laid_out`.
    unit : str
        What messages call a row.
    """
    layout, below = laid_out(rows, fixed=fixed)
    for number, row in below:
        japanese, english, notes = (
            [row[k].strip() for k in columns if k < len(row) and row[k].strip()]
            for columns in (layout.ja, layout.en, layout.note)
        )
        terms = _forms(japanese[:1], _JAPANESE_ALTERNATIVES if alternatives else None)
        forms = _forms(english, _ALTERNATIVES if alternatives else None)
        if not terms or not forms:
            missing = "an English rendering" if terms else "a Japanese term"
            raise FormatError(
                name_of(source),
                number,
                "expected a Japanese term, then its English (tab-separated, in a .csv file comma-separated); "
                f"{missing} is missing in {' ⇥ '.join(row)[:80]!r}",
                unit,
            )
        for term in terms:
            for form in forms:
                yield term, form, " ".join(notes)


def _forms(cells: list[str], separators: "re.Pattern[str] | None") -> list[str]:
    if separators is None:
        return cells
    return [form for cell in cells for form in [part for part in separators.split(cell) if part] or [cell]]


def japanese_of(rows: Iterable[Row]) -> Iterator[str]:
    """The Japanese terms of the rows, whether they have English or not."""
    column, below = japanese_column(rows)
    for _, row in below:
        yield from _forms([cell.strip() for cell in row[column : column + 1] if cell.strip()], _JAPANESE_ALTERNATIVES)


def rows_of(entries: "Iterable[GlossaryEntry]") -> Iterator[tuple[str, str, str]]:
    """A row for each rendering; the note stands in an entry's first."""
    for entry in entries:
        for k, en in enumerate(entry.en):
            yield entry.ja, en, "" if k else entry.note


def preferred(entries: "Iterable[GlossaryEntry]") -> Iterator[tuple[str, str]]:
    """Each term with its first rendering."""
    return ((entry.ja, entry.en[0]) for entry in entries)
