"""The output formats of ``termalign align`` for browsers, other aligners and annotation tools."""

from collections.abc import Iterable, Iterator

from termalign.cli.answer import Answer
from termalign.cli.failure import USAGE, Failure
from termalign.formats.alignments import FORMATS as ALIGNMENTS
from termalign.formats.alignments import alignment_lines

#: The descriptions of the formats by their names for ``--format``.
FORMATS = {
    "html": "a page with pictures for a browser; it has no scripts and loads nothing",
    "svg": "the picture of one sentence pair",
    **{name: form.what for name, form in ALIGNMENTS.items() if name != "jsonl"},
}


def lines(answers: Iterable[Answer], form: str, title: str = "") -> Iterator[str]:
    """Yield the lines of a format as the alignments are read. An HTML page, which has a title, needs all alignments first."""
    from termalign.pictures import drawing, page

    if form == "html":
        shown = list(answers)
        names = [f"{pair} · {unit}" if unit and unit != str(pair) else str(pair) for _, pair, unit, _ in shown if pair]
        glossary = shown[0].glossary if shown else None  # the same for all
        alignments = [answer.alignment for answer in shown]
        yield page(alignments, title=title or "Alignment", names=names, glossary=glossary).removesuffix("\n")
        return
    if form == "svg":
        for k, answer in enumerate(answers):
            if k:
                raise Failure(
                    "svg can show only one pair, but there are several: use --format html, or --pair N", USAGE
                )
            yield drawing(answer.alignment, glossary=answer.glossary).removesuffix("\n")
    else:
        yield from alignment_lines((answer.alignment for answer in answers), form)
