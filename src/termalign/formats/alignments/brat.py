r"""brat standoff: a text, and in a second file ``T`` lines for spans and ``R`` lines for links.

All alignments go into one document, separated by empty lines. A span that contains a line end is written as several fragments
(``T1 EN 0 8;9 16``), because brat reads annotations line by line and takes each line of the text for a sentence. Sources:
https://brat.nlplab.org/standoff.html, and brat's ``server/src/annotation.py``, which joins the texts of fragments with one
space.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from termalign.formats.alignments.bilingual import Document
from termalign.formats.alignments.offsets import counted

if TYPE_CHECKING:
    from termalign.alignment import Alignment

_BETWEEN = "\n\n"
_LINE_END = re.compile(
    r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+"
)  # all characters at which str.splitlines, and so a reader, may split

#: The content of brat's annotation.conf for these files. brat then draws arcs between the two texts.
CONFIGURATION = """\
[entities]
JA
EN
[relations]
{relations}
[events]
[attributes]
"""


def brat(alignments: "Iterable[Alignment]", offsets: str = "codepoints") -> Iterator[tuple[str, list[str]]]:
    """Yield for each alignment its part of the text, and its annotation lines with offsets into the whole text."""
    at = 0
    entities = relations = 0
    for k, alignment in enumerate(alignments):
        document = Document(alignment)
        count = counted(document.text, offsets)
        text = (_BETWEEN if k else "") + document.text
        shift = at + (len(_BETWEEN) if k else 0)
        lines = []
        for entity in document.entities:
            fragments = list(_fragments(document.text, entity.start, entity.end))
            place = ";".join(f"{count(start) + shift} {count(end) + shift}" for start, end in fragments)
            covered = " ".join(document.text[start:end] for start, end in fragments)
            lines.append(f"T{entity.id + entities}\t{entity.side.upper()} {place}\t{covered}")
        for number, relation in enumerate(document.relations, relations + 1):
            arguments = f"Arg1:T{relation.ja + entities} Arg2:T{relation.en + entities}"
            lines.append(f"R{number}\t{relation.kind} {arguments}")
            lines.append(f"#{number}\tAnnotatorNotes R{number}\t{relation.score:.4f}")
        yield text, lines
        at = shift + count(len(document.text))
        entities += len(document.entities)
        relations += len(document.relations)


def brat_text(alignments: "Iterable[Alignment]", offsets: str = "codepoints") -> Iterator[str]:
    """Yield the lines of the text to which the annotations refer. `offsets` has no effect."""
    for k, alignment in enumerate(alignments):
        if k:
            yield ""
        yield Document(alignment).text


def _fragments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the part of a span on each line, without white space at the ends of the line."""
    at = start
    for gap in [*_LINE_END.finditer(text, start, end), None]:
        upto = gap.start() if gap else end
        piece = text[at:upto]
        if piece.strip():
            yield at + len(piece) - len(piece.lstrip()), upto - len(piece) + len(piece.rstrip())
        at = gap.end() if gap else end


def configuration(kinds: Iterable[str]) -> str:
    """Return an ``annotation.conf`` for these kinds of links.

    Examples
    --------
    >>> print(configuration(["gloss"]))
    [entities]
    JA
    EN
    [relations]
    gloss	Arg1:JA, Arg2:EN
    [events]
    [attributes]
    <BLANKLINE>
    """
    return CONFIGURATION.format(relations="\n".join(f"{kind}\tArg1:JA, Arg2:EN" for kind in kinds))
