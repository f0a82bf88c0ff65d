"""XLIFF 2.0 and 2.1 (https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html).

Read: each translated segment of a unit is a pair. ``ph sc ec`` are empty, what ``pc`` and ``mrk`` mark is text, ``cp`` is
the character it stands for. What stands between segments (``ignorable``), notes and modules are passed over.
"""

import os
from collections.abc import Iterable, Iterator

from termalign.formats.characters import xml_text
from termalign.formats.errors import FormatError
from termalign.formats.languages import language_of
from termalign.formats.opening import Source, created, name_of
from termalign.formats.xml_records import Record, records
from termalign.formats.xml_text import children, text_of

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ja" trgLang="en">
  <file id="f1">
"""
_FOOT = """\
  </file>
</xliff>
"""


def read(source: Source) -> Iterator[tuple[str, str]]:
    """The pairs of an XLIFF 2 file."""
    name = name_of(source)
    for record in records(source, ("xliff",), ("unit", "trans-unit")):
        yield from unit_pairs(record, name)


def unit_pairs(record: Record, name: str) -> Iterator[tuple[str, str]]:
    """The pairs of one unit."""
    root = record.ancestors[0]
    codes = root.get("srcLang"), root.get("trgLang")
    languages = language_of(codes[0]), language_of(codes[1])
    for segment in children(record.element, "segment"):
        sources, targets = children(segment, "source"), children(segment, "target")
        if not sources:
            raise FormatError(name, record.line, "expected a <source> in each <segment> of the <unit>")
        if not targets:
            continue
        if languages not in (("ja", "en"), ("en", "ja")):
            raise FormatError(
                name,
                record.line,
                "expected srcLang and trgLang to be ja and en, or en and ja, "
                f"found {codes[0] or 'none'} and {codes[1] or 'none'}",
            )
        texts = text_of(sources[0]), text_of(targets[0])
        if texts[1]:
            yield texts if languages == ("ja", "en") else texts[::-1]


def write(path: str | os.PathLike[str], pairs: Iterable[tuple[str, str]]) -> None:
    """Write an XLIFF 2.0 file, from Japanese to English."""
    with created(path) as file:
        file.write(_HEAD)
        try:
            for number, (ja, en) in enumerate(pairs, 1):
                file.write(
                    f'    <unit id="u{number}">\n      <segment>\n'
                    f'        <source xml:space="preserve">{xml_text(ja)}</source>\n'
                    f'        <target xml:space="preserve">{xml_text(en)}</target>\n'
                    "      </segment>\n    </unit>\n"
                )
        finally:
            file.write(_FOOT)
