"""TBX v3 (ISO 30042:2019), written in DCA style as TBX-Basic. Reading is the same for all versions."""

import os
from collections.abc import Iterable

from termalign.formats.characters import xml_text
from termalign.formats.glossaries.columns import Locales
from termalign.formats.glossaries.entry import GlossaryEntry
from termalign.formats.glossaries.tbx import Tags, read, written_entries
from termalign.formats.writing import created

__all__ = ["read", "write"]

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="{ja}" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc><sourceDesc><p>termalign</p></sourceDesc></fileDesc>
  </tbxHeader>
  <text>
    <body>
"""
_FOOT = """\
    </body>
  </text>
</tbx>
"""


def write(
    path: str | os.PathLike[str],
    entries: Iterable[GlossaryEntry],
    locales: Locales = Locales(),  # noqa: B008 - a constant
) -> None:
    with created(path) as file:
        file.write(_HEAD.format(ja=xml_text(locales.ja)))
        file.writelines(written_entries(entries, Tags("conceptEntry", "langSec", "termSec"), locales))
        file.write(_FOOT)
