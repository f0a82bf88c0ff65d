"""Reading and writing of glossary files in any format."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

import termalign.formats.glossaries.term_records as json_lines
import termalign.formats.pairs as pairs
from termalign.formats.catalogue import Format, check_safe_cells, chosen, suffix_of
from termalign.formats.errors import FormatError, Untranslated
from termalign.formats.glossaries.columns import (
    FURTHER,
    NAME_THEM,
    Columns,
    Locales,
    Read,
    TableColumns,
    columns_of,
    japanese_of,
)
from termalign.formats.glossaries.doubt import Doubt, about_forbidden
from termalign.formats.glossaries.entry import Form, GlossaryEntry, entries_of, with_safe_texts
from termalign.formats.limits import AN_OBJECT, LONGEST_TERM, megabytes, most, too_much
from termalign.formats.opening import Source, name_of, no_text
from termalign.formats.table_files import TABLES, check_columns, safe
from termalign.text.excerpts import MOST_SHOWN

FORMATS = (
    Format("tsv", "tab-separated values", (".tsv",), "termalign.formats.glossaries.columns:TSV"),
    Format("csv", "comma-separated values", (".csv",), "termalign.formats.glossaries.columns:CSV"),
    Format("tbx", "TBX, written as TBX-Basic v2", (".tbx",), "termalign.formats.glossaries.tbx:BASIC2"),
    Format("tbx3", "TBX v3, ISO 30042:2019", (), "termalign.formats.glossaries.tbx:BASIC3"),
    Format("utx", "UTX 1.11", (".utx",), "termalign.formats.glossaries.utx"),
    Format("omegat", "OmegaT's glossaries", (".txt", ".utf8", ".tab"), "termalign.formats.glossaries.omegat"),
    Format("xlsx", "Excel workbooks", (".xlsx", ".xlsm"), "termalign.formats.glossaries.columns:XLSX"),
    Format("deepl", "DeepL's CSV or TSV", (), "termalign.formats.glossaries.services:DEEPL"),
    Format("google", "Google's unidirectional CSV or TSV", (), "termalign.formats.glossaries.services:GOOGLE"),
    Format("google-sets", "Google's equivalent term sets", (), "termalign.formats.glossaries.services:GOOGLE_SETS"),
)
_WITH_LOCALES = ("tbx", "tbx3")
_ROLES = {"ja", "en", "note", *FURTHER}
_MOST_FAULTS = 10_000
_NAME_ONE = (
    "to use one, name it with its role: --columns ROLE={}, where ROLE is forbidden, admitted, status, note, domain …"
)
# Bitexts can be read as well, but a table is always read as a glossary.
_READ = (*FORMATS, *(bitext for bitext in pairs.FORMATS if bitext.name not in {known.name for known in FORMATS}))


class GlossaryError(FormatError):
    """An error for a glossary file that cannot be read further.

    Attributes
    ----------
    good : tuple of GlossaryEntry
        The entries that were read before the error.
    """

    def __init__(self, path: object, line: int, problem: str, unit: str, good: tuple[GlossaryEntry, ...]) -> None:
        super().__init__(path, line, problem, unit)
        self.good = good

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.path, self.line, self.problem, self.unit, self.good)


@dataclass(frozen=True, slots=True)
class Reading:
    """The report on reading a glossary file.

    Attributes
    ----------
    forms : int
        The number of renderings in the file.
    skipped : tuple of FormatError
        The errors of the first ten thousand skipped records; ``line`` is the line of the record.
    left_out : int
        The number of skipped records.
    columns : dict of str to str
        For a table, the names of the columns in the header, by ``ja`` ``en`` ``note`` ``status`` ….
    guessed : bool
        Whether the columns were recognised by the script of the rows, because no header names them.
    doubts : tuple of str
        Parts of the file that may have been misread, such as an unknown status or ``translate``, each with its lines or its term.
    locales : tuple of str
        The codes of Japanese and English in a TBX file, such as ``ja-JP`` and ``en-US``.
    unused : tuple of str
        For a table whose columns were recognised, the names of those that were not read.
    warnings : tuple of str
        The doubts about what may be used: those that are errors if the file is read strictly, and renderings that are approved
        and forbidden.
    """

    forms: int = 0
    skipped: tuple[FormatError, ...] = ()
    left_out: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)
    guessed: bool = False
    doubts: tuple[str, ...] = ()
    locales: tuple[str, str] = ("ja", "en")
    unused: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Say what was read in one line, and in another which columns were not used and how to name them."""
        said = [f"{_counted(self.forms, 'rendering') if self.forms else 'no entry'} read"]
        if self.left_out:
            said.append(f"{_counted(self.left_out, 'record')} left out")
        if self.forms and (self.guessed or any(title.lower() != role for role, title in self.columns.items())):
            shown = ", ".join(f"{role}={title}" for role, title in self.columns.items())
            said.append(f"columns {shown}" + (" (recognised by script)" if self.guessed else ""))
        said += self.doubts[:MOST_SHOWN]
        if len(self.doubts) > MOST_SHOWN:
            said.append(f"{len(self.doubts) - MOST_SHOWN:,} more doubts")
        lines = ["; ".join(said)]
        if self.forms and self.unused:
            shown = ", ".join(self.unused[:MOST_SHOWN]) + (", …" if self.unused[MOST_SHOWN:] else "")
            lines.append(f"columns not used: {shown} ({_NAME_ONE.format(self.unused[0])})")
        return "\n".join(lines)


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def read_entries(
    path: Source, format: str | None = None, *, columns: Mapping[str, str] | None = None, strict: bool = False
) -> tuple[tuple[GlossaryEntry, ...], Reading]:
    """Return the entries of a glossary file and a report on reading it; see `termalign.Glossary.read`."""
    gathered = _Gathered(name_of(path), strict)
    try:
        for found in _read(path, format, columns):
            gathered.add(found)
    except FormatError as error:
        raise GlossaryError(error.path, error.line, error.problem, error.unit, entries_of(gathered.forms)) from None
    gathered.check()
    entries = entries_of(gathered.forms)
    return entries, gathered.reading(entries)


