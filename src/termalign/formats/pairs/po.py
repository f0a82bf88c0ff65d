"""gettext PO (https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html).

In reading, the header declares the charset, and its ``Language`` tells whether msgstr is Japanese or English; without it, the
script of the texts tells. Fuzzy and untranslated entries are marked as such, and obsolete ones are ignored. A plural entry
gives two pairs, the first of which is its singular. The context of an entry is the name of its pair. An entry in which the
translators name themselves is ignored. PO files are small, so each is read whole.

In writing, msgid is Japanese and msgstr is English. The name of a pair is its
msgctxt. PO requires unique entries, so repeated texts get a numbered msgctxt.
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from termalign._version import __version__
from termalign.formats.characters import plain
from termalign.formats.encodings import of_po
from termalign.formats.errors import FormatError, OtherLanguages
from termalign.formats.languages import Language, language_of
from termalign.formats.layout import JAPANESE
from termalign.formats.limits import megabytes, most, too_much
from termalign.formats.opening import Source, name_of, text_lines
from termalign.formats.pairs.unit import State, Unit
from termalign.formats.writing import created

_STRING = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(\[[0-9]+\])?\s*)?"')  # its beginning, with the keyword
_UNESCAPED = re.compile(r'(?:[^\\]|^)"')
_ESCAPE = re.compile(r'\\([abfnrtv"\\])')
_CONTROLS = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_FUZZY = re.compile(r"[,\s]fuzzy\b")
#: The originals for which translators give their names and addresses, in GNOME and KDE.
_CREDITS = frozenset({"translator-credits", "translator_credits", "Your names", "Your emails"})
_DECLARED = re.compile(r"^Language:[^\S\n]*(.*?)[^\S\n]*$", re.M)

_HEADER = f"""\
msgid ""
msgstr ""
"Project-Id-Version: termalign {__version__}\\n"
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Source-Language: ja\\n"
"""


@dataclass(slots=True)
class _Entry:
    """An entry with its strings by keyword, the line of its msgid, and whether it is fuzzy."""

    fuzzy: bool
    line: int = 0
    strings: dict[str, list[str]] = field(default_factory=dict)

    def text(self, keyword: str) -> str:
        return "".join(self.strings.get(keyword, ()))

    @property
    def is_translated(self) -> bool:
        """Whether it has a msgstr, which may be empty."""
        return any(keyword.startswith("msgstr") for keyword in self.strings)

    def texts(self) -> Iterable[tuple[str, str]]:
        """Return the originals with their translations: two for an entry with plurals."""
        source, plural = self.text("msgid"), self.text("msgid_plural")
        if not plural:
            return [(source, self.text("msgstr"))]
        numbered = sorted(keyword for keyword in self.strings if keyword.startswith("msgstr["))
        forms = [text for text in map(self.text, numbered) if text]
        return dict.fromkeys([(source, forms[0]), (plural, forms[-1])]) if forms else [(source, "")]


class _Entries:
    """The entries of a file so far, of which further lines may continue the last."""

    def __init__(self, name: str) -> None:
        self.whole: list[_Entry] = []
        self._name = name
        self._entry: _Entry | None = None
        self._string: list[str] | None = None  # the open string
        self._fuzzy = self._parted = False  # a flag for the next entry; an empty line after the last string
        self._count = 0  # lines that begin a string

    def add(self, line: str, number: int) -> None:
        """Read a line."""
        text = line.strip()
        if text.startswith("#"):
            self._string = None
            flagged = text.startswith("#,") and _FUZZY.search(text) is not None
            self._fuzzy = not text.startswith("#~") and (self._fuzzy or flagged)
        elif text:
            self._add_string(text, number)
        self._parted = not text or (self._parted and text.startswith("#"))

    def _add_string(self, text: str, number: int) -> None:
        begins = _STRING.match(text)
        if begins is None:
            raise FormatError(self._name, number, "expected a PO entry: syntax error")
        if not text.endswith('"', begins.end()):
            problem = f"expected a quotation mark at the end of the string, found {text[-80:]!r}"
            raise FormatError(self._name, number, problem)
        string = text[begins.end() : -1]
        if _UNESCAPED.search(string):
            raise FormatError(self._name, number, "expected a PO entry: unescaped double quote found")
        if begins[1]:
            self._begin(begins[1], begins[1] + (begins[2] or ""), number)
        if self._string is None:
            raise FormatError(self._name, number, "expected a PO entry: syntax error")
        self._string.append(_ESCAPE.sub(lambda found: _CONTROLS.get(found[1], found[1]), string))

    def _begin(self, sort: str, keyword: str, number: int) -> None:
        """Begin a string, and with it perhaps an entry."""
        self._count += 1
        if self._count > (most_lines := most(1 / 64)):
            kept = "without comments and lines that continue a string"
            raise too_much(self._name, number, f"{most_lines:,} lines in a PO file, {kept}")
        if sort in ("msgctxt", "msgid") and (
            self._entry is None or sort == "msgctxt" or "msgid" in self._entry.strings
        ):
            self.end()
            self._entry, self._fuzzy = _Entry(self._fuzzy), False
        entry = self._entry
        if entry is None or keyword in entry.strings or (sort == "msgstr" and "msgid" not in entry.strings):
            raise FormatError(self._name, number, "expected a PO entry: syntax error")
        if sort == "msgid":
            entry.line = number
        self._string = entry.strings[keyword] = []

    def end(self) -> None:
        """End the last entry, which must have a msgstr."""
        if self._entry is not None and not self._entry.is_translated:
            raise FormatError(self._name, self._entry.line, "expected a msgstr after this msgid")
        self.stop()

    def stop(self, *, if_parted: bool = False) -> None:
        """Keep the last entry if it is whole; after an error, only if an empty line ends it."""
        if self._entry is not None and self._entry.is_translated and (self._parted or not if_parted):
            self.whole.append(self._entry)
        self._entry = None


def read(source: Source) -> Iterator[Unit]:
    """Read the pairs of a PO file."""
    name = name_of(source)
    entries, size, longest, most_lines, fault = _Entries(name), 0, most(), most(1 / 16), None
    try:
        for number, line in _lines(source):
            size += len(line)
            if size > longest:
                raise too_much(name, number, f"{megabytes(longest)} in a PO file")
            if number > most_lines:
                raise too_much(name, number, f"{most_lines:,} lines in a PO file")
            entries.add(line, number)
        entries.end()
    except FormatError as error:
        entries.stop(if_parted=True)
        fault = error
    try:
        yield from _translations(entries.whole, name)
    except FormatError as error:  # perhaps because the fault hides the header
        raise fault or error from None
    if fault is not None:
        raise fault


def _lines(source: Source) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines of a file, which may end in carriage returns only."""
    for number, line in text_lines(source, encoding_of=of_po):
        if "\r" in line[:-2]:
            yield from enumerate(line.removesuffix("\n").removesuffix("\r").split("\r"), number)
        else:
            yield number, line


