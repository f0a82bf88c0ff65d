"""gettext PO, read with polib (https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html).

In reading, the header declares the charset, and its ``Language`` tells whether msgstr is Japanese or English; without it, the
script of the texts tells. Fuzzy and untranslated entries are marked as such, and obsolete ones are ignored. A plural entry
gives two pairs. The context of an entry is the name of its pair. PO files are small, so each is read whole.

In writing, msgid is Japanese and msgstr is English. The name of a pair is its
msgctxt. PO requires unique entries, so repeated texts get a numbered msgctxt.
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from termalign._version import __version__
from termalign.formats.characters import plain
from termalign.formats.errors import FormatError, OtherLanguages
from termalign.formats.extra import required
from termalign.formats.languages import Language, language_of
from termalign.formats.layout import JAPANESE
from termalign.formats.opening import Source, name_of
from termalign.formats.pairs.po_lines import SHOWN, Line, lines_of
from termalign.formats.pairs.unit import State, Unit
from termalign.formats.writing import created

_ERROR_LINE = re.compile(r"\(line (\d+)\)(?:: (.*))?")
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


def read(source: Source) -> Iterator[Unit]:
    """Read the pairs of a PO file, or raise an ImportError if polib is not installed."""
    polib = required("polib", "gettext PO")
    return _pairs(polib, source)


def _pairs(polib: Any, source: Source) -> Iterator[Unit]:
    name = name_of(source)
    lines, fault = lines_of(source, name)
    if fault is not None:
        lines = _whole_entries(lines)
    try:
        entries = _parsed(polib, lines)
    except OSError as error:
        where = _ERROR_LINE.search(str(error))
        at = int(where[1]) - 1 if where else 0
        fault = FormatError(name, lines[at].number, f"expected a PO entry: {(where and where[2]) or 'syntax error'}")
        entries = _parsed(polib, _whole_entries(lines[:at]))
    yield from _translations(entries, lines, name)
    if fault is not None:
        raise fault


def _parsed(polib: Any, lines: list[Line]) -> Any:
    # `find` is disabled because polib searches for the header, which _translations reads. The empty line at the end keeps
    # polib from taking the text for a file name.
    unsearched = type("Entries", (polib.POFile,), {"find": lambda *_: None})
    return polib.pofile("\n".join([line.text for line in lines]) + "\n\n", klass=unsearched)


def _whole_entries(lines: list[Line]) -> list[Line]:
    """Return the lines up to the last empty line."""
    end = next((k for k in range(len(lines), 0, -1) if not lines[k - 1].text), 0)
    return lines[:end]


def _translations(entries: Any, lines: list[Line], name: str) -> Iterator[Unit]:
    header = next((entry for entry in entries if not entry.msgid and not entry.obsolete), None)
    units = [unit for entry in entries if entry is not header and not entry.obsolete for unit in _units(entry, lines)]
    declared = (_DECLARED.findall(header.msgstr) if header is not None else [])[-1:]
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


def _units(entry: Any, lines: list[Line]) -> Iterator[Unit]:
    """Yield the pairs of an entry, with msgid as the Japanese."""
    context, line = (entry.msgctxt or "").translate(SHOWN), _line(entry, lines)
    for source, target in _texts(entry):
        state: State = "untranslated" if not target else "fuzzy" if entry.fuzzy else ""
        yield Unit(source.translate(SHOWN), target.translate(SHOWN), context, state=state, line=line)


def _line(entry: Any, lines: list[Line]) -> int:
    """Return the line of the file with the msgid of an entry, which for polib begins with its comments."""
    begins = range(max(entry.linenum - 1, 0), len(lines))
    return next((lines[k].number for k in begins if lines[k].text.startswith("msgid")), 0)


def _texts(entry: Any) -> Iterable[tuple[str, str]]:
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    forms = [text for _, text in sorted(entry.msgstr_plural.items()) if text]
    return dict.fromkeys([(entry.msgid, forms[0]), (entry.msgid_plural, forms[-1])]) if forms else [(entry.msgid, "")]


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
