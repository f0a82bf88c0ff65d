"""A user's glossary: Japanese terms and the English wanted for them, from pairs or from a file."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Union

from termalign.arguments import checked, no_frame
from termalign.formats import pairs
from termalign.formats.catalogue import Format, check_safe_cells, chosen, suffix_of
from termalign.formats.errors import FormatError
from termalign.formats.glossaries.columns import japanese_of
from termalign.formats.limits import megabytes, most, too_much
from termalign.formats.opening import Source, name_of
from termalign.formats.safe_cells import safe

FORMATS = (
    Format("tsv", "tab-separated values", (".tsv",), "termalign.formats.glossaries.tsv"),
    Format("csv", "comma-separated values", (".csv",), "termalign.formats.glossaries.comma"),
    Format("tbx", "TBX, written as TBX-Basic v2", (".tbx",), "termalign.formats.glossaries.tbx"),
    Format("tbx3", "TBX v3, ISO 30042:2019", (), "termalign.formats.glossaries.tbx3"),
    Format("utx", "UTX 1.11", (".utx",), "termalign.formats.glossaries.utx"),
    Format("omegat", "OmegaT's glossaries", (".txt", ".utf8", ".tab"), "termalign.formats.glossaries.omegat"),
    Format("xlsx", "Excel workbooks", (".xlsx", ".xlsm"), "termalign.formats.glossaries.xlsx"),
    Format("deepl", "DeepL's CSV or TSV", (), "termalign.formats.glossaries.deepl"),
    Format("google", "Google's unidirectional CSV or TSV", (), "termalign.formats.glossaries.google"),
    Format("google-sets", "Google's equivalent term sets", (), "termalign.formats.glossaries.google_sets"),
)
# Bitexts are read as well; a table is read as a glossary.
_READ = (*FORMATS, *(bitext for bitext in pairs.FORMATS if bitext.name not in {known.name for known in FORMATS}))


class GlossaryError(FormatError):
    """A glossary file has records that cannot be read.

    Attributes
    ----------
    good : Glossary
        The records read before the first bad one.
    """

    def __init__(self, path: object, line: int, problem: str, unit: str, good: "Glossary") -> None:
        super().__init__(path, line, problem, unit)
        self.good = good

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.path, self.line, self.problem, self.unit, self.good)


class GlossaryEntry(NamedTuple):
    """One Japanese term."""

    ja: str
    """The term."""
    en: tuple[str, ...]
    """Its English renderings, the preferred one first; at least one."""
    note: str = ""
    """A remark, or ``""``."""


Record = Mapping[str, str | Sequence[str]]
"""A pair by names: ``{"ja": …, "en": …}``, with a ``"note"`` if there is one; other members are passed over."""

GlossaryLike = Union["Glossary", Record, Iterable[tuple[str, str] | tuple[str, str, str] | Record], str, Path]

_A_TERM = 64  # what one is held to be worth in code points, however short
_NAMES = frozenset({"ja", "en", "note"})


@dataclass(frozen=True, slots=True, repr=False)
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

    def __repr__(self) -> str:
        return f"Glossary({len(self):,} terms)"

    def __len__(self) -> int:
        return len(self.entries)

    @classmethod
    def from_pairs(cls, pairs: "Iterable[tuple[str, str] | tuple[str, str, str]]") -> "Glossary":
        """A glossary of (ja, en) or (ja, en, note): stripped, without empty ones, duplicates merged.

        Raises
        ------
        TypeError
            If one is no such pair; the message says which, counting from 0.
        """
        no_frame(pairs, "the glossary", "give zip(df['ja'], df['en'])")
        english: dict[str, dict[str, None]] = {}
        notes: dict[str, dict[str, None]] = {}
        for number, pair in enumerate(pairs):
            ja, en, note = _three(number, pair)
            if ja.strip() and en.strip():
                english.setdefault(ja.strip(), {})[en.strip()] = None
                notes.setdefault(ja.strip(), {}).update({note.strip(): None} if note.strip() else {})
        return cls(tuple(GlossaryEntry(ja, tuple(forms), "; ".join(notes[ja])) for ja, forms in english.items()))

    @classmethod
    def of(cls, glossary: GlossaryLike) -> "Glossary":
        """A glossary from whatever stands for one: itself, a mapping, pairs, records, or the path of a file.

        Raises
        ------
        TypeError
            If it is none of these; the message names the term or the pair.
        GlossaryError, OSError
            As for `read`.

        Examples
        --------
        >>> Glossary.of([{"ja": "桜", "en": ["cherry", "cherry tree"]}]) == Glossary.of({"桜": ["cherry", "cherry tree"]})
        True
        """
        if isinstance(glossary, Glossary):
            return glossary
        if isinstance(glossary, str | Path):
            return cls.read(glossary)
        if isinstance(glossary, Mapping):
            if {"ja", "en"} <= set(glossary) <= _NAMES:
                raise TypeError(
                    "a glossary's mapping is from terms to English, not from 'ja' and 'en': give [{…}] or pairs"
                )
            return cls.from_pairs(
                (ja, en) for ja, forms in glossary.items() for en in _forms(f"glossary[{ja!r}]", forms)
            )
        if isinstance(glossary, bytes | bytearray) or not isinstance(glossary, Iterable):
            raise TypeError(f"a glossary is a mapping, pairs, records or a path, not {type(glossary).__name__}")
        no_frame(glossary, "the glossary", "give zip(df['ja'], df['en'])")
        return cls.from_pairs(_unrecorded(glossary))

    @classmethod
    def read(cls, path: Source, format: str | None = None) -> "Glossary":
        """Read a glossary file.

        Parameters
        ----------
        path : path or binary stream
            The file, gzip or not, in UTF-8; XML also in what it declares.
        format : str, optional
            ``tsv`` ``csv`` ``tbx`` ``tbx3`` ``utx`` ``omegat`` ``xlsx`` ``deepl`` ``google`` ``google-sets``; without it
            the name's ending tells, and any other name is one of tab-separated values. The formats of bitexts are
            read as well, each pair as a term and its rendering.

        Raises
        ------
        GlossaryError
            At the first record that is not one; its `good` holds those before it.
        ValueError
            The format is unknown.
        ImportError
            For Excel workbooks, if openpyxl is not installed.
        OSError
            The file cannot be read.

        Notes
        -----
        A line of a TSV or CSV file is ``Japanese, English[, note]``; several English forms go on several lines, or
        in one field with ``|`` or ``;`` between them. A header line (``ja  en``) may reorder the columns; empty lines
        and lines that begin with ``#`` are skipped.

        Examples
        --------
        >>> from io import BytesIO
        >>> lines = "ja,en\\n闇バイト,shady part-time job\\n闇バイト,dark gig\\n".encode()
        >>> Glossary.read(BytesIO(lines), format="csv").entries
        (GlossaryEntry(ja='闇バイト', en=('shady part-time job', 'dark gig'), note=''),)
        """
        terms: list[tuple[str, str, str]] = []
        try:
            size, longest = 0, most()
            for number, term in enumerate(read_terms(path, format), 1):
                size += sum(map(len, term)) + _A_TERM
                if size > longest:
                    raise too_much(name_of(path), number, f"{megabytes(longest)} of terms", "term")
                terms.append(term)
        except FormatError as error:
            good = cls.from_pairs(terms)
            raise GlossaryError(error.path, error.line, error.problem, error.unit, good) from None
        return cls.from_pairs(terms)

    def write(self, path: str | os.PathLike[str], format: str | None = None, *, safe_cells: bool = False) -> None:
        """Write a glossary file.

        Parameters
        ----------
        path : path
            The file to write, gzip if its name ends in ``.gz`` (but for workbooks).
        format : str, optional
            As for `read`, bitexts excepted. DeepL's and Google's keep a term's preferred rendering only, and no notes.
        safe_cells : bool
            Put an apostrophe before each cell of TSV or CSV that a spreadsheet would take for a formula.

        Raises
        ------
        FormatError
            The format cannot hold a term.
        ValueError
            The format is unknown, the name does not tell it, or safe cells are asked of another than TSV and CSV.
        OSError
            The file cannot be written; until it is whole, what stood there stays.

        Examples
        --------
        >>> from tempfile import mkdtemp
        >>> Glossary.of({"闇バイト": ["dark gig"]}).write(mkdtemp() + "/terms.tbx")
        """
        known = chosen(path, format, FORMATS)
        entries: Iterable[GlossaryEntry] = self.entries
        if safe_cells:
            check_safe_cells(known)
            entries = (GlossaryEntry(safe(ja), tuple(map(safe, en)), safe(note)) for ja, en, note in entries)
        known.load().write(path, entries)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every term with each of its renderings."""
        return ((entry.ja, en) for entry in self for en in entry.en)


