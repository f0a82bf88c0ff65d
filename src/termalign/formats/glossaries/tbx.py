"""TBX, TermBase eXchange: read in all its versions, written as TBX-Basic v2 (ISO 30042:2008).

Read: ``martif`` files with ``termEntry``, ISO 30042:2019 files (``tbx``, DCA and DCT style, of any dialect), TBX-Min.
Each Japanese term of an entry takes each English one, the preferred first; English that is deprecated or superseded is
passed over. An entry's notes are its note, without any its definition, without that what its terms have of either.
Entries without one of the languages give none.

Written is what OmegaT, Weblate and most other tools read.
"""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from termalign.formats.characters import xml_text
from termalign.formats.errors import FormatError
from termalign.formats.languages import language_of
from termalign.formats.opening import Source, name_of
from termalign.formats.writing import created
from termalign.formats.xml_records import XML_LANG, local, records
from termalign.formats.xml_text import text_of

if TYPE_CHECKING:
    from termalign.formats.glossaries.glossary import GlossaryEntry

_ROOTS = ("martif", "tbx", "TBX")
_ENTRIES = ("termEntry", "conceptEntry", "entry")
_LANGUAGES = ("langSet", "langSec", "langGroup", "langGrp")
_TERMS = ("tig", "ntig", "termSec", "termGroup", "termGrp")
_UNWANTED = ("deprecated", "superseded", "obsolete", "forbidden", "rejected", "notrecommended")

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="ja">
  <martifHeader>
    <fileDesc><sourceDesc><p>termalign</p></sourceDesc></fileDesc>
    <encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>
  </martifHeader>
  <text>
    <body>
"""
_FOOT = """\
    </body>
  </text>
</martif>
"""


def read(source: Source) -> Iterator[tuple[str, str, str]]:
    """The terms of a TBX file of any version."""
    name = name_of(source)
    others: set[str] = set()
    none = True
    for record in records(source, _ROOTS, _ENTRIES):
        terms: dict[str, list[tuple[int, str]]] = {"ja": [], "en": []}
        for section in record.element:
            if local(section) not in _LANGUAGES:
                continue
            code = section.get(XML_LANG) or section.get("lang") or section.get("code")
            if code is None:
                raise FormatError(name, record.line, f"expected xml:lang on <{local(section)}>")
            others.add(code)
            if language := language_of(code):
                terms[language] += _terms(section, language)
        note = _note(record.element)
        for ja in dict.fromkeys(text for _, text in terms["ja"]):
            for _, en in sorted(terms["en"], key=lambda term: term[0]):
                none = False
                yield ja, en, note
    if none and others:
        raise FormatError(name, 0, f"expected entries in Japanese and English, found only {', '.join(sorted(others))}")


def _terms(section: Element, language: str) -> Iterator[tuple[int, str]]:
    """The terms of a language with their rank, 0 for preferred ones."""
    for group in section.iter():
        if local(group) not in _TERMS:
            continue
        status = _status(group)
        if language == "en" and status.startswith(_UNWANTED):
            continue
        for term in group:
            if local(term) == "termGrp":  # of an ntig: met by itself
                continue
            if local(term) == "term" and (text := _collapsed(term)):
                yield 0 if status.startswith("preferred") else 1, text


def _status(group: Element) -> str:
    """What a term's administrative or normative status says, in lower case, or an empty text."""
    for element in group.iter():
        kind = element.get("type") if local(element) == "termNote" else local(element)
        if kind in ("administrativeStatus", "normativeAuthorization", "termStatus"):
            return _collapsed(element).lower()
    return ""


def _note(entry: Element) -> str:
    """The notes of an entry, or its definitions; without either those of its sections in the two languages."""
    sections = [child for child in entry if local(child) in _LANGUAGES]
    ours = [section for section in sections if language_of(section.get(XML_LANG) or section.get("lang"))]
    for scope in ([child for child in entry if child not in sections], ours):
        elements = [element for child in scope for element in child.iter()]
        for kind in ("note", "definition"):
            found = (_collapsed(element) for element in elements if kind in (local(element), element.get("type")))
            if text := "; ".join(dict.fromkeys(filter(None, found))):
                return text
    return ""


def _collapsed(element: Element) -> str:
    return " ".join(text_of(element).split())


def write(path: str | os.PathLike[str], entries: "Iterable[GlossaryEntry]") -> None:
    """Write a TBX-Basic v2 file."""
    with created(path) as file:
        file.write(_HEAD)
        for number, entry in enumerate(entries, 1):
            note = f"<note>{xml_text(entry.note)}</note>" if entry.note else ""
            file.write(f'      <termEntry id="c{number}">{note}\n')
            file.write(f'        <langSet xml:lang="ja"><tig><term>{xml_text(entry.ja)}</term></tig></langSet>\n')
            file.write('        <langSet xml:lang="en">\n')
            for term, status in ranked(entry.en):
                marked = f'<termNote type="administrativeStatus">{status}</termNote>' if status else ""
                file.write(f"          <tig><term>{xml_text(term)}</term>{marked}</tig>\n")
            file.write("        </langSet>\n      </termEntry>\n")
        file.write(_FOOT)


def ranked(renderings: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The renderings with their administrative status; a single one needs none."""
    for k, term in enumerate(renderings):
        status = "admittedTerm-admn-sts" if k else "preferredTerm-admn-sts"
        yield term, status if len(renderings) > 1 else ""
