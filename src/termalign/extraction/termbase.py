"""The result of term extraction: terms in order, which can be written to files."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, overload

from termalign.arguments import checked
from termalign.extraction.review_page import page
from termalign.extraction.term_entry import TermEntry
from termalign.formats import workbook_writing
from termalign.formats.catalogue import suffix_of
from termalign.formats.characters import encodable
from termalign.formats.glossaries.columns import EXTRACTED
from termalign.formats.table_files import safe, write_table
from termalign.formats.workbook_writing import Cell
from termalign.formats.writing import created
from termalign.termbase import Glossary, GlossaryEntry

_HEADER = ("ja", "en", "status", "note", *EXTRACTED)
_OWN = {".jsonl": "jsonl", ".html": "html", ".htm": "html"}


@dataclass(frozen=True, slots=True)
class Termbase:
    """The terms of a bitext, best first.

    A term base is a sequence of its entries, and can be passed wherever a glossary can.

    Attributes
    ----------
    entries : tuple of TermEntry
        The terms with their renderings.
    units : int
        The number of pairs that were read.

    Examples
    --------
    >>> from termalign import extract
    >>> found = extract([("桜島が噴火した。", "Sakurajima erupted."), ("桜島の火口", "the crater of Sakurajima")])
    >>> [(entry.ja, entry.en[0].text, entry.units) for entry in found][0]
    ('桜島', 'Sakurajima', 2)
    """

    entries: tuple[TermEntry, ...] = ()
    units: int = 0

    def __iter__(self) -> Iterator[TermEntry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @overload
    def __getitem__(self, k: int) -> TermEntry: ...
    @overload
    def __getitem__(self, k: slice) -> tuple[TermEntry, ...]: ...
    def __getitem__(self, k: int | slice) -> TermEntry | tuple[TermEntry, ...]:
        return self.entries[k]

    def glossary(self) -> Glossary:
        """Return the terms as a glossary. The note of an entry gives the count and the other spellings."""
        return Glossary(tuple([GlossaryEntry(e.ja, tuple([r.text for r in e.en]), _note(e)) for e in self.entries]))

    def to_dicts(self) -> Iterator[dict[str, Any]]:
        """Yield each entry as a dictionary of plain lists, strings and numbers, with the note that it has in a glossary."""
        return (asdict(entry) | {"note": _note(entry)} for entry in self.entries)

    def to_html(self, *, title: str = "Terms") -> str:
        """Return a self-contained HTML page for reviewing the terms, with search, filters and examples.

        Parameters
        ----------
        title : str
            The title of the page, as plain text.
        """
        checked(title, "title")
        return page(self.entries, self.units, title)

    def write(self, path: str | os.PathLike[str], format: str | None = None, *, safe_cells: bool = False) -> None:
        """Write the terms to a file.

        Parameters
        ----------
        path : path
            The file. By default, the ending of its name determines the format.
        format : str, optional
            ``jsonl`` with all fields, ``html``, or a glossary format: ``tbx`` ``utx`` ``xlsx`` ``csv`` ``tsv`` and the others
            of `Glossary.write`. ``xlsx`` and ``csv`` also have the status, probability, count and kind of each rendering, and an
            example with the name of its pair; the likeliest rendering of a term is preferred, the others are admitted.
        safe_cells : bool
            As for `Glossary.write`.

        Raises
        ------
        ValueError
            If the format is unknown, or cannot be determined from the name.
        FormatError
            If the format cannot represent a term.
        OSError
            If the file cannot be written.
        """
        suffix = suffix_of(path)
        known = format or _OWN.get(suffix) or suffix.removeprefix(".")
        if known == "xlsx" and not safe_cells:
            workbook_writing.write(path, "terms", _table(self), filtered=True)
            return
        if known == "csv":
            rows = (list(map(str, row)) for row in _table(self))
            write_table(path, "csv", "terms", (list(map(safe, row)) if safe_cells else row for row in rows))
            return
        if known not in _OWN.values():
            self.glossary().write(path, format, safe_cells=safe_cells)
            return
        with created(path) as file:
            file.write(self.to_html() if known == "html" else "")
            file.writelines(
                encodable(json.dumps(entry, ensure_ascii=False)) + "\n" for entry in self.to_dicts() if known == "jsonl"
            )


def _table(entries: Iterable[TermEntry]) -> Iterator[tuple[Cell, ...]]:
    """Yield a header, and a row for each rendering; the first of a term is preferred, and has its first example."""
    yield _HEADER
    for entry in entries:
        for k, en in enumerate(entry.en):
            shown = [] if k else entry.examples[:1]
            example = [(one.unit, one.ja, one.en) for one in shown] or [("", "", "")]
            status = "admitted" if k else "preferred"
            yield (entry.ja, en.text, status, _note(entry), round(en.score, 2), en.count, en.kind, *example[0])


def _note(entry: TermEntry) -> str:
    others = ", ".join(form.text for form in entry.variants)
    return f"×{entry.count}" + (f"; also {others}" if others else "")
