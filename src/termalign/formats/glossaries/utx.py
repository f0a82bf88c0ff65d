"""UTX, the glossaries of the Asia-Pacific Association for Machine Translation (https://aamt.info/en/utx).

Header lines begin with ``#``: the first says version and languages, the last names the columns. Read: 1.00 to 1.20,
from Japanese to English or the other way; forbidden and rejected terms are passed over. Written: 1.11.
"""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from termalign.formats.characters import one_cell
from termalign.formats.errors import FormatError
from termalign.formats.glossaries.columns import rows_of
from termalign.formats.languages import language_of
from termalign.formats.opening import Source, name_of, text_lines
from termalign.formats.writing import created

if TYPE_CHECKING:
    from termalign.formats.glossaries.glossary import GlossaryEntry

_LANGUAGES = re.compile(r";\s*(?:lang:\s*)?([A-Za-z]{2,3}(?:[-_]\w+)*)\s*/\s*([A-Za-z]{2,3}(?:[-_]\w+)*)")
_UNWANTED = {"forbidden", "rejected"}
_NOTES = ("comment", "src:comment", "tgt:comment")
_NOTHING = {"", "-"}


def read(source: Source) -> Iterator[tuple[str, str, str]]:
    """The terms of a UTX file."""
    name = name_of(source)
    turned, columns = False, ["src", "tgt", "src:pos"]
    for number, line in text_lines(source):
        text = line.rstrip("\r\n")
        if number == 1:
            turned = _is_turned(text, name)
        elif text.startswith("#"):
            names = [cell.strip().lower() for cell in text.lstrip("#").split("\t")]
            columns = names if "src" in names and "tgt" in names else columns
        elif text.strip():
            row = dict(zip(columns, (cell.strip() for cell in text.split("\t")), strict=False))
            if row.get("src", "") in _NOTHING or row.get("tgt", "") in _NOTHING:
                expected = " ⇥ ".join(columns[:3])
                raise FormatError(name, number, f"expected the fields {expected}, found {text[:80]!r}")
            if row.get("term status", row.get("status", "")).lower() not in _UNWANTED:
                ja, en = (row["tgt"], row["src"]) if turned else (row["src"], row["tgt"])
                yield ja, en, " ".join(row[note] for note in _NOTES if row.get(note, "") not in _NOTHING)


def _is_turned(line: str, name: str) -> bool:
    languages = _LANGUAGES.search(line)
    if not line.startswith("#UTX") or languages is None:
        raise FormatError(name, 1, f"expected a header such as #UTX 1.11; ja/en, found {line[:80]!r}")
    pair = language_of(languages[1]), language_of(languages[2])
    if pair not in (("ja", "en"), ("en", "ja")):
        raise FormatError(name, 1, f"expected the languages ja/en or en/ja, found {languages[1]}/{languages[2]}")
    return pair == ("en", "ja")


def write(path: str | os.PathLike[str], entries: "Iterable[GlossaryEntry]") -> None:
    """Write a UTX 1.11 file, a line a rendering; the part of speech, which UTX asks for, is left open (``-``)."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with created(path) as file:
        file.write(f"#UTX 1.11; ja/en; {now}\r\n#src\ttgt\tsrc:pos\tcomment\r\n")
        for number, (ja, en, note) in enumerate(rows_of(entries), 1):
            if ja.startswith("#"):
                raise FormatError(path, number, f"expected a term that does not begin with #, found {ja!r}", "row")
            if "-" in (ja.strip(), en.strip()):
                raise FormatError(
                    path, number, "expected a term and its rendering; UTX says with - that there is none", "row"
                )
            file.write("\t".join((one_cell(ja), one_cell(en), "-", one_cell(note) or "-")) + "\r\n")
