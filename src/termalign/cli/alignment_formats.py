"""The output formats of ``termalign align`` for browsers, other aligners and annotation tools."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from termalign.cli.failure import USAGE, Failure
from termalign.formats.alignments import FORMATS as ALIGNMENTS
from termalign.formats.alignments import alignment_lines

if TYPE_CHECKING:
    from termalign.alignment import Alignment

#: The descriptions of the formats by their names for ``--format``.
FORMATS = {
    "html": "a page with pictures for a browser; it has no scripts and loads nothing",
    "svg": "the picture of one sentence pair",
    **{name: form.what for name, form in ALIGNMENTS.items() if name != "jsonl"},
}


def lines(alignments: "Iterable[Alignment]", form: str) -> "Iterator[str]":
    """Yield the lines of a format as the alignments are read. An HTML page needs all alignments first."""
    from termalign.pictures import drawing, page

    if form == "html":
        yield page(alignments).removesuffix("\n")
    elif form == "svg":
        for k, alignment in enumerate(alignments):
            if k:
                raise Failure(
                    "svg can show only one pair, but there are several: use --format html, or --pair N", USAGE
                )
            yield drawing(alignment).removesuffix("\n")
    else:
        yield from alignment_lines(alignments, form)
