"""``termalign align``: the main job."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from termalign.cli.failure import DONE, NOTHING, Failure
from termalign.cli.inputs import read_lines, read_once, read_texts
from termalign.cli.outputs import columns, tsv, visible, wrapped, write
from termalign.cli.settings import add_lexicon_options, lexicon_errors, opened_lexicon
from termalign.model import KINDS, Link

if TYPE_CHECKING:
    from termalign.alignment import Alignment

_USAGE = """\
termalign align [options] JA EN
       termalign align [options] --terms FILE [JA] EN
       termalign align [options] --mixed TEXT"""

_DESCRIPTION = """\
Align Japanese with the English that renders it.

JA EN              a text and its translation: the Japanese terms are found in it
--terms FILE EN    every English mention of every listed term
--terms FILE JA EN  of a text and its translation, the listed terms only
--mixed TEXT       an English text that carries its own Japanese"""

_EPILOG = """\
formats:
  text   columns: Japanese, English, kind of evidence, score, ×N where it is said N times;
         then the Japanese terms that nothing in the English renders
  tsv    a header, then a line a link: ja en kind score ja_start ja_end en_start en_end,
         with tab, line feed, carriage return and backslash as \\t \\n \\r \\\\
  jsonl  one line an alignment: texts, links with their evidence and parts, unaligned terms
Offsets are code points of the text after any byte order mark, half-open.

examples:
  termalign align article.ja.txt article.en.txt
  termalign align --terms terms.txt --format tsv article.en.txt
  termalign align --mixed - < article.en.txt
  termalign align --glossary house-style.tsv --min-score 0.8 article.ja.txt article.en.txt
  termalign align --explain --text 特殊詐欺の被害 "losses from special fraud (tokushu sagi)"
"""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "align",
        help="find the English that renders Japanese terms",
        usage=_USAGE,
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("texts", nargs="*", metavar="JA EN", help="UTF-8 files; - is standard input")
    parser.add_argument("--text", action="store_true", help="the arguments are the texts themselves, not files")
    parser.add_argument(
        "--terms", metavar="FILE", help="Japanese terms, one a line, up to a tab; # begins a comment; - is stdin"
    )
    parser.add_argument("--mixed", action="store_true", help="one text with both languages in it")
    add_lexicon_options(parser)
    parser.add_argument("--min-score", type=_score, metavar="N", help="leave out links that score less, 0 to 1")
    parser.add_argument("--kinds", type=_kinds, metavar="KIND,…", help=f"use only these: {', '.join(KINDS)}")
    parser.add_argument("--format", choices=("text", "tsv", "jsonl"), default="text", help="default: text")
    parser.add_argument("--explain", action="store_true", help="say why each link was made (text format only)")
    parser.set_defaults(run=run, parser=parser)


def run(options: argparse.Namespace) -> int:
    """Align, and write the links."""
    _check(options)
    alignment = _alignment(options)
    if options.format == "jsonl":
        write([alignment.to_json()])
    elif options.format == "tsv":
        write(tsv(_records(alignment)))
    elif options.explain:
        write(visible(line) for line in alignment.explain().splitlines())
    else:
        write(columns(list(_rows(alignment)), dim_from=2))
        write(wrapped("not in the English:", dict.fromkeys(span.text for span in alignment.unaligned)))
    if not alignment.links:
        raise Failure("no link found", NOTHING)
    return DONE


def _check(options: argparse.Namespace) -> None:
    """Refuse combinations that mean nothing."""
    wanted = (1,) if options.mixed else (1, 2) if options.terms else (2,)
    if options.mixed and options.terms:
        options.parser.error("--mixed and --terms exclude each other")
    if len(options.texts) not in wanted:
        what = {(1,): "one text", (1, 2): "an English text, or a Japanese and an English one", (2,): "two texts, JA EN"}
        options.parser.error(f"expected {what[wanted]}, not {len(options.texts)}")
    if options.explain and options.format != "text":
        options.parser.error(f"--explain is for --format text; {options.format} carries no prose")
    read_once([*([] if options.text else options.texts), options.terms])


def _alignment(options: argparse.Namespace) -> "Alignment":
    from termalign.aligner import Aligner

    texts = read_texts(options.texts, options.text)
    terms = read_lines(options.terms) if options.terms else None
    lexicon = opened_lexicon(options.lexicon, options.glossary)
    settings = {} if options.min_score is None else {"min_score": options.min_score}
    with lexicon_errors():
        aligner = Aligner(lexicon, kinds=options.kinds, **settings)
        if options.mixed:
            return aligner.align_mixed(*texts)
        if terms is not None and len(texts) == 1:
            return aligner.align(terms, *texts)
        return aligner.align(*texts, terms=terms)


def _rows(alignment: "Alignment") -> Iterator[list[str]]:
    """A row a term and rendering, best first; the term is written once."""
    best: dict[str, dict[str, Link]] = {}
    count: dict[tuple[str, str], int] = {}
    for link in alignment:
        ja, en = link.ja.text, link.en.text
        count[ja, en] = count.get((ja, en), 0) + 1
        shown = best.setdefault(ja, {})
        if en not in shown or link.score > shown[en].score:
            shown[en] = link
    for ja, renderings in best.items():
        for k, (en, link) in enumerate(sorted(renderings.items(), key=lambda item: -item[1].score)):
            times = f"×{count[ja, en]}" if count[ja, en] > 1 else ""
            yield ["" if k else ja, en, link.kind, f"{link.score:.2f}", times]


def _records(alignment: "Alignment") -> Iterator[tuple[object, ...]]:
    yield ("ja", "en", "kind", "score", "ja_start", "ja_end", "en_start", "en_end")
    for link in alignment:
        yield (
            link.ja.text, link.en.text, link.kind, f"{link.score:.4f}",
            link.ja.start, link.ja.end, link.en.start, link.en.end,
        )  # fmt: skip


def _score(argument: str) -> float:
    try:
        value = float(argument)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"expected a number from 0 to 1, not {argument!r}")
    return value


def _kinds(argument: str) -> list[str]:
    kinds = [kind.strip() for kind in argument.split(",") if kind.strip()]
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown or not kinds:
        raise argparse.ArgumentTypeError(f"unknown kind {', '.join(unknown)!r}; there are {', '.join(KINDS)}")
    return kinds
