"""The result: terms with their spellings, renderings and examples, and what it can be written as."""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from termalign.formats.catalogue import suffix_of
from termalign.formats.writing import created
from termalign.model import Span
from termalign.termbase import Glossary, GlossaryEntry

_OWN = {".jsonl": "jsonl", ".html": "html", ".htm": "html"}


@dataclass(frozen=True, slots=True)
class Form:
    """A way that a term or a rendering is written, and how often it is."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Rendering:
    """What renders a term.

    Attributes
    ----------
    text : str
        The rendering, in the singular and in lower case where the texts have it so.
    score : float
        The chance that it is right, in (0, 1).
    count : int
        How often it was found to render the term, as a part of longer terms too.
    kind : str
        The kind of most of these links.
    forms : tuple of Form
        How it is written there.
    """

    text: str
    score: float
    count: int
    kind: str
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A place where a term and its rendering stand.

    Attributes
    ----------
    unit : str
        What the pair is called in its file, or its number, from 1.
    ja, en : str
        Its texts, or of long ones what stands around the term.
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
    """A term.

    Attributes
    ----------
    ja : str
        The term, in the most frequent of its spellings.
    variants : tuple of Form
        The other spellings.
    en : tuple of Rendering
        What renders it, the likeliest first; at least one.
    count : int
        How often it stands in the bitext, as a part of longer terms too.
    units : int
        Pairs that it stands in.
    termhood : float
        How much it is a term of this bitext: what entries are ordered by. Above 0.
    examples : tuple of Example
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
    """The terms of a bitext, the best first.

    Attributes
    ----------
    entries : tuple of TermEntry
    units : int
        Pairs that were read.

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

    def glossary(self) -> Glossary:
        """The terms and their renderings as a glossary; a note says how often a term stands there, and how else it is written."""
        return Glossary(tuple([GlossaryEntry(e.ja, tuple([r.text for r in e.en]), _note(e)) for e in self.entries]))

    def to_dicts(self) -> Iterator[dict[str, Any]]:
        """Each entry as plain lists, strings and numbers."""
        return map(asdict, self.entries)

    def to_html(self, *, title: str = "Terms") -> str:
        """A self-contained page to look the terms through: search, filters, examples; nothing is loaded from outside.

        Parameters
        ----------
        title : str
            Plain text.
        """
        from termalign.extraction.page import page

        return page(self, title)

    def write(self, path: str | os.PathLike[str], format: str | None = None, *, safe_cells: bool = False) -> None:
        """Write the terms to a file.

        Parameters
        ----------
        path : path
            The file; its name's ending tells the format if none is given.
        format : str, optional
            ``jsonl``, with all there is, ``html``, or one of a glossary: ``tbx`` ``utx`` ``xlsx`` ``csv`` ``tsv`` and the
            others of `Glossary.write`.
        safe_cells : bool
            As for `Glossary.write`.

        Raises
        ------
        ValueError
            The format is unknown, or the name does not tell it.
        FormatError
            The format cannot hold a term.
        OSError
            The file cannot be written.
        """
        known = format or _OWN.get(suffix_of(path))
        if known not in _OWN.values():
            self.glossary().write(path, format, safe_cells=safe_cells)
            return
        with created(path) as file:
            file.write(self.to_html() if known == "html" else "")
            file.writelines(
                json.dumps(entry, ensure_ascii=False) + "\n" for entry in self.to_dicts() if known == "jsonl"
            )


def _note(entry: TermEntry) -> str:
    others = ", ".join(form.text for form in entry.variants)
    return f"×{entry.count}" + (f"; also {others}" if others else "")
