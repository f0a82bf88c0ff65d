"""The result of term extraction: terms with their spellings, renderings and examples, which can be written to files."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, overload

from termalign.arguments import checked
from termalign.extraction.table import table
from termalign.formats import workbook_writing
from termalign.formats.catalogue import suffix_of
from termalign.formats.characters import encodable
from termalign.formats.glossaries import comma
from termalign.formats.safe_cells import safe
from termalign.formats.workbook_writing import Cell
from termalign.formats.writing import created
from termalign.model import Span
from termalign.termbase import Glossary, GlossaryEntry

_OWN = {".jsonl": "jsonl", ".html": "html", ".htm": "html"}


@dataclass(frozen=True, slots=True)
class Form:
    """A written form of a term or a rendering, with the number of its occurrences."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Rendering:
    """A rendering of a term.

    Attributes
    ----------
    text : str
        The rendering, singular and in lower case if the texts have this form.
    score : float
        The probability that the rendering is right, in (0, 1).
    count : int
        How often it was found to render the term, including within longer terms.
    kind : str
        The most frequent kind of these links.
    forms : tuple of Form
        The written forms of the rendering in the bitext.
    """

    text: str
    score: float
    count: int
    kind: str
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair that contains a term and its rendering.

    Attributes
    ----------
    unit : str
        The name of the pair in its file, or its number, from 1.
    ja, en : str
        The texts of the pair. A long text is shortened to the part around the term.
    term : Span
        The term in `ja`.
    rendering : Span
        The rendering in `en`.
    """

    unit: str
    ja: str
    en: str
    term: Span
    rendering: Span


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A term extracted from a bitext, with its renderings.

    Attributes
    ----------
    ja : str
        The term in its most frequent spelling.
    variants : tuple of Form
        The other spellings.
    en : tuple of Rendering
        The renderings, most likely first; at least one.
    count : int
        The number of occurrences of the term in the bitext, including those within longer terms.
    units : int
        The number of pairs that contain the term.
    termhood : float
        How specific the term is to this bitext, above 0. The entries of a term base are sorted by termhood.
    examples : tuple of Example
        Pairs that contain the term and its best rendering.
    """

    ja: str
    variants: tuple[Form, ...]
    en: tuple[Rendering, ...]
    count: int
    units: int
    termhood: float
    examples: tuple[Example, ...] = ()


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
        """Yield each entry as a dictionary of plain lists, strings and numbers."""
        return map(asdict, self.entries)

    def to_html(self, *, title: str = "Terms") -> str:
        """Return a self-contained HTML page for reviewing the terms, with search, filters and examples.

        Parameters
        ----------
        title : str
            The title of the page, as plain text.
        """
        from termalign.extraction.page import page

        checked(title, "title")
        return page(self, title)

    def write(self, path: str | os.PathLike[str], format: str | None = None, *, safe_cells: bool = False) -> None:
        """Write the terms to a file.

        Parameters
        ----------
        path : path
            The file. By default, the ending of its name determines the format.
        format : str, optional
            ``jsonl`` with all fields, ``html``, or a glossary format: ``tbx`` ``utx`` ``xlsx`` ``csv`` ``tsv`` and the others
            of `Glossary.write`. ``xlsx`` and ``csv`` also have the probability, count and kind of each rendering, and an
            example with the name of its pair.
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
            workbook_writing.write(path, "terms", table(self, _note), filtered=True)
            return
        if known == "csv":
            comma.write_rows(path, (map(safe, row) if safe_cells else row for row in _texts(table(self, _note))))
            return
        if known not in _OWN.values():
            self.glossary().write(path, format, safe_cells=safe_cells)
            return
        with created(path) as file:
            file.write(self.to_html() if known == "html" else "")
            file.writelines(
                encodable(json.dumps(entry, ensure_ascii=False)) + "\n" for entry in self.to_dicts() if known == "jsonl"
            )


def _texts(rows: Iterable[Sequence[Cell]]) -> Iterator[list[str]]:
    return ([str(cell) for cell in row] for row in rows)


def _note(entry: TermEntry) -> str:
    others = ", ".join(form.text for form in entry.variants)
    return f"×{entry.count}" + (f"; also {others}" if others else "")
