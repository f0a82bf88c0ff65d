"""TBX v3 (ISO 30042:2019), written in DCA style as TBX-Basic; reading is the same for all versions."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from termalign.formats.characters import xml_text
from termalign.formats.glossaries.tbx import ranked, read
from termalign.formats.writing import created

if TYPE_CHECKING:
    from termalign.formats.glossaries.glossary import GlossaryEntry

__all__ = ["read", "write"]

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="ja" xmlns="urn:iso:std:iso:30042:ed-2">
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


def write(path: str | os.PathLike[str], entries: "Iterable[GlossaryEntry]") -> None:
    """Write a TBX v3 file."""
    with created(path) as file:
        file.write(_HEAD)
        for number, entry in enumerate(entries, 1):
            note = f"<note>{xml_text(entry.note)}</note>" if entry.note else ""
            file.write(f'      <conceptEntry id="c{number}">{note}\n')
            file.write(
                f'        <langSec xml:lang="ja"><termSec><term>{xml_text(entry.ja)}</term></termSec></langSec>\n'
            )
            file.write('        <langSec xml:lang="en">\n')
            for term, status in ranked(entry.en):
                marked = f'<termNote type="administrativeStatus">{status}</termNote>' if status else ""
                file.write(f"          <termSec><term>{xml_text(term)}</term>{marked}</termSec>\n")
            file.write("        </langSec>\n      </conceptEntry>\n")
        file.write(_FOOT)
