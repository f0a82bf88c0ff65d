"""Glossaries that follow DeepL's rules (https://developers.deepl.com/docs/customize/managing-glossaries).

The file is in UTF-8 without a header, as CSV or, if the name ends in ``.tsv``, as tab-separated values: Japanese, English,
and optionally the codes of the two languages. Terms are unique and not empty, and have no control characters and at most 1024
bytes.
"""

import csv
import os
import re
from collections.abc import Iterable, Iterator

from termalign.formats.catalogue import suffix_of
from termalign.formats.characters import encodable, unmarked
from termalign.formats.delimited import csv_rows, tsv_rows
from termalign.formats.errors import FormatError
from termalign.formats.glossaries.columns import Read, preferred
from termalign.formats.glossaries.entry import Form, GlossaryEntry
from termalign.formats.languages import language_of
from termalign.formats.opening import Source, name_of
from termalign.formats.writing import created

_LONGEST = 1024  # bytes of UTF-8
_CONTROLS = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029]")


def read(source: Source) -> Iterator[Read]:
    """Read the terms of a DeepL glossary, with a `FormatError` for each record that breaks DeepL's rules."""
    name = name_of(source)
    seen: dict[str, int] = {}
    for number, row in tsv_rows(source) if suffix_of(source) == ".tsv" else csv_rows(source):
        if len(row) < 2:
            yield FormatError(name, number, f"expected a Japanese and an English term, found {row[0][:80]!r}")
            continue
        first, second = (cell.strip() for cell in row[:2])
        problem = _problem(first) or _problem(second)
        if problem is None and first in seen:
            problem = f"expected each term once, found {first!r} again, after line {seen[first]}"
        if problem is not None:
            yield FormatError(name, number, problem)
            continue
        seen[first] = number
        codes = [language_of(cell) for cell in row[2:4]]
        yield Form(second, first) if codes == ["en", "ja"] else Form(first, second)


def write(path: str | os.PathLike[str], entries: Iterable[GlossaryEntry]) -> None:
    """Write a DeepL glossary: each term with its preferred rendering. Control characters become spaces.

    A text that is then empty, or longer than 1024 bytes, raises a `FormatError`.
    """
    with created(path) as file:
        writer = csv.writer(file, lineterminator="\n", delimiter="\t" if suffix_of(path) == ".tsv" else ",")
        for number, pair in enumerate(preferred(entries), 1):
            row = [" ".join(_CONTROLS.sub(" ", unmarked(encodable(text))).split()) for text in pair]
            for text in row:
                if problem := _problem(text):
                    raise FormatError(path, number, problem, "term")
            writer.writerow(row)


def _problem(text: str) -> str | None:
    if not text:
        return "expected a Japanese and an English term, found an empty one"
    if control := _CONTROLS.search(text):
        return f"expected no control characters, found U+{ord(control[0]):04X} in {text[:80]!r}"
    size = len(text.encode("utf-8", "replace"))
    return f"expected at most {_LONGEST} bytes, found {size}: {text[:40]!r}…" if size > _LONGEST else None
