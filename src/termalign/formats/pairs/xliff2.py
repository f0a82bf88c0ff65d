"""XLIFF 2.0 and 2.1 (https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html).

Each segment of a unit is a pair. It is untranslated if it has no target, or if its state is ``initial`` and its target
equals the source. Inline codes are left out, except those that are text (`xml_text.content_of`). The text within ``pc`` and
``mrk`` is kept, and ``cp`` is the character that it represents. Text between segments (``ignorable``), notes and modules are
ignored.
"""

import os
from collections.abc import Iterable, Iterator

from termalign.formats.characters import xml_text
from termalign.formats.errors import FormatError, OtherLanguages
from termalign.formats.languages import language_of
from termalign.formats.opening import Source, name_of
from termalign.formats.pairs.unit import Unit
from termalign.formats.writing import created
from termalign.formats.xml_records import Record, local, records
from termalign.formats.xml_text import Content, children, content_of, text_of

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ja" trgLang="en">
  <file id="f1">
"""
_FOOT = """\
  </file>
</xliff>
"""


def read(source: Source) -> Iterator[Unit]:
    """Read the pairs of an XLIFF 2 file."""
    name = name_of(source)
    for record in records(source, ("xliff",), ("unit", "trans-unit")):
        yield from unit_pairs(record, name)


def unit_pairs(record: Record, name: str) -> Iterator[Unit]:
    """Yield the pairs of one unit."""
    root = record.ancestors[0]
    codes = root.get("srcLang"), root.get("trgLang")
    languages = language_of(codes[0]), language_of(codes[1])
    data = {
        code.get("id", ""): text_of(code)
        for codes in children(record.element, "originalData")
        for code in children(codes, "data")
    }
    for segment in children(record.element, "segment"):
        sources, targets = children(segment, "source"), children(segment, "target")
        if not sources:
            raise FormatError(name, record.line, "expected a <source> in each <segment> of the <unit>")
        if languages not in (("ja", "en"), ("en", "ja")) and (targets or languages[0] != "ja" or codes[1] is not None):
            if not targets:
                continue
            raise OtherLanguages(
                name,
                record.line,
                "expected srcLang and trgLang to be ja and en, or en and ja, "
                f"found {codes[0] or 'none'} and {codes[1] or 'none'}",
            )
        source = content_of(sources[0], data)
        target = content_of(targets[0], data) if targets else Content()
        to_do = segment.get("state") == "initial" and target.text.strip() == source.text.strip()
        units = units_of(record, "id", segment.get("id", ""), source, target, to_do=to_do)
        yield from (unit.as_from(languages[0]) for unit in units)


def units_of(
    record: Record, named: str, segment: str, source: Content, target: Content, *, to_do: bool
) -> Iterator[Unit]:
    """Yield the pair of a segment, with its source as the Japanese, unless it is empty and need not be translated.

    `to_do` tells whether the file says that the target is not a translation yet. `named` and `segment` are as for `unit_id`.
    """
    elements = (record.element, *reversed(record.ancestors))
    translate = next((said for element in elements if (said := element.get("translate"))), "yes") != "no"
    name, codes = unit_id(record, named, segment), (source.codes, target.codes)
    unit = Unit(source.text, target.text, name, translate=translate, line=record.line, codes=codes)
    if target.text and not to_do:
        yield unit
    elif translate and source.text.strip():
        yield unit._replace(state="untranslated")


def unit_id(record: Record, named: str, segment: str) -> str:
    """Return the name of an XLIFF unit: ``file#unit``, followed by a colon and the name of the segment, if it has one.

    `named` is the attribute that has the name of the file.
    """
    unit = record.element.get("id", "")
    if not unit:
        return ""
    file = next((element for element in reversed(record.ancestors) if local(element) == "file"), None)
    name = file.get(named, "") if file is not None else ""
    return (f"{name}#" if name else "") + unit + (f":{segment}" if segment else "")


def write(path: str | os.PathLike[str], pairs: Iterable[tuple[str, str]]) -> None:
    """Write an XLIFF 2.0 file from Japanese to English."""
    with created(path) as file:
        file.write(_HEAD)
        for number, (ja, en) in enumerate(pairs, 1):
            target = f'        <target xml:space="preserve">{xml_text(en)}</target>\n' if en else ""
            file.write(
                f'    <unit id="u{number}">\n      <segment>\n'
                f'        <source xml:space="preserve">{xml_text(ja)}</source>\n{target}'
                "      </segment>\n    </unit>\n"
            )
        file.write(_FOOT)
