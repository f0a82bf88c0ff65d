"""Google's equivalent term sets (https://cloud.google.com/translate/docs/advanced/glossary).

The file is CSV in UTF-8, with a header of language codes, here ``ja,en``, and optionally ``pos`` and ``description``.
"""

import csv
import os
from collections.abc import Iterable, Iterator

from termalign.formats.characters import one_cell
from termalign.formats.delimited import Row, csv_rows
from termalign.formats.errors import FormatError
from termalign.formats.glossaries.columns import Read, terms_of
from termalign.formats.glossaries.entry import GlossaryEntry, renderings_of
from termalign.formats.languages import language_of
from termalign.formats.opening import Source, name_of
from termalign.formats.writing import created


def read(source: Source) -> Iterator[Read]:
    """Read the terms of equivalent term sets. Sets without one of the two languages are skipped."""
    return terms_of(source, _rows(source), alternatives=False)


def _rows(source: Source) -> Iterator[Row]:
    wanted: list[int] = []
    for number, row in csv_rows(source):
        if not wanted:
            languages = [language_of(cell) for cell in row]
            if not {"ja", "en"} <= {*languages}:
                raise FormatError(
                    name_of(source), number, f"expected a header with ja and en, found {','.join(row)[:80]!r}"
                )
            wanted = [languages.index("ja"), languages.index("en")]
        elif any(k >= len(row) or not row[k].strip() for k in wanted):
            continue
        yield number, row


def write(path: str | os.PathLike[str], entries: Iterable[GlossaryEntry]) -> None:
    """Write equivalent term sets: each term with its preferred rendering, and its note as the description."""
    with created(path) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("ja", "en", "description"))
        for entry in entries:
            if found := renderings_of(entry):
                writer.writerow([one_cell(text) for text in (entry.ja, found[0], entry.note)])
