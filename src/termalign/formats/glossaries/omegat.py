"""OmegaT's glossaries (https://omegat.sourceforge.io/manual-standard/en/chapter.glossaries.html).

Tab-separated: term, translation, comment; lines that begin with ``#`` are skipped. Read as UTF-8, as code page 932, or as
UTF-16 if a byte order mark shows it; a field is one rendering, whatever is in it, quotation marks included. Which of
the first two fields is Japanese, the script tells. Written as UTF-8, a line a rendering, with the first line by which
OmegaT knows the encoding.
"""

import os
from collections.abc import Iterable, Iterator

from termalign.formats.characters import one_cell
from termalign.formats.errors import FormatError
from termalign.formats.glossaries.columns import Read, rows_of, terms_of
from termalign.formats.glossaries.entry import GlossaryEntry
from termalign.formats.opening import Source
from termalign.formats.tables import filled_lines
from termalign.formats.writing import created


def read(source: Source) -> Iterator[Read]:
    """Read the terms of an OmegaT glossary."""
    lines = filled_lines(source, other_encodings=True)
    rows = ((number, line.split("\t")) for number, line in lines if not line.startswith("#"))
    return terms_of(source, rows, alternatives=False, fixed=True)


def write(path: str | os.PathLike[str], entries: Iterable[GlossaryEntry]) -> None:
    """Write an OmegaT glossary; a tab or a line break becomes a space.

    Raises
    ------
    FormatError
        If a term begins with #, because OmegaT would read it as a comment.
    """
    with created(path) as file:
        file.write("# Glossary in tab-separated format -*- coding: utf-8 -*-\n")
        for number, row in enumerate(rows_of(entries), 1):
            if row[0].startswith("#"):
                raise FormatError(path, number, f"expected a term that does not begin with #, found {row[0]!r}", "row")
            file.write("\t".join(one_cell(cell) for cell in row).rstrip("\t") + "\n")