def _three(number: int, pair: object) -> tuple[str, str, str]:
    """A pair with its note, ``""`` for none; `number` names it in errors."""
    members = () if isinstance(pair, str | bytes | Mapping) or not isinstance(pair, Iterable) else tuple(pair)
    if not 2 <= len(members) <= 3 or not all(isinstance(text, str) for text in members):
        raise TypeError(f"a glossary pair is two strings, or three with a note: pair {number} is {pair!r}")
    return members[0], members[1], members[2] if len(members) == 3 else ""


def _unrecorded(pairs: Iterable[object]) -> Iterator[Any]:
    """The pairs, records made into pairs."""
    for number, pair in enumerate(pairs):
        if not isinstance(pair, Mapping):
            yield pair
            continue
        what = f"record {number} of the glossary"
        if not {"ja", "en"} <= set(pair):
            raise TypeError(f"{what} must have 'ja' and 'en': {dict(pair)!r}")
        checked(pair["ja"], f"{what}: ja")
        note = pair.get("note")
        missing = note is None or note != note  # NaN, which frames put in its place
        for en in _forms(f"{what}: en", pair["en"]):
            yield pair["ja"], en, "" if missing else note


def _forms(what: str, forms: object) -> list[str]:
    """The English of one term; `what` names it in errors."""
    found: list[Any] = [forms] if isinstance(forms, str) or not isinstance(forms, Iterable) else list(forms)
    if isinstance(forms, bytes | Mapping) or not all(isinstance(form, str) for form in found):
        raise TypeError(f"{what} must be str or a list of str, not {forms!r}")
    return found


def japanese_terms(path: str | os.PathLike[str]) -> list[str] | None:
    """The Japanese terms of a file that its name says is a glossary or a bitext, each once; None for any other file.

    Names that plain lists have as well, such as ``terms.txt``, say nothing. A table need have no English.

    Raises
    ------
    FormatError
        The file is not what its name says.
    """
    suffix = suffix_of(path)
    known = next((known for known in _READ if suffix in known.suffixes and known.name != "omegat"), None)
    if known is None:
        return None
    module = known.load()
    if hasattr(module, "rows"):
        terms = japanese_of(module.rows(path))
    else:
        terms = (ja.strip() for ja, _, _ in read_terms(path, known.name))
    return [term for term in dict.fromkeys(terms) if term]


def read_terms(path: Source, format: str | None = None) -> Iterator[tuple[str, str, str]]:
    """(ja, en, note) for every English form of every record of a glossary file, as `Glossary.read` reads them."""
    known = chosen(path, format, _READ, "tsv")
    if known in FORMATS:
        terms: Iterator[tuple[str, str, str]] = known.load().read(path)
        return terms
    return ((ja, en, "") for ja, en in pairs.read_pairs(path, known.name))
