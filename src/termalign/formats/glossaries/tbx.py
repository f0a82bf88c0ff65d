"""TBX, TermBase eXchange, read in all its versions and written as TBX-Basic v2 (ISO 30042:2008) or v3, in DCA style (2019).

``martif`` files with ``termEntry``, ISO 30042:2019 files (``tbx``, DCA and DCT style, of any dialect) and TBX-Min are read.
Each Japanese term of an entry takes each English one, with its status. Note, definition and subject field are those of the
entry and of its sections in the two languages. Entries without one of the languages are left out, except those whose term must
not be translated.

Files of version 2 can be read by OmegaT, Weblate and most other tools. Consecutive entries of one concept, and those that
differ only in the term, are written as one entry.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from termalign.formats.characters import xml_text
from termalign.formats.errors import FormatError, Untranslated
from termalign.formats.glossaries.columns import Locales, Read
from termalign.formats.glossaries.doubt import YES, about_statuses, about_unread, about_wildcards, is_translated
from termalign.formats.glossaries.entry import (
    NOT_TRANSLATED,
    Check,
    Form,
    GlossaryEntry,
    forms_of,
    rank_of,
    status_of,
    stays,
)
from termalign.formats.languages import bare, language_of
from termalign.formats.opening import Source, name_of
from termalign.formats.writing import created
from termalign.formats.xml_records import XML_LANG, local, records
from termalign.formats.xml_text import text_of

_ROOTS = ("martif", "tbx", "TBX")
_ENTRIES = ("termEntry", "conceptEntry", "entry")
_LANGUAGES = ("langSet", "langSec", "langGroup", "langGrp")
_TERMS = ("tig", "ntig", "termSec", "termGroup", "termGrp")
_ADMINISTRATIVE = ("administrativeStatus", "normativeAuthorization", "termStatus")
_FORBIDDEN = "forbidden"  # memoQ: true or false
_READING = "pronunciation"  # the data category of ISO 12620 that comes nearest to kana
_READINGS = ("reading", "furigana", _READING)
_NEEDED = "Translation needed"  # Weblate: yes or no
_USAGE = "usageNote"
_READ = {
    *_ADMINISTRATIVE, _FORBIDDEN, *_READINGS, _NEEDED, "partOfSpeech", _USAGE, "note", "definition", "subjectField",
}  # fmt: skip
_DATA = ("descrip", "termNote", "admin")  # in DCA style, with the kind of data as their type
_MODULES = "http://www.tbxinfo.net/ns/"  # namespaces of DCT style, whose elements are named after the kind of data
_WORDS = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
}
_CHECKS: Mapping[str, Check] = {"check: always": "always", "check: never": "never"}
"""What a usage note says of when `check` reports a term; TBX has no data category for this."""
_NUMBERED = "termalign-"  # the id, before a number, of an entry without a concept
_SPACE = re.compile(r"[ \t\r\n]+")  # white space in XML; a full-width space is part of a term


class _Term(NamedTuple):
    """A term of an entry in one language."""

    text: str
    said: str  # the status in the words of the file
    pos: str
    stays: bool
    reading: str = ""
    check: Check = ""


def read(source: Source) -> Iterator[Read]:
    """Read the terms of a TBX file of any version."""
    name = name_of(source)
    codes: dict[str, str] = {}
    none = True
    for record in records(source, _ROOTS, _ENTRIES):
        terms: dict[str, list[_Term]] = {}  # by code of the language
        for section in record.element:
            if local(section) not in _LANGUAGES:
                continue
            code = _code(section)
            if code is None:
                raise FormatError(name, record.line, f"expected xml:lang on <{local(section)}>")
            language = language_of(code)
            codes.setdefault(language or code, code)
            terms.setdefault(language or code, []).extend(_terms(section))
        japanese, english = terms.get("ja", []), terms.get("en", [])
        yield from about_statuses(record.line, *dict.fromkeys(term.said for term in chain(japanese, english)))
        yield from about_wildcards(record.line, *[term.text for term in chain(japanese, english)])
        yield from about_unread(record.line, *_unread(record.element))
        forms = list(_forms(record.element, japanese, english))
        none = none and not forms
        yield from forms
        if not forms:
            found = f"{', '.join(terms) or 'no language'} in {'; '.join(term.text for term in chain(*terms.values()))[:80]!r}"
            yield Untranslated(name, record.line, f"expected terms in Japanese and English, found only {found}")
    if none and codes:
        raise FormatError(
            name, 0, f"expected entries in Japanese and English, found only {', '.join(sorted(codes.values()))}"
        )
    yield Locales(codes.get("ja", "ja"), codes.get("en", "en"))


def _forms(entry: Element, japanese: list[_Term], english: list[_Term]) -> Iterator[Form]:
    """Yield each Japanese term of an entry with each English term."""
    said = {kind: _said(entry, kind) for kind in ("note", "definition", "subjectField")}
    concept = entry.get("id", "")
    is_kept = is_translated(_said(entry, _NEEDED)) is False
    for ja in dict.fromkeys(japanese):
        kept = is_kept or ja.stays or any(en.stays for en in english)
        for en in english or ([_Term("", "", "", True)] if kept else []):
            yield Form(
                ja.text, en.text, said["note"], rank_of(en.said), status_of(ja.said), ja.pos or en.pos,
                said["definition"], said["subjectField"],
                "" if concept.startswith(_NUMBERED) else concept, not kept, ja.reading, ja.check,
            )  # fmt: skip


def _terms(section: Element) -> Iterator[_Term]:
    """Yield the terms of a language section."""
    for group in section.iter():
        if local(group) not in _TERMS:
            continue
        status = next(filter(None, (_told(group, kind) for kind in _ADMINISTRATIVE)), "")
        if not status and bare(_told(group, _FORBIDDEN)) in YES:
            status = _FORBIDDEN
        usage = [_collapsed(element) for element in group.iter() if _USAGE in (local(element), element.get("type"))]
        kept = stays(status) or any(map(stays, usage))
        check: Check = next((_CHECKS[said] for said in usage if said in _CHECKS), "")
        reading = next(filter(None, (_told(group, kind) for kind in _READINGS)), "")
        for term in group:
            if local(term) == "termGrp":  # part of an ntig; the outer loop comes to it
                continue
            if local(term) == "term" and (text := _collapsed(term)):
                yield _Term(text, status, _told(group, "partOfSpeech"), kept, reading, check)


def _told(group: Element, kind: str) -> str:
    """Return the value of a kind of data in the group of a term."""
    return next((_collapsed(element) for element in group.iter() if kind in (local(element), element.get("type"))), "")


def _said(entry: Element, kind: str) -> str:
    """Return all values of a kind of data about an entry's concept and in its sections in the two languages."""
    found = (_collapsed(element) for element in _elements(entry) if kind in (local(element), _type(element)))
    return "; ".join(dict.fromkeys(filter(None, found)))


