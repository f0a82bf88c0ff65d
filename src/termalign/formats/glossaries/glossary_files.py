"""The files that glossaries are kept in."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from termalign.formats import pairs
from termalign.formats.catalogue import Format, check_safe_cells, chosen, suffix_of
from termalign.formats.errors import FormatError
from termalign.formats.glossaries.columns import FURTHER, Columns, Read, japanese_of
from termalign.formats.glossaries.entry import Form, GlossaryEntry, entries_of, with_safe_texts
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
_TABLES = ("tsv", "csv", "xlsx")
_ROLES = {"ja", "en", "note", *FURTHER}
_A_TERM = 64  # what one is held to be worth in code points, however short
_READ = (*FORMATS, *(bitext for bitext in pairs.FORMATS if bitext.name not in {known.name for known in FORMATS}))


class GlossaryError(FormatError):
    """A glossary file has records that cannot be read.

    Attributes
    ----------
    good : tuple of GlossaryEntry
        What was read before.
    """

    def __init__(self, path: object, line: int, problem: str, unit: str, good: tuple[GlossaryEntry, ...]) -> None:
        super().__init__(path, line, problem, unit)
        self.good = good

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.path, self.line, self.problem, self.unit, self.good)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a glossary file gave.

    Attributes
    ----------
    forms : int
        How many renderings of terms the file has.
    skipped : tuple of FormatError
        What is wrong with each of the others; ``line`` says where.
    columns : dict of str to str
        Of a table: ``ja`` ``en`` ``note`` ``status`` … → what the header calls the column.
    guessed : bool
        No header says which column is Japanese and which English: the script of the rows does.
    """

    forms: int = 0
    skipped: tuple[FormatError, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    guessed: bool = False

    def __str__(self) -> str:
        said = [f"{_counted(self.forms, 'rendering')} read"]
        if self.skipped:
            said.append(f"{_counted(len(self.skipped), 'record')} left out")
        if self.columns:
            shown = ", ".join(f"{role}={title}" for role, title in self.columns.items())
            said.append(f"columns {shown}" + (" (told by script)" if self.guessed else ""))
        return "; ".join(said)


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def read_entries(
    path: Source, format: str | None = None, *, columns: Mapping[str, str] | None = None, strict: bool = False
) -> tuple[tuple[GlossaryEntry, ...], Reading]:
    """The entries of a glossary file, and what there is to say of them; see `termalign.Glossary.read`."""
    forms: list[Form] = []
    skipped: list[FormatError] = []
    told = Columns({}, False)
    size, longest = 0, most()
    try:
        for number, found in enumerate(_read(path, format, columns), 1):
            if isinstance(found, Columns):
                told = found
            elif isinstance(found, FormatError):
                if strict:
                    raise found
                skipped.append(found)
            else:
                forms.append(found)
                size += len(found.ja) + len(found.en) + len(found.note) + len(found.definition) + _A_TERM
                if size > longest:
                    raise too_much(name_of(path), number, f"{megabytes(longest)} of terms", "term")
    except FormatError as error:
        raise GlossaryError(error.path, error.line, error.problem, error.unit, entries_of(forms)) from None
    if skipped and not forms:  # nothing of it is a glossary
        first = skipped[0]
        raise GlossaryError(first.path, first.line, first.problem, first.unit, ())
    return entries_of(forms), Reading(len(forms), tuple(skipped), told.names, told.guessed)


def _read(path: Source, format: str | None, columns: Mapping[str, str] | None) -> Iterator[Read]:
    known = chosen(path, format, _READ, "tsv")
    if known not in FORMATS:
        return (Form(ja, en) for ja, en in pairs.read_pairs(path, known.name))
    read: Iterator[Read]
    if columns:
        if known.name not in _TABLES:
            raise ValueError(f"columns are for tables ({', '.join(_TABLES)}), not for {known.name}")
        if not {"ja", "en"} <= set(columns) <= _ROLES:
            raise ValueError(f"columns name 'ja' and 'en', and perhaps {', '.join(sorted(_ROLES - {'ja', 'en'}))}")
        read = known.load().read(path, columns)
    else:
        read = known.load().read(path)
    return read


def write_entries(
    path: str | os.PathLike[str],
    entries: Iterable[GlossaryEntry],
    format: str | None = None,
    *,
    safe_cells: bool = False,
) -> None:
    """Write entries as a glossary file; see `termalign.Glossary.write`."""
    known = chosen(path, format, FORMATS)
    if safe_cells:
        check_safe_cells(known)
        entries = (with_safe_texts(entry, safe) for entry in entries)
    known.load().write(path, entries)


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
        terms = (found.ja.strip() for found in _read(path, known.name, None) if isinstance(found, Form))
    return [term for term in dict.fromkeys(terms) if term]
