"""``termalign align``: the main job."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from termalign.cli.answer import Answer
from termalign.cli.bitext import add_bitext_options, bitext_answers, check_bitext, format_by_name
from termalign.cli.command import Command
from termalign.cli.failure import NothingFound
from termalign.cli.inputs import read_once, read_terms, read_texts
from termalign.cli.links import FORMATS
from termalign.cli.outputs import add_safe_cells
from termalign.cli.settings import add_aligner_options, lexicon_errors, opened_aligner
from termalign.model import SITUATIONS

if TYPE_CHECKING:
    from termalign.alignment import Alignment

_SHOWN = 10  # listed terms that are not there


def arguments(parser: argparse.ArgumentParser) -> None:
    """Texts, terms, and how to align them."""
    parser.add_argument("texts", nargs="*", metavar="JA EN", help="UTF-8 files; - is standard input")
    parser.add_argument("--text", action="store_true", help="the arguments are the texts themselves, not files")
    parser.add_argument(
        "--terms",
        metavar="FILE",
        help="a list of Japanese terms, one a line; what follows a tab and lines that begin with # do not count; or a term "
        "base; - is stdin",
    )
    parser.add_argument("--mixed", action="store_true", help="one text with both languages in it")
    parser.add_argument(
        "--situation",
        choices=SITUATIONS,
        metavar="NAME",
        help=f"how to read JA EN, {', '.join(SITUATIONS)}: without it the two texts tell",
    )
    add_bitext_options(parser)
    add_aligner_options(parser)
    parser.add_argument("--explain", action="store_true", help="say why each link was made (text format only)")
    add_safe_cells(parser)


def run(options: argparse.Namespace) -> Iterator[str]:
    """The links, in the chosen format."""
    _check(options)
    found = False
    why = ""

    def answers() -> Iterator[Answer]:
        nonlocal found, why
        for answer in bitext_answers(options) if options.bitext else map(Answer, _alignments(options)):
            found = found or bool(answer.alignment.links)
            why = _mistaken(answer.alignment, options)
            yield answer

    yield from FORMATS[options.format].lines(answers(), options)
    if not found:
        raise NothingFound(f"no link found{why}")


def _check(options: argparse.Namespace) -> None:
    """Refuse combinations that mean nothing."""
    if options.explain and options.format != "text":
        options.parser.error(f"--explain is for --format text; {options.format} carries no prose")
    if options.bitext is None and (options.pairs or not (options.terms or options.mixed or options.text)):
        options.bitext = format_by_name(options.texts)
    if options.bitext or options.pairs:
        check_bitext(options)
        return
    wanted = (1,) if options.mixed else (1, 2) if options.terms else (2,)
    if options.mixed and options.terms:
        options.parser.error("--mixed and --terms exclude each other")
    if options.situation and len(options.texts) == 1:
        options.parser.error("--situation says how a Japanese and an English text are read")
    if len(options.texts) not in wanted:
        what = {(1,): "one text", (1, 2): "an English text, or a Japanese and an English one", (2,): "two texts, JA EN"}
        options.parser.error(f"expected {what[wanted]}, not {len(options.texts)}")
    read_once([*([] if options.text else options.texts), options.terms])


def _mistaken(alignment: "Alignment", options: argparse.Namespace) -> str:
    """What the arguments seem to have been taken for, should nothing be found in them."""
    from termalign.kana import is_japanese

    files = [text for text in options.texts if options.text and os.path.isfile(text)]
    if files:
        return f"; with --text, {files[0]} is no file but the text itself"
    listed = options.terms and len(options.texts) == 1
    if listed and not alignment.ja:
        return f"; there are no terms in {options.terms}"
    if options.bitext or not alignment.ja or any(map(is_japanese, alignment.ja)):
        return ""
    if options.mixed:
        return "; there is no Japanese in the text: give terms to look for with --terms FILE"
    return f"; there is no Japanese in the {'terms' if listed else 'first text: JA stands before EN'}"


def _alignments(options: argparse.Namespace) -> "Iterator[Alignment]":
    texts = read_texts(options.texts, options.text)
    terms = read_terms(options.terms) if options.terms else None
    aligner = opened_aligner(options)
    with lexicon_errors():
        if options.mixed:
            yield aligner.align_mixed(*texts)
        elif terms is not None and len(texts) == 1:
            yield aligner.align(terms, *texts)
        else:
            _say_absent(terms, texts[0], options)
            yield aligner.align(*texts, terms=terms, situation=options.situation)


def _say_absent(terms: "Iterable[str] | None", ja: str, options: argparse.Namespace) -> None:
    """Say on standard error which listed terms do not stand in the Japanese text: of them there is nothing to be shown."""
    absent = [term for term in terms or () if term not in ja]
    if absent and not options.quiet:
        more = f" and {len(absent) - _SHOWN:,} more" if len(absent) > _SHOWN else ""
        sys.stderr.write(f"termalign: not in the Japanese text: {', '.join(absent[:_SHOWN])}{more}\n")


COMMAND = Command(
    name="align",
    summary="find the English that renders Japanese terms",
    usage="""\
termalign align [options] JA EN
       termalign align [options] --terms FILE [JA] EN
       termalign align [options] --mixed TEXT
       termalign align [options] [--from FORMAT] [--pair N] BITEXT""",
    description="""\
Align Japanese with the English that renders it.

JA EN               a text and its translation: the Japanese terms are found in it;
                    or terms and a text that speaks of them: every mention of each
--terms FILE EN     every English mention of every listed term
--terms FILE JA EN  of a text and its translation, the listed terms only
--mixed TEXT        an English text that carries its own Japanese
BITEXT              a file of texts with their translations, such as memory.tmx: each pair in its
                    turn; every answer says which pair it is of""",
    arguments=arguments,
    run=run,
    formats={name: form.what for name, form in FORMATS.items()},
    notes="Offsets are code points of the text after any byte order mark, half-open.",
    examples=(
        "align article.ja.txt article.en.txt",
        "align --terms terms.txt --format tsv article.en.txt",
        "align --mixed - < article.en.txt",
        "align --format jsonl memory.tmx",
        "align --pair 6 --format svg memory.tmx > pair.svg",
        "align --glossary house_style.tsv --min-score 0.8 article.ja.txt article.en.txt",
        'align --text 匿名・流動型犯罪グループ "The Tokuryu are anonymous and fluid crime groups."',
        'align --explain --text 特殊詐欺の被害 "losses from special fraud (tokushu sagi)"',
    ),
)