def _unread(entry: Element) -> Iterator[str]:
    """Yield the kinds of data in an entry that are not read."""
    for element in _elements(entry):
        kind = local(element) if element.tag.startswith(_MODULES) else _type(element)
        if kind not in _READ and (local(element) in _DATA or kind == local(element)) and _collapsed(element):
            yield kind


def _elements(entry: Element) -> Iterator[Element]:
    """Yield the elements about an entry's concept, then those of its sections in the two languages."""
    sections = [child for child in entry if local(child) in _LANGUAGES]
    concept = (child for child in entry if local(child) not in _LANGUAGES)
    for child in chain(concept, (section for section in sections if language_of(_code(section)))):
        yield from child.iter()


def _code(section: Element) -> str | None:
    return section.get(XML_LANG) or section.get("lang") or section.get("code")


def _type(element: Element) -> str:
    """Return what an element says about a term. Translate Toolkit writes definitions without a type."""
    return element.get("type") or ("definition" if local(element) == "descrip" else "")


def _collapsed(element: Element) -> str:
    return _SPACE.sub(" ", text_of(element)).strip()


class Version(NamedTuple):
    """A version of TBX in which files are written. Reading is the same for all versions."""

    head: str
    foot: str
    entry: str  # the names of elements
    language: str
    term: str
    says_needed: bool  # whether an entry says for Weblate that it needs no translation; v3 allows no such data

    def read(self, source: Source) -> Iterator[Read]:
        return read(source)

    def write(
        self,
        path: str | os.PathLike[str],
        entries: Iterable[GlossaryEntry],
        locales: Locales = Locales(),  # noqa: B008 - a constant
    ) -> None:
        with created(path) as file:
            file.write(self.head.format(ja=xml_text(locales.ja)))
            file.writelines(_written(entries, self, locales))
            file.write(self.foot)


