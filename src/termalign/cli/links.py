"""The output formats of ``termalign align``, each with a function that turns alignments into lines."""

import argparse
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import termalign.cli.colour as colour
from termalign.cli.bitext import Answer
from termalign.cli.failure import USAGE, Failure
from termalign.cli.inputs import STDIN
from termalign.cli.messages import number_of
from termalign.cli.outputs import columns, json_lines, tsv, visible, wrapped
from termalign.formats.alignments import FORMATS as ALIGNMENTS
from termalign.formats.alignments import alignment_lines
from termalign.model import Link
from termalign.text import as_term, without_access_keys
from termalign.text.excerpts import MOST_SHOWN

if TYPE_CHECKING:
    from termalign.alignment import Alignment


class Format(NamedTuple):
    """An output format: its description for ``--help``, and the function that yields its lines."""

    what: str
    lines: Callable[[Iterable[Answer], argparse.Namespace], Iterator[str]]


def _text(answers: Iterable[Answer], options: argparse.Namespace) -> Iterator[str]:
    """Yield links as text, with an empty line between alignments."""
    for k, (alignment, pair, _, _) in enumerate(answers):
        if k:
            yield ""
        if pair:
            yield f"pair {pair}"
        if options.explain:
            yield from _explained(alignment, options.colour)
        else:
            yield from columns(list(_rows(alignment)), _styles if options.colour else None)
        yield from _unfound(alignment, options.unfound)


def _unfound(alignment: "Alignment", all_of_them: bool) -> Iterator[str]:
    """Yield the terms that were not found, or only their number if they are many, as in a term list that suits many texts."""
    linked = {as_term(link.ja.text) for link in alignment}  # in another place
    terms = dict.fromkeys(term for span in alignment.unaligned if (term := as_term(span.text)) not in linked)
    if all_of_them or len(terms) <= MOST_SHOWN:
        yield from wrapped("not found in the English:", terms)
    else:
        yield f"not found in the English: {number_of(len(terms), 'term')} (--unfound lists them)"


def _tsv(answers: Iterable[Answer], options: argparse.Namespace) -> Iterator[str]:
    """Yield links as tab-separated values. For a bitext, the first column is the number of the pair."""
    header = ("ja", "en", "kind", "score", "ja_start", "ja_end", "en_start", "en_end")
    yield from tsv([("pair", *header) if options.bitext else header], options)
    for alignment, pair, _, _ in answers:
        for link in alignment:
            ja, en = link.ja, link.en
            row = (ja.text, en.text, link.kind, f"{link.score:.4f}", ja.start, ja.end, en.start, en.end)
            yield from tsv([(pair, *row) if options.bitext else row], options)


def _jsonl(answers: Iterable[Answer], options: argparse.Namespace) -> Iterator[str]:
    """Yield alignments as JSON. For a bitext, the number of the pair, its name, if any, and its coverage come first."""
    for alignment, pair, unit, _ in answers:
        if pair:
            named = {"pair": pair, **({"unit": unit} if unit else {}), "coverage": round(alignment.coverage, 4)}
            yield from json_lines([{**named, **alignment.to_dict()}])
        else:
            yield alignment.to_json()


def _html(answers: Iterable[Answer], options: argparse.Namespace) -> Iterator[str]:
    """Yield a page, which needs all alignments first."""
    from termalign.pictures import page

    shown = list(answers)
    names = [f"{pair} · {unit}" if unit and unit != str(pair) else str(pair) for _, pair, unit, _ in shown if pair]
    glossary = shown[0].glossary if shown else None  # the same for all
    alignments = [answer.alignment for answer in shown]
    given = options.texts[-1:] if not options.text and options.texts != [STDIN] else []
    title = options.title or " of ".join(["Alignment", *map(os.path.basename, given)])
    yield page(alignments, title=title, names=names, glossary=glossary).removesuffix("\n")


def _svg(answers: Iterable[Answer], options: argparse.Namespace) -> Iterator[str]:
    from termalign.pictures import drawing

    for k, answer in enumerate(answers):
        if k:
            raise Failure("svg can show only one pair, but there are several: use --format html, or --pair N", USAGE)
        yield drawing(answer.alignment, glossary=answer.glossary).removesuffix("\n")


def _exchanged(answers: Iterable[Answer], options: argparse.Namespace) -> Iterator[str]:
    """Yield alignments in a format of other aligners or of annotation tools."""
    return alignment_lines((answer.alignment for answer in answers), options.format)


def _rows(alignment: "Alignment") -> Iterator[list[str]]:
    """Yield a row for each term and rendering, best first. Only the first row of a term shows the term."""
    best: dict[str, dict[str, Link]] = {}
    count: dict[tuple[str, str], int] = {}
    english = without_access_keys(alignment.en, alignment.ja)
    for link in alignment:
        ja, en = as_term(link.ja.text), as_term(english[link.en.start : link.en.end])
        count[ja, en] = count.get((ja, en), 0) + 1
        shown = best.setdefault(ja, {})
        if en not in shown or link.score > shown[en].score:
            shown[en] = link
    for ja, renderings in best.items():
        for k, (en, link) in enumerate(sorted(renderings.items(), key=lambda item: -item[1].score)):
            times = f"×{count[ja, en]}" if count[ja, en] > 1 else ""
            yield ["" if k else ja, en, link.kind, f"{link.score:.2f}", times]


def _styles(row: Sequence[str]) -> Sequence[str]:
    return colour.BOLD, colour.PLAIN, colour.KIND, colour.of_score(float(row[3])), colour.FAINT


def _explained(alignment: "Alignment", coloured: bool) -> Iterator[str]:
    """Yield the explanation of each link, with links in bold and their reasons indented below."""
    for line in map(visible, alignment.explain().splitlines()):
        yield colour.painted(line, colour.BOLD) if coloured and not line.startswith(" ") else line


FORMATS = {
    "text": Format(
        "columns: Japanese, English, kind of evidence, score, and ×N for N mentions; then the Japanese terms that were "
        f"not found, or their number if they are more than {MOST_SHOWN}",
        _text,
    ),
    "tsv": Format(
        "a header, then a line for each link: ja en kind score ja_start ja_end en_start en_end, with tab, line feed, "
        r"carriage return and backslash escaped (\t \n \r \\)",
        _tsv,
    ),
    "jsonl": Format(ALIGNMENTS["jsonl"].what, _jsonl),
    "html": Format("a page with pictures for a browser; it has no scripts and loads nothing", _html),
    "svg": Format("the picture of one sentence pair", _svg),
    **{name: Format(form.what, _exchanged) for name, form in ALIGNMENTS.items() if name != "jsonl"},
}
