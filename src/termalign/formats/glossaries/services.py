"""Glossaries as services of machine translation take them. Each term has one rendering, the preferred one.

The files are in UTF-8. Those without a header are CSV or, if the name ends in ``.tsv``, tab-separated values.
"""

import csv
import os
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from termalign.formats.catalogue import suffix_of
from termalign.formats.characters import encodable, one_cell, unmarked
from termalign.formats.delimited import Row, csv_rows, tsv_rows
from termalign.formats.errors import FormatError
from termalign.formats.glossaries.columns import Read, preferred, terms_of
from termalign.formats.glossaries.entry import Form, GlossaryEntry, renderings_of
from termalign.formats.languages import language_of
from termalign.formats.opening import Source, name_of
from termalign.formats.writing import created

_Path = str | os.PathLike[str]

_EMPTY = "expected a Japanese and an English term, found an empty one"
_LONGEST = 1024  # bytes of UTF-8
_CONTROLS = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029]")


class Service(NamedTuple):
    """The format of a service."""

    read: Callable[[Source], Iterator[Read]]
    write: Callable[[_Path, Iterable[GlossaryEntry]], None]


def _rows(source: Source) -> Iterator[Row]:
    return tsv_rows(source) if suffix_of(source) == ".tsv" else csv_rows(source)


def _write(
    path: _Path, entries: Iterable[GlossaryEntry], cell: Callable[[str], str], fault: Callable[[str], str]
) -> None:
    """Write each term with its preferred rendering, or raise an error at a text of which `fault` says what is wrong."""
    with created(path) as file:
        writer = csv.writer(file, lineterminator="\n", delimiter="\t" if suffix_of(path) == ".tsv" else ",")
        for number, pair in enumerate(preferred(entries), 1):
            row = list(map(cell, pair))
            if problem := next(filter(None, map(fault, row)), ""):
                raise FormatError(path, number, problem, "term")
            writer.writerow(row)


def _read_deepl(source: Source) -> Iterator[Read]:
    """Read the terms of a DeepL glossary, with a `FormatError` for each record that breaks DeepL's rules."""
    name = name_of(source)
    seen: dict[str, int] = {}
    for number, row in _rows(source):
        if len(row) < 2:
            yield FormatError(name, number, f"expected a Japanese and an English term, found {row[0][:80]!r}")
            continue
        first, second = (cell.strip() for cell in row[:2])
        problem = _deepl_fault(first) or _deepl_fault(second)
        if not problem and first in seen:
            problem = f"expected each term once, found {first!r} again, after line {seen[first]}"
        if problem:
            yield FormatError(name, number, problem)
            continue
        seen[first] = number
        codes = [language_of(cell) for cell in row[2:4]]
        yield Form(second, first) if codes == ["en", "ja"] else Form(first, second)


def _deepl_cell(text: str) -> str:
    return " ".join(_CONTROLS.sub(" ", unmarked(encodable(text))).split())


def _deepl_fault(text: str) -> str:
    if not text:
        return _EMPTY
    if control := _CONTROLS.search(text):
        return f"expected no control characters, found U+{ord(control[0]):04X} in {text[:80]!r}"
    size = len(text.encode("utf-8", "replace"))
    return f"expected at most {_LONGEST} bytes, found {size}: {text[:40]!r}…" if size > _LONGEST else ""


DEEPL = Service(_read_deepl, lambda path, entries: _write(path, entries, _deepl_cell, _deepl_fault))
"""DeepL's glossaries (https://developers.deepl.com/docs/customize/managing-glossaries).

The columns are Japanese, English, and optionally the codes of the two languages. Terms are unique and not empty, and have no
control characters, which are written as spaces, and at most 1024 bytes.
"""


def _read_google(source: Source) -> Iterator[Read]:
    for number, row in _rows(source):
        cells = [cell.strip() for cell in row]
        if len(cells) == 2 and all(cells):
            yield Form(cells[0], cells[1])
        else:
            problem = f"expected two fields, Japanese and English, found {' ⇥ '.join(row)[:80]!r}"
            yield FormatError(name_of(source), number, problem)


GOOGLE = Service(
    _read_google,
    lambda path, entries: _write(
        path, entries, lambda text: unmarked(one_cell(text)), lambda text: "" if text.strip() else _EMPTY
    ),
)
"""Google's unidirectional glossaries (https://cloud.google.com/translate/docs/advanced/glossary): Japanese and English."""


def _read_sets(source: Source) -> Iterator[Read]:
    """Read the terms of equivalent term sets. Sets without one of the two languages are skipped."""
    return terms_of(source, _sets(source), alternatives=False)


def _sets(source: Source) -> Iterator[Row]:
    wanted: list[int] = []
    for number, row in csv_rows(source):
        if not wanted:
            languages = [language_of(cell) for cell in row]
            if not {"ja", "en"} <= {*languages}:
                problem = f"expected a header with ja and en, found {','.join(row)[:80]!r}"
                raise FormatError(name_of(source), number, problem)
            wanted = [languages.index("ja"), languages.index("en")]
        elif any(k >= len(row) or not row[k].strip() for k in wanted):
            continue
        yield number, row


def _write_sets(path: _Path, entries: Iterable[GlossaryEntry]) -> None:
    with created(path) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("ja", "en", "description"))
        for entry in entries:
            if found := renderings_of(entry):
                writer.writerow([one_cell(text) for text in (entry.ja, found[0], entry.note)])


GOOGLE_SETS = Service(_read_sets, _write_sets)
"""Google's equivalent term sets, on the same page: CSV with a header of language codes, here ``ja,en``, and optionally ``pos``
and ``description``, which is the note.
"""