class _Gathered:
    """What has been read of a glossary file."""

    def __init__(self, name: str, strict: bool) -> None:
        self.forms: list[Form] = []
        self._name = name
        self._strict = strict
        self._skipped: list[FormatError] = []
        self._left_out = self._lost = self._size = 0
        self._longest = most()
        self._doubts: dict[str, _Places] = {}
        self._serious: set[str] = set()
        self._columns, self._locales = Columns({}, False), Locales()

    def add(self, found: Read) -> None:
        """Add what a reader yields. If the file is read strictly, an error or a serious doubt ends the reading."""
        if isinstance(found, Form) and len(found.ja) > LONGEST_TERM:
            problem = f"expected a term of at most {LONGEST_TERM:,} characters, found {len(found.ja):,}"
            self._skip(FormatError(self._name, len(self.forms) + 1, problem, "term"))
        elif isinstance(found, Form):
            self.forms.append(found)
            self._size += len(found.ja) + len(found.en) + len(found.note) + len(found.definition) + AN_OBJECT
            if self._size > self._longest:
                raise too_much(self._name, len(self.forms), f"{megabytes(self._longest)} of terms", "term")
        elif isinstance(found, FormatError):
            self._skip(found)
        elif isinstance(found, Doubt):
            self._doubt(found)
        elif isinstance(found, Columns):
            self._columns = found
        else:
            self._locales = found

    def _skip(self, error: FormatError) -> None:
        if self._strict:
            raise error
        self._left_out += 1
        self._lost += not isinstance(error, Untranslated)
        if self._left_out <= _MOST_FAULTS:
            self._skipped.append(error)

    def _doubt(self, doubt: Doubt) -> None:
        if self._strict and doubt.serious:
            raise FormatError(self._name, doubt.number, doubt.what, doubt.unit)
        if doubt.what in self._doubts or len(self._doubts) < _MOST_FAULTS:
            self._doubts.setdefault(doubt.what, _Places(doubt.unit)).add(doubt.number)
            if doubt.serious:
                self._serious.add(doubt.what)

    def check(self) -> None:
        """Raise an error if the file is no glossary, or if it is read strictly and has no entry."""
        if self._skipped and not self.forms:
            first = self._skipped[0]
            raise GlossaryError(first.path, first.line, first.problem, first.unit, ())
        if self._lost > len(self.forms):  # probably in another column
            first = self._skipped[0]
            problem = (
                f"expected a glossary, found {_counted(len(self.forms), 'rendering')} and {_counted(self._lost, 'record')} "
                f"without a term or its English, the first in {first.unit} {first.line}: if the wrong columns are read, "
                f"{NAME_THEM}"
            )
            raise GlossaryError(self._name, 0, problem, "line", ())
        if self._strict and not self.forms:
            raise GlossaryError(self._name, 0, "expected an entry, found none", "line", ())

    def reading(self, entries: Iterable[GlossaryEntry]) -> Reading:
        """Return the report on reading these entries."""
        said = {what: f"{what} ({places})" for what, places in self._doubts.items()}
        forbidden = tuple(islice(about_forbidden(entries), _MOST_FAULTS))
        return Reading(
            len(self.forms),
            tuple(self._skipped),
            self._left_out,
            self._columns.names,
            self._columns.guessed,
            (*said.values(), *forbidden),
            (self._locales.ja, self._locales.en),
            tuple(self._columns.unused),
            (*[said[what] for what in said if what in self._serious], *forbidden),
        )


