"""XLIFF 1.2 (https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html). The module xliff2 reads version 2.

Units from Japanese to English or from English to Japanese are read, and other languages are ignored. A unit is untranslated
if it has no target, if its target has ``state="needs-translation"``, or if its target has ``state="new"`` and equals the
source. If ``seg-source`` and the target have the same segments (``<mrk mtype="seg" mid="…">``), each segment is a pair.
Inline codes are left out, except those that are text (`xml_text.content_of`). The text within ``g`` and ``mrk`` is kept.
``alt-trans`` and binary units are ignored. Trados defines its codes in the header of a file, each in a ``tag``. In files made of
PO files (https://docs.oasis-open.org/xliff/v1.2/xliff-profile-po/xliff-profile-po-1.2.html), the header of the PO file and the
plural forms that only the source language has are left out.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from termalign.formats.characters import xml_text
from termalign.formats.errors import FormatError, OtherLanguages
from termalign.formats.languages import language_of
from termalign.formats.opening import Source, name_of
from termalign.formats.pairs import xliff2
from termalign.formats.pairs.unit import Unit
from termalign.formats.writing import created
from termalign.formats.xml_records import XML_LANG, Record, local, records
from termalign.formats.xml_text import Content, children, content_of

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="bitext" source-language="ja" target-language="en" datatype="plaintext">
    <body>
"""
_FOOT = """\
    </body>
  </file>
</xliff>
"""


def read(source: Source) -> Iterator[Unit]:
    """Read the pairs of an XLIFF file of any version."""
    name = name_of(source)
    others: OtherLanguages | None = None  # the error for the first unit in other languages
    none = True
    defined: dict[str, str] = {}  # the originals of codes that the header defines, by id
    for record in records(source, ("xliff",), ("tag", "trans-unit", "unit")):
        if local(record.element) == "tag":
            defined.update(_definition(record.element))
            continue
        if local(record.element) == "unit":
            yield from xliff2.unit_pairs(record, name)
            continue
        sources, targets = children(record.element, "source"), children(record.element, "target")
        if not sources:
            raise FormatError(name, record.line, "expected a <source> in <trans-unit>")
        if _only_gettext(record, targets):
            continue
        codes = _codes(record, targets)
        languages = language_of(codes[0]), language_of(codes[1])
        if languages in (("ja", "en"), ("en", "ja")) or (languages[0] == "ja" and not targets and codes[1] is None):
            none = False
            units = _units(record, sources[0], targets[0] if targets else None, defined)
            yield from (unit.as_from(languages[0]) for unit in units)
        elif targets and others is None:
            others = OtherLanguages(
                name,
                record.line,
                "expected source-language and target-language to be ja and en, or en and ja, "
                f"found {codes[0] or 'none'} and {codes[1] or 'none'}",
            )
    if none and others is not None:
        raise others


def _only_gettext(record: Record, targets: list[Element]) -> bool:
    """Return whether a unit has nothing to translate: the header of a PO file, or a further plural form without a translation."""
    if record.element.get("restype") == "x-gettext-domain-header":
        return True
    further = record.ancestors[-1].get("restype") == "x-gettext-plurals" and not record.element.get("id", "").endswith(
        "[0]"
    )
    return further and not any("".join(target.itertext()).strip() for target in targets)


def _codes(record: Record, targets: list[Element]) -> tuple[str | None, str | None]:
    """Return the language codes of a unit as in the file."""
    file = next((element for element in reversed(record.ancestors) if local(element) == "file"), None)
    source, target = (file.get(f"{side}-language") if file is not None else None for side in ("source", "target"))
    return source, (targets[0].get(XML_LANG) if targets else None) or target


def _definition(tag: Element) -> Iterator[tuple[str, str]]:
    """Yield the id of a code that a header defines, with its original."""
    for code in children(tag, "bpt", "ph", "st"):
        yield tag.get("id", ""), "".join(code.itertext())


def _units(record: Record, source: Element, target: Element | None, defined: Mapping[str, str]) -> Iterator[Unit]:
    """Yield the pairs of one unit, with its source as the Japanese."""
    state = target.get("state") if target is not None else None
    for segment, ours, theirs in _segments(record.element, source, target, defined):
        to_do = state == "needs-translation" or (state == "new" and theirs.text.strip() == ours.text.strip())
        yield from xliff2.units_of(record, "original", segment, ours, theirs, to_do=to_do)


def _segments(
    unit: Element, source: Element, target: Element | None, defined: Mapping[str, str]
) -> Iterator[tuple[str, Content, Content]]:
    """Yield the named segments of a unit if both sides have the same segments, else the unit as a whole."""
    cut = children(unit, "seg-source")
    if cut and target is not None:
        ours, theirs = _marked(cut[0], defined), _marked(target, defined)
        if ours and list(ours) == list(theirs):
            yield from zip(ours, ours.values(), theirs.values(), strict=True)
            return
    yield "", content_of(source, defined), content_of(target, defined) if target is not None else Content()


def _marked(element: Element, defined: Mapping[str, str]) -> dict[str, Content]:
    marks = (mark for mark in element.iter() if local(mark) == "mrk" and mark.get("mtype") == "seg")
    return {mark.get("mid", ""): content_of(mark, defined) for mark in marks}


def write(path: str | os.PathLike[str], pairs: Iterable[tuple[str, str]]) -> None:
    """Write an XLIFF 1.2 file from Japanese to English."""
    with created(path) as file:
        file.write(_HEAD)
        for number, (ja, en) in enumerate(pairs, 1):
            target = f"        <target>{xml_text(en)}</target>\n" if en else ""  # without one, it is untranslated
            file.write(
                f'      <trans-unit id="{number}" xml:space="preserve">\n'
                f"        <source>{xml_text(ja)}</source>\n{target}      </trans-unit>\n"
            )
        file.write(_FOOT)
