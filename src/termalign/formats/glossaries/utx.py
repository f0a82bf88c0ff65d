"""UTX, the glossaries of the Asia-Pacific Association for Machine Translation (https://aamt.info/en/utx).

Header lines begin with ``#``. The first states the version and the languages, and the last names the columns. Versions 1.00
to 1.20 are read, from Japanese to English or from English to Japanese, with the status of terms. Version 1.11 is written,
with definition, domain, concept, reading and check in additional columns, which UTX allows.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from termalign.formats.characters import one_cell
from termalign.formats.errors import FormatError
from termalign.formats.glossaries.columns import Read
from termalign.formats.glossaries.doubt import about_check, about_statuses
from termalign.formats.glossaries.entry import (
    NOT_TRANSLATED,
    Form,
    GlossaryEntry,
    forms_of,
    rank_of,
    said_status,
    status_of,
    stays,
)
from termalign.formats.languages import language_of
from termalign.formats.opening import Source, name_of, text_lines
from termalign.formats.writing import created

_LANGUAGES = re.compile(r";\s*(?:lang:\s*)?([A-Za-z]{2,3}(?:[-_]\w+)*)\s*/\s*([A-Za-z]{2,3}(?:[-_]\w+)*)")
_STATUSES = {
    "preferred": "approved", "admitted": "non-standard", "forbidden": "forbidden", NOT_TRANSLATED: NOT_TRANSLATED, "": "-",
}  # fmt: skip
_STATUS_COLUMNS = ("term status", "status", "src:term status", "tgt:term status")
_DEFINITIONS = ("definition", "src:definition", "tgt:definition")
_NOTES = ("comment", "src:comment", "tgt:comment")
_NOTHING = {"", "-"}


def read(source: Source) -> Iterator[Read]:
    """Read the terms of a UTX file."""
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
            form = _form({name: "" if cell in _NOTHING else cell for name, cell in row.items()}, turned)
            if not form.ja or (form.translate and not form.en):
                expected = " ⇥ ".join(columns[:3])
                yield FormatError(name, number, f"expected the fields {expected}, found {text[:80]!r}")
                continue
            yield from about_statuses(number, *(row.get(name, "") for name in _STATUS_COLUMNS))
            yield from about_check(number, row.get("check", ""))
            yield form


def _form(said: dict[str, str], turned: bool) -> Form:
    """Return the form in the fields of a line, which may lack its Japanese or English."""
    status = said.get("term status", said.get("status", ""))
    return Form(
        said.get("tgt" if turned else "src", ""),
        said.get("src" if turned else "tgt", ""),
        " ".join(said[note] for note in _NOTES if said.get(note)),
        rank_of(status),
        status_of(said.get("tgt:term status" if turned else "src:term status", "")),
        pos=said.get("tgt:pos" if turned else "src:pos", ""),
        definition=next((said[name] for name in _DEFINITIONS if said.get(name)), ""),
        domain=said.get("domain", ""),
        concept=said.get("concept id", ""),
        translate=not stays(status),
        reading=said.get("reading", ""),
        check=said.get("check", ""),
    )


def _is_turned(line: str, name: str) -> bool:
    languages = _LANGUAGES.search(line)
    if not line.startswith("#UTX") or languages is None:
        raise FormatError(name, 1, f"expected a header such as #UTX 1.11; ja/en, found {line[:80]!r}")
    pair = language_of(languages[1]), language_of(languages[2])
    if pair not in (("ja", "en"), ("en", "ja")):
        raise FormatError(name, 1, f"expected the languages ja/en or en/ja, found {languages[1]}/{languages[2]}")
    return pair == ("en", "ja")


def write(path: str | os.PathLike[str], entries: Iterable[GlossaryEntry]) -> None:
    """Write a UTX 1.11 file with a line for each form. An unknown part of speech is written as ``-``."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    held = list(entries)
    further = [name for name, has in _FURTHER.items() if any(map(has, held))]
    with created(path) as file:
        file.write(f"#UTX 1.11; ja/en; {now}\r\n#" + "\t".join(("src", "tgt", "src:pos", "comment", *further)) + "\r\n")
        for number, form in enumerate(forms_of(held), 1):
            ja, en = form.ja, form.en
            if ja.startswith("#"):
                raise FormatError(path, number, f"expected a term that does not begin with #, found {ja!r}", "row")
            if "-" in (ja.strip(), en.strip()):
                raise FormatError(
                    path, number, "expected a term and its rendering: in UTX, - means that there is none", "row"
                )
            cells = {
                "term status": _STATUSES[said_status(form)],
                "src:term status": _STATUSES[form.ja_status],
                "definition": form.definition, "domain": form.domain, "concept id": form.concept,
                "reading": form.reading, "check": form.check,
            }  # fmt: skip
            said = (form.pos, form.note, *[cells[name] for name in further])
            file.write(
                "\t".join((one_cell(ja), one_cell(en) or "-", *[one_cell(cell) or "-" for cell in said])) + "\r\n"
            )


_FURTHER: dict[str, Callable[[GlossaryEntry], bool]] = {
    "term status": lambda entry: bool(entry.forbidden) or not entry.translate,
    "src:term status": lambda entry: bool(entry.status),
    "definition": lambda entry: bool(entry.definition),
    "domain": lambda entry: bool(entry.domain),
    "concept id": lambda entry: bool(entry.concept),
    "reading": lambda entry: bool(entry.reading),
    "check": lambda entry: bool(entry.check),
}
