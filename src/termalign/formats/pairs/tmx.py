"""TMX, the translation memory format that all tools support (https://www.gala-global.org/tmx-14b).

Versions 1.1 to 1.4b are read. A unit gives a pair for each combination of a Japanese and an English variant. A unit whose
variants are all in one of the two languages is untranslated, and other units without both languages are ignored. Inline codes
are left out, except those that are text (`xml_text.content_of`). The text within ``hi`` is kept. Version 1.4b is written.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from termalign._version import __version__
from termalign.formats.characters import xml_text
from termalign.formats.errors import FormatError, OtherLanguages
from termalign.formats.languages import language_of
from termalign.formats.opening import Source, name_of
from termalign.formats.pairs.unit import Unit
from termalign.formats.writing import created
from termalign.formats.xml_records import XML_LANG, Record, local, records
from termalign.formats.xml_text import Content, children, content_of

_MOST_OF_A_UNIT = 1_000  # pairs of a unit; a thousand variants in each language would give a million pairs

_HEAD = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="termalign" creationtoolversion="{__version__}" segtype="block" o-tmf="termalign" \
adminlang="en" srclang="ja" datatype="plaintext"/>
  <body>
"""
_FOOT = """\
  </body>
</tmx>
"""


def read(source: Source) -> Iterator[Unit]:
    """Read the pairs of a TMX file."""
    name = name_of(source)
    codes: set[str] = set()
    none, original = True, ""
    for record in records(source, ("tmx",), ("header", "tu")):
        if local(record.element) == "header":
            original = record.element.get("srclang", "")
            continue
        variants = list(_variants(record, name))
        codes.update(code for code, _ in variants)
        for unit in _units(record, variants, name):
            none = none and bool(unit.state)
            yield unit._replace(source=language_of(record.element.get("srclang") or original) or "")
    if none and codes:
        raise OtherLanguages(name, 0, f"expected units in Japanese and English, found only {', '.join(sorted(codes))}")


def _units(record: Record, variants: Sequence[tuple[str, Content]], name: str) -> Iterator[Unit]:
    """Yield the pairs of the Japanese and English variants of a unit, or its untranslated texts if it has no other language."""
    tuid = record.element.get("tuid", "")
    ja, en = ([content for code, content in variants if language_of(code) == language] for language in ("ja", "en"))
    if len(ja) * len(en) > _MOST_OF_A_UNIT:
        raise FormatError(name, record.line, f"expected at most {_MOST_OF_A_UNIT:,} pairs of variants in a <tu>")
    if len(variants) in (len(ja), len(en)):
        pairs = [*((text, "") for text, _ in ja if text.strip()), *(("", text) for text, _ in en if text.strip())]
        yield from (Unit(*pair, tuid, state="untranslated", line=record.line) for pair in pairs)
    for ours, theirs in product(ja, en):
        yield Unit(ours.text, theirs.text, tuid, line=record.line, codes=(ours.codes, theirs.codes))


def _variants(record: Record, name: str) -> Iterator[tuple[str, Content]]:
    """Yield the language code and the content of each variant of a unit."""
    for variant in children(record.element, "tuv"):
        code = variant.get(XML_LANG) or variant.get("lang")
        if code is None:
            raise FormatError(name, record.line, "expected xml:lang or lang on <tuv>")
        segments = children(variant, "seg")
        if not segments:
            raise FormatError(name, record.line, "expected a <seg> in <tuv>")
        yield code, content_of(segments[0])


def write(path: str | os.PathLike[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a TMX 1.4b file. A row has the Japanese and the English, and may have the name of the pair before them."""
    with created(path) as file:
        file.write(_HEAD)
        for *name, ja, en in rows:
            tuid = f' tuid="{xml_text(name[0])}"' if any(name) else ""
            file.write(
                f'    <tu{tuid}>\n      <tuv xml:lang="ja"><seg>{xml_text(ja)}</seg></tuv>\n'
                f'      <tuv xml:lang="en"><seg>{xml_text(en)}</seg></tuv>\n    </tu>\n'
            )
        file.write(_FOOT)
