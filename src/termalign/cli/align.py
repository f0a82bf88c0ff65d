"""``termalign align``: links between Japanese terms and the English that renders them."""

import argparse
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from termalign.cli.bitext import (
    Answer,
    add_bitext_options,
    assign_columns,
    bitext_answers,
    check_bitext,
    check_no_bitexts,
    format_by_name,
)
from termalign.cli.command import Command
from termalign.cli.failure import NothingFound
from termalign.cli.inputs import glossary_of_readings, say_names, texts_and_terms
from termalign.cli.links import FORMATS
from termalign.cli.messages import number_of, say
from termalign.cli.outputs import add_safe_cells
from termalign.cli.settings import (
    TERM_LIST,
    PickedTerms,
    add_aligner_options,
    add_jobs_option,
    add_text_option,
    at_least_one,
    chance,
    check_number,
    lexicon_errors,
    opened_aligner,
)
from termalign.model import SITUATIONS

if TYPE_CHECKING:
    from termalign.alignment import Alignment


_ENDS = tuple("。．.！!？?」")  # of sentences
_SHOWN = frozenset(("text", "html", "svg"))  # formats for people, without bullets and readings in brackets


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the texts, the terms, and the options for aligning them."""
    parser.add_argument("texts", nargs="*", metavar="JA EN", help="UTF-8 files; - is standard input")
    add_text_option(parser)
    parser.add_argument("--terms", metavar="FILE", help=TERM_LIST)
    parser.add_argument("--mixed", action="store_true", help="read one text with both languages in it")
    parser.add_argument(
        "--situation",
        choices=SITUATIONS,
        metavar="NAME",
        help=f"how to read JA EN: {', '.join(SITUATIONS)}; by default, termalign decides",
    )
    add_bitext_options(parser)
    parser.add_argument(
        "--min-coverage",
        type=chance,
        metavar="N",
        help="leave out pairs of a bitext of which the links explain less than this share, 0 to 1; 0.3 leaves out most pairs "
        "that do not translate each other",
    )
    add_jobs_option(parser)
    add_aligner_options(parser)
    parser.add_argument(
        "--max-comparisons",
        type=at_least_one,
        metavar="N",
        help="the largest number of comparisons for one pair; a message says so if the links are incomplete",
    )
    parser.add_argument("--explain", action="store_true", help="show the reasons for each link (text format only)")
    parser.add_argument(
        "--unfound", action="store_true", help="list the terms that were not found, however many (text format only)"
    )
    parser.add_argument(
        "--title", metavar="TEXT", default="", help="the title of the HTML page; default: the name of the file"
    )
    add_safe_cells(parser)


def run(options: argparse.Namespace) -> Iterator[str]:
    """Yield the links in the chosen format."""
    _check(options)
    found = False
    why = ""

    def answers() -> Iterator[Answer]:
        nonlocal found, why
        for answer in _covered(bitext_answers(options), options) if options.bitext else _answers(options):
            found = found or bool(answer.alignment.links)
            why = _mistaken(answer.alignment, options)
            if not answer.alignment.complete:
                sys.stderr.write(f"termalign: {_named(answer)} not complete: --max-comparisons was reached\n")
            yield answer

    yield from FORMATS[options.format].lines(answers(), options)
    if not found:
        raise NothingFound(f"no link found{why}")


def _covered(answers: Iterator[Answer], options: argparse.Namespace) -> Iterator[Answer]:
    """Yield the answers with enough coverage, and then say how many had not."""
    if options.min_coverage is None:
        yield from answers
        return
    kept = dropped = 0
    for answer in answers:
        if answer.alignment.coverage >= options.min_coverage:
            kept += 1
            yield answer
        else:
            dropped += 1
    pairs = number_of(kept + dropped, "pair")
    say(f"left out {dropped:,} of {pairs}, with a coverage below {options.min_coverage}", options)


def _named(answer: Answer) -> str:
    return f"pair {answer.pair} is" if answer.pair else "the answer is"


def _check(options: argparse.Namespace) -> None:
    """Stop at invalid combinations of options. A file counts as a bitext by its name."""
    if options.explain and options.format != "text":
        options.parser.error(
            f"--explain applies only to --format text; {options.format} does not explain links in words"
        )
    if options.unfound and options.format != "text":
        options.parser.error("--unfound applies only to --format text")
    if options.title and options.format != "html":
        options.parser.error("--title applies only to --format html")
    if options.bitext is None and (options.pairs or not (options.mixed or options.text)):
        options.bitext = format_by_name(options.texts)
    if options.jobs > 1 and (options.terms or not options.bitext):
        options.parser.error("--jobs applies only to a bitext without --terms")
    if options.bitext or options.pairs:
        check_bitext(options)
    elif options.min_coverage is not None:
        options.parser.error("--min-coverage applies only to a bitext")
    else:
        _check_texts(options)


def _check_texts(options: argparse.Namespace) -> None:
    """Stop if the number of texts does not fit the options."""
    if options.mixed and options.terms:
        options.parser.error("--mixed and --terms exclude each other")
    if options.situation and len(options.texts) == 1:
        options.parser.error("--situation applies only to a Japanese text with an English text")
    check_number(options)
    check_no_bitexts(options)
    assign_columns(options, [], [options.terms, *(options.glossary or ())])


def _mistaken(alignment: "Alignment", options: argparse.Namespace) -> str:
    """Return a hint about a likely mistake in the arguments, for the message that nothing was found."""
    from termalign.kana import is_japanese

    files = [text for text in options.texts if options.text and os.path.isfile(text)]
    if files:
        return f"; with --text, {files[0]} is read as a text, not as a file"
    listed = options.terms and len(options.texts) == 1
    if listed and not alignment.ja:
        return f"; {options.terms} has no terms"
    if options.bitext or not alignment.ja or any(map(is_japanese, alignment.ja)):
        return "; termalign trace shows the candidates that were rejected" if options.explain else ""
    if options.mixed:
        return "; there is no Japanese in the text: give the terms to find with --terms FILE"
    return f"; there is no Japanese in the {'terms' if listed else 'first text: JA comes before EN'}"


def _answers(options: argparse.Namespace) -> Iterator[Answer]:
    texts, terms = texts_and_terms(options)
    aligner = opened_aligner(options, terms.glossary)
    pictured = aligner.glossary
    with lexicon_errors():
        if options.mixed:
            found = aligner.align_mixed(*texts)
        elif terms.listed is not None and len(texts) == 1:
            written = [] if options.format in _SHOWN else terms.written  # with it, a program finds its terms again
            listed = aligner.kept(written or terms.listed)
            say_names(listed, options)
            found = aligner.align(listed, *texts)
            pictured = glossary_of_readings(terms.readings) | pictured
        else:
            if not (options.text or options.terms or options.situation) and _is_list(texts[0]) > _is_list(texts[1]):
                file = options.texts[0]
                say(f"{file} looks like a list of terms: to look for each of them, use --terms {file}", options)
            picked = PickedTerms(terms.listed, options)
            places = picked.places(texts[0])
            picked.say_absent()
            found = aligner.align(*texts, terms=places, situation=options.situation)
    yield Answer(found, glossary=pictured)


def _is_list(text: str) -> bool:
    """Return whether nearly all lines of a text are short and none of them ends a sentence, as in a list of terms."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    # code points of a line, and lines
    short = sum(len(line) <= 30 and not line.endswith(_ENDS) for line in lines)
    return len(lines) >= 3 and short >= 0.9 * len(lines)


