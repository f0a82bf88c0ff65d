"""OmegaT's glossaries (https://omegat.sourceforge.io/manual-standard/en/chapter.glossaries.html).

The columns are term, translation and comment, separated by tabs. Lines that begin with ``#`` are comments. In reading, the
file is in UTF-8, code page 932, or UTF-16 with a byte order mark, and the script tells which of the first two columns is
Japanese. A field is one rendering, even if it has separators or quotation marks. In writing, the file is in UTF-8 with a line
for each rendering, and the first line tells OmegaT the encoding.
"""

import os
from collections.abc import Iterable, Iterator

from termalign.formats.characters import one_cell
from termalign.formats.delimited import filled_lines
from termalign.formats.errors import FormatError
from termalign.formats.glossaries.columns import Read, rows_of, terms_of
from termalign.formats.glossaries.entry import GlossaryEntry
from termalign.formats.opening import Source
from termalign.formats.writing import created


def read(source: Source) -> Iterator[Read]:
    """Read the terms of an OmegaT glossary."""
    lines = filled_lines(source, other_encodings=True)
    rows = ((number, line.split("\t")) for number, line in lines if not line.startswith("#"))
    return terms_of(source, rows, alternatives=False, fixed=True)


def write(path: str | os.PathLike[str], entries: Iterable[GlossaryEntry]) -> None:
    """Write an OmegaT glossary. A tab or a line break becomes a space.

    A term that begins with # raises a `FormatError`, because OmegaT would read it as a comment.
    """
    with created(path) as file:
        file.write("# Glossary in tab-separated format -*- coding: utf-8 -*-\n")
        for number, row in enumerate(rows_of(entries), 1):
            if row[0].startswith("#"):
                raise FormatError(path, number, f"expected a term that does not begin with #, found {row[0]!r}", "row")
            file.write("\t".join(one_cell(cell) for cell in row).rstrip("\t") + "\n")
