"""A user's glossary: Japanese terms and the English wanted for them, from pairs or from a TSV or CSV file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Union


class GlossaryError(ValueError):
    """A glossary file has records that cannot be read.

    Attributes
    ----------
    good : Glossary
        The records read before the first bad one.
    """

    def __init__(self, message: str, good: "Glossary") -> None:
        super().__init__(message)
        self.good = good

    def __reduce__(self) -> "tuple[type[GlossaryError], tuple[str, Glossary]]":
        return type(self), (str(self), self.good)


class GlossaryEntry(NamedTuple):
    """One Japanese term.

    Attributes
    ----------
    ja : str
        The term.
    en : tuple of str
        Its English renderings, the preferred one first; at least one.
    note : str
        A remark, or ``""``.
    """

    ja: str
    en: tuple[str, ...]
    note: str = ""


GlossaryLike = Union["Glossary", Mapping[str, str | Sequence[str]], Iterable[tuple[str, str]], str, Path]


@dataclass(frozen=True, slots=True)
class Glossary:
    """Japanese terms with their English renderings: one entry a term, in the order first given.

    Parameters
    ----------
    entries : tuple of GlossaryEntry
        Use `from_pairs` or `of`, which merge duplicates.

    Examples
    --------
    >>> pairs = [("匿流", "Tokuryu"), ("詐欺", "fraud"), ("詐欺", "scam"), ("詐欺", "fraud")]
    >>> glossary = Glossary.from_pairs(pairs)
    >>> [(entry.ja, entry.en) for entry in glossary]
    [('匿流', ('Tokuryu',)), ('詐欺', ('fraud', 'scam'))]
    """

    entries: tuple[GlossaryEntry, ...] = ()

    def __iter__(self) -> Iterator[GlossaryEntry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @classmethod
    def from_pairs(cls, pairs: "Iterable[tuple[str, str] | tuple[str, str, str]]") -> "Glossary":
        """A glossary of (ja, en) or (ja, en, note): stripped, without empty ones, duplicates merged."""
        english: dict[str, dict[str, None]] = {}
        notes: dict[str, dict[str, None]] = {}
        for ja, en, *note in pairs:
            if not isinstance(ja, str) or not isinstance(en, str):
                raise TypeError(f"a glossary pair is two strings, not {ja!r}, {en!r}")
            if ja.strip() and en.strip():
                english.setdefault(ja.strip(), {})[en.strip()] = None
                notes.setdefault(ja.strip(), {}).update(dict.fromkeys(text.strip() for text in note if text.strip()))
        return cls(tuple(GlossaryEntry(ja, tuple(forms), "; ".join(notes[ja])) for ja, forms in english.items()))

    @classmethod
    def of(cls, glossary: GlossaryLike) -> "Glossary":
        """A glossary from whatever stands for one: itself, a mapping, pairs, or the path of a file."""
        if isinstance(glossary, Glossary):
            return glossary
        if isinstance(glossary, str | Path):
            return cls.read(glossary)
        if isinstance(glossary, Mapping):
            return cls.from_pairs(
                (ja, en) for ja, forms in glossary.items() for en in ([forms] if isinstance(forms, str) else forms)
            )
        return cls.from_pairs(glossary)

    @classmethod
    def read(cls, path: str | Path) -> "Glossary":
        """Read a TSV file, or a CSV file if its name ends in ``.csv``, in UTF-8.

        A line is ``Japanese, English[, note]``; several English forms go on several lines, or in one field
        with ``|`` or ``;`` between them. A header line (``ja  en``) may reorder the columns; empty lines and
        lines that begin with ``#`` are skipped.

        Raises
        ------
        GlossaryError
            At the first record that is not one; its `good` holds those before it.
        OSError
            The file cannot be read.
        """
        from termalign.lexicon.tabular import BadRecord, read_pairs

        pairs: list[tuple[str, str, str]] = []
        try:
            for pair in read_pairs(Path(path)):
                pairs.append(pair)
        except BadRecord as error:
            raise GlossaryError(str(error), cls.from_pairs(pairs)) from None
        return cls.from_pairs(pairs)
