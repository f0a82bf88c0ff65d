"""Google's unidirectional glossaries (https://cloud.google.com/translate/docs/advanced/glossary).

The file is in UTF-8 without a header, as CSV or, if the name ends in ``.tsv``, as tab-separated values. It has two columns,
Japanese and English.
"""

import csv
import os
from collections.abc import Iterable, Iterator

from termalign.formats.catalogue import suffix_of
from termalign.formats.characters import one_cell, unmarked
from termalign.formats.delimited import csv_rows, tsv_rows
from termalign.formats.errors import FormatError
from termalign.formats.glossaries.columns import Read, preferred
from termalign.formats.glossaries.entry import Form, GlossaryEntry
from termalign.formats.opening import Source, name_of
from termalign.formats.writing import created


def read(source: Source) -> Iterator[Read]:
    """Read the terms of a unidirectional glossary."""
    for number, row in tsv_rows(source) if suffix_of(source) == ".tsv" else csv_rows(source):
        cells = [cell.strip() for cell in row]
        if len(cells) != 2 or not all(cells):
            yield FormatError(
                name_of(source), number, f"expected two fields, Japanese and English, found {' ⇥ '.join(row)[:80]!r}"
            )
            continue
        yield Form(cells[0], cells[1])


def write(path: str | os.PathLike[str], entries: Iterable[GlossaryEntry]) -> None:
    """Write a unidirectional glossary: each term with its preferred rendering. A blank text raises a `FormatError`."""
    with created(path) as file:
        writer = csv.writer(file, lineterminator="\n", delimiter="\t" if suffix_of(path) == ".tsv" else ",")
        for number, pair in enumerate(preferred(entries), 1):
            row = [unmarked(one_cell(text)) for text in pair]
            if not all(text.strip() for text in row):
                raise FormatError(path, number, "expected a Japanese and an English term, found an empty one", "term")
            writer.writerow(row)