BASIC2 = Version(
    """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="{ja}">
  <martifHeader>
    <fileDesc><sourceDesc><p>termalign</p></sourceDesc></fileDesc>
    <encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>
  </martifHeader>
  <text>
    <body>
""",
    "    </body>\n  </text>\n</martif>\n",
    *("termEntry", "langSet", "tig"),
    says_needed=True,
)
BASIC3 = Version(
    """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="{ja}" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc><sourceDesc><p>termalign</p></sourceDesc></fileDesc>
  </tbxHeader>
  <text>
    <body>
""",
    "    </body>\n  </text>\n</tbx>\n",
    *("conceptEntry", "langSec", "termSec"),
    says_needed=False,
)


def _written(entries: Iterable[GlossaryEntry], tags: Version, locales: Locales) -> Iterator[str]:
    """Yield the elements of entries. Consecutive entries of one concept share an element, see `_concept`."""
    numbered = enumerate(entries, 1)
    for number, (_, group) in enumerate(groupby(numbered, _concept), 1):
        members = [entry for _, entry in group]
        first = members[0]
        said = [
            ("note", "", first.note),
            ("descrip", "definition", first.definition),
            ("descrip", "subjectField", first.domain),
            ("descrip", _NEEDED, "No" if tags.says_needed and not any(entry.translate for entry in members) else ""),
        ]
        yield (
            f'      <{tags.entry} id="{xml_text(first.concept or f"{_NUMBERED}{number}")}">'
            + "".join(_element(*what) for what in said if what[2])
            + "\n"
        )
        yield f'        <{tags.language} xml:lang="{xml_text(locales.ja)}">\n'
        for entry in members:
            notes = [("partOfSpeech", entry.pos), ("administrativeStatus", _WORDS.get(entry.status, ""))]
            notes.append((_USAGE, "" if entry.translate else NOT_TRANSLATED))
            notes += [(_USAGE, said) for said, check in _CHECKS.items() if check == entry.check]
            notes.append((_READING, entry.reading))
            yield _term(tags, entry.ja, notes)
        yield f"        </{tags.language}>\n"
        forms = [form for form in forms_of(members[:1]) if form.en]
        if forms:
            yield f'        <{tags.language} xml:lang="{xml_text(locales.en)}">\n'
            yield from (_term(tags, form.en, [("administrativeStatus", _WORDS.get(form.status, ""))]) for form in forms)
            yield f"        </{tags.language}>\n"
        yield f"      </{tags.entry}>\n"


def _concept(numbered: tuple[int, GlossaryEntry]) -> object:
    """Return a key that entries share if they become one entry in the file.

    They share a concept and the English, or differ in nothing but the term, as 神輿 and お神輿 of one cell do.
    """
    number, entry = numbered
    if entry.concept:
        return entry.concept, entry.en, entry.note, entry.forbidden, entry.definition, entry.domain
    return entry._replace(ja="", reading="") if entry.en else number


def _term(tags: Version, text: str, notes: Iterable[tuple[str, str]]) -> str:
    said = "".join(_element("termNote", kind, note) for kind, note in notes if note)
    return f"          <{tags.term}><term>{xml_text(text)}</term>{said}</{tags.term}>\n"


def _element(tag: str, kind: str, text: str) -> str:
    return f'<{tag} type="{kind}">{xml_text(text)}</{tag}>' if kind else f"<{tag}>{xml_text(text)}</{tag}>"