class _Places:
    """The lines of a doubt. Only the first are shown."""

    def __init__(self, unit: str) -> None:
        self._unit = unit
        self._first: list[int] = []
        self._count = 0

    def add(self, number: int) -> None:
        self._count += 1
        if len(self._first) < MOST_SHOWN:
            self._first.append(number)

    def __str__(self) -> str:
        shown = ", ".join(map(str, self._first))
        more = f" and {self._count - MOST_SHOWN:,} more" if self._count > MOST_SHOWN else ""
        return f"{self._unit}{'s' * (self._count > 1)} {shown}{more}"


def _read(path: Source, format: str | None, columns: Mapping[str, str] | None) -> Iterator[Read]:
    no_text(path)
    known = chosen(path, format, _READ, "tsv")
    check_columns(columns, known.name, _ROLES, partly=True)
    if columns:
        read: Iterator[Read] = known.load().read(path, columns)
        return read
    if known.name == "jsonl":
        return json_lines.read(path)
    if known not in FORMATS:
        return (Form(ja, en) for ja, en in pairs.read_pairs(path, known.name))
    read = known.load().read(path)
    return read


def write_entries(
    path: str | os.PathLike[str],
    entries: Iterable[GlossaryEntry],
    format: str | None = None,
    *,
    safe_cells: bool = False,
    locales: tuple[str, str] = ("ja", "en"),
) -> None:
    """Write entries as a glossary file; see `termalign.Glossary.write`. TBX files have the codes `locales` of both languages."""
    known = chosen(path, format, FORMATS)
    if safe_cells:
        check_safe_cells(known)
        entries = (with_safe_texts(entry, safe) for entry in entries)
    if known.name in _WITH_LOCALES:
        known.load().write(path, entries, Locales(*locales))
    else:
        known.load().write(path, entries)


def table_columns(source: Source, format: str, columns: Mapping[str, str] | None = None) -> TableColumns:
    """Return the columns of a table (`tsv`, `csv` or `xlsx`) by whether they are read. `columns` is as for `read_entries`."""
    known = chosen(source, format, [known for known in FORMATS if known.name in TABLES])
    check_columns(columns, known.name, _ROLES, partly=True)
    return columns_of(known.load().rows(source), columns)


_HELD: dict[str, Callable[[GlossaryEntry], object]] = {
    "renderings after the first": lambda entry: entry.en[1:],
    "forbidden renderings": lambda entry: entry.forbidden,
    "notes": lambda entry: entry.note,
    "which terms are not to be translated": lambda entry: not entry.translate,
    "the status of terms": lambda entry: entry.status,
    "parts of speech": lambda entry: entry.pos,
    "definitions": lambda entry: entry.definition,
    "fields": lambda entry: entry.domain,
    "concepts": lambda entry: entry.concept,
    "readings": lambda entry: entry.reading,
    "when terms are checked": lambda entry: entry.check,
}
_KEPT = {"omegat": ("renderings after the first", "notes"), "deepl": (), "google": (), "google-sets": ()}


def lost_in(entries: Iterable[GlossaryEntry], format: str) -> list[str]:
    """Return the kinds of data in entries that a glossary or bitext format does not keep.

    Examples
    --------
    >>> lost_in([GlossaryEntry("顧客", ("client",), "law", ("customer",))], "deepl")
    ['forbidden renderings', 'notes']
    """
    if format not in _KEPT and any(known.name == format for known in FORMATS):
        return []
    kept = _KEPT.get(format, ("renderings after the first",))
    held = list(entries)
    return [what for what, has in _HELD.items() if what not in kept and any(map(has, held))]


def is_plain_list(source: Source) -> bool:
    """Return whether the name of a file shows no format of glossaries or bitexts, so that it may be a list of terms."""
    return _shown(source) is None


def _shown(source: Source) -> Format | None:
    suffix = suffix_of(source)
    return next((known for known in _READ if suffix in known.suffixes and known.name != "omegat"), None)


def japanese_terms(source: Source, columns: Mapping[str, str] | None = None) -> list[str] | None:
    """Return the distinct Japanese terms of a glossary or bitext file, or None if its name does not show such a format.

    Names that plain lists may also have, such as ``terms.txt``, show nothing. A table does not need English. `columns` may
    name its column ``ja``.

    Raises
    ------
    FormatError
        If the file does not have the format that its name shows.
    """
    known = _shown(source)
    if known is None:
        return None
    module = known.load()
    if hasattr(module, "rows"):
        terms = japanese_of(name_of(source), module.rows(source), columns)
    else:
        terms = (found.ja.strip() for found in _read(source, known.name, columns) if isinstance(found, Form))
    return [term for term in dict.fromkeys(terms) if term]