def _translations(entries: Sequence[_Entry], name: str) -> Iterator[Unit]:
    header = next((entry for entry in entries if not entry.text("msgid")), None)
    texts = [entry for entry in entries if entry is not header and entry.text("msgid") not in _CREDITS]
    units = [unit for entry in texts for unit in _units(entry)]
    declared = (_DECLARED.findall(header.text("msgstr")) if header is not None else [])[-1:]
    language = _declared(declared[0], name) if declared and declared[0].strip() else _by_script(units, name)
    if language is not None:
        original: Language = "ja" if language == "en" else "en"
        yield from (unit.as_from(original) for unit in units)


def _declared(language: str, name: str) -> Language:
    """Return the language of the translations that the header declares."""
    known = language_of(language)
    if known is None:
        raise OtherLanguages(name, 0, f"expected the header's Language to be ja or en, found {language[:80]!r}")
    return known


def _by_script(units: Sequence[Unit], name: str) -> Language | None:
    """Return the language of the translations, judging by the script; None if nothing is translated that could tell."""
    translated = [unit for unit in units if not unit.state]
    source = sum(bool(JAPANESE.search(unit.ja)) for unit in translated or units)
    target = sum(bool(JAPANESE.search(unit.en)) for unit in translated)
    if source != target:
        return "en" if source > target else "ja"
    if translated:
        raise (FormatError if source else OtherLanguages)(name, 0, "expected a header with Language: ja or en")
    return None


def _units(entry: _Entry) -> Iterator[Unit]:
    """Yield the pairs of an entry, with msgid as the Japanese."""
    texts = list(entry.texts())
    for k, (source, target) in enumerate(texts):
        state: State = "untranslated" if not target else "fuzzy" if entry.fuzzy else ""
        yield Unit(
            source, target, entry.text("msgctxt"), state=state, line=entry.line, singular=k == 0 and len(texts) > 1
        )


def write(path: str | os.PathLike[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a PO file with Japanese msgid and English msgstr.

    A row has the Japanese and the English, and may have the name of the pair before them, which becomes the msgctxt. A pair
    without Japanese raises a `FormatError`, because the empty msgid belongs to the header.
    """
    seen: Counter[tuple[str, str]] = Counter()
    with created(path) as file:
        file.write(_HEADER)
        for number, (*name, ja, en) in enumerate(rows, 1):
            source, named = plain(ja), plain(name[0]) if name else ""
            if not source:
                raise FormatError(path, number, "expected a Japanese text: the empty msgid is PO's header", "pair")
            seen[named, source] += 1
            again = str(seen[named, source]) if seen[named, source] > 1 else ""
            shown = " ".join(filter(None, [named, again]))
            context = f"msgctxt {_string(shown)}\n" if shown else ""
            file.write(f"\n{context}msgid {_string(source)}\nmsgstr {_string(plain(en))}\n")


_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def _string(text: str) -> str:
    return '"' + text.translate(_ESCAPES) + '"'
