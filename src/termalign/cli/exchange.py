"""The output formats of ``termalign align`` for browsers, for aligners and for annotation tools."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from termalign.cli.failure import USAGE, Failure

if TYPE_CHECKING:
    from termalign.alignment import Alignment

#: The names of the formats for ``--format``, each with a description.
FORMATS = {
    "html": "a page with pictures for a browser; it has no scripts and loads nothing",
    "svg": "the picture of one sentence pair",
    "pharaoh": "token pairs i-j from 0, one line for each alignment",
    "naacl": "a line for each token pair: sentence, Japanese and English token from 1, S or P, score",
    "tokens": "the tokens of these two formats: Japanese ||| English",
    "brat": "brat standoff, the .ann file",
    "brat-text": "brat standoff, the .txt file",
    "doccano": "JSON Lines for doccano: spans and relations",
    "label-studio": "JSON for Label Studio: tasks with predictions",
}


def lines(alignments: "Iterable[Alignment]", form: str) -> "Iterator[str]":
    """Yield the lines of a format as the alignments are read; an HTML page needs all alignments first."""
    from termalign.formats.alignments import alignment_lines
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