COMMAND = Command(
    name="align",
    summary="find the English that renders Japanese terms",
    usage="""\
termalign align [options] JA EN
       termalign align [options] --terms FILE [JA] EN
       termalign align [options] --mixed TEXT
       termalign align [options] [--terms FILE] BITEXT""",
    description="""\
Align Japanese with the English that renders it.

JA EN               a text and its translation: link the terms of the
                    Japanese; or a term or phrase and a text that mentions it:
                    link every mention
--terms FILE EN     a list of terms and a text: link every mention of each term
--terms FILE JA EN  a text and its translation: link only the listed terms
--mixed TEXT        one text with both languages: link the Japanese with the
                    English near it
BITEXT              a file of texts with their translations, such as
                    memory.tmx: link each pair; the output gives the number of
                    the pair; with --terms, link only the listed terms""",
    arguments=arguments,
    run=run,
    formats={name: form.what for name, form in FORMATS.items()},
    notes="Offsets count code points from 0, without a byte order mark. An end is the offset of the next code point.",
    examples=(
        "align article.ja.txt article.en.txt",
        "align --terms terms.txt --format tsv article.en.txt",
        "align --mixed - < article.en.txt",
        "align --format jsonl memory.tmx",
        "align --min-coverage 0.3 --format jsonl --output good.jsonl memory.tmx",
        "align --pair 6 --format svg memory.tmx > pair.svg",
        "align --glossary house_style.tsv --min-score 0.8 article.ja.txt article.en.txt",
        'align --text 匿名・流動型犯罪グループ "The Tokuryu are anonymous and fluid crime groups."',
        'align --explain --text 特殊詐欺の被害 "losses from special fraud (tokushu sagi)"',
    ),
)
