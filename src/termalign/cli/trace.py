"""``termalign trace``: the candidates for links with their features and outcomes."""

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from termalign.cli.command import Command
from termalign.cli.failure import USAGE, Failure, NothingFound
from termalign.cli.inputs import GivenTerms, texts_and_terms
from termalign.cli.messages import number_of, say
from termalign.cli.outputs import json_lines
from termalign.cli.settings import (
    PickedTerms,
    add_aligner_options,
    add_text_option,
    check_number,
    lexicon_errors,
    opened_aligner,
)
from termalign.text import bare

if TYPE_CHECKING:
    pass


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the two texts, and the options that select terms."""
    parser.add_argument(
        "texts",
        nargs="+",
        metavar="JA EN",
        help="UTF-8 files: a Japanese text and its translation; - is standard input",
    )
    add_text_option(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help="the Japanese is a list of terms, one on each line")
    what.add_argument(
        "--terms",
        metavar="FILE",
        help="trace a list of terms and an English text; or only these terms of a Japanese text; as for align",
    )
    parser.add_argument(
        "--of",
        metavar="TERM",
        help="show only the candidates for this term, or those that have this English, as written in the text",
    )
    add_aligner_options(parser)


def run(options: argparse.Namespace) -> Iterator[str]:
    """Yield the candidates in the chosen format."""
    check_number(options)
    (*texts, en), terms = texts_and_terms(options)
    japanese = _japanese(options, texts, terms)
    within = (japanese, bare(japanese).text, en) if isinstance(japanese, str) else (*japanese, en)
    if options.of is not None and not any(options.of in text for text in within):
        raise Failure(f"{options.of} does not occur in the texts", USAGE)
    picked = PickedTerms(terms.listed, options)
    places = picked.places(texts[0]) if texts else None
    if texts:
        picked.say_absent()
    with lexicon_errors():
        trace = opened_aligner(options, terms.glossary).trace(japanese, en, terms=places)
    if options.of is not None:
        trace = trace.only(options.of)
    if options.format == "jsonl":
        yield from json_lines(candidate.to_dict() for candidate in trace.candidates)
        if trace.left_out:
            say(f"{number_of(trace.left_out, 'unlikely candidate')} left out", options)
    else:
        yield from trace.lines()
    if not trace.candidates:
        raise NothingFound("no candidate found")


def _japanese(options: argparse.Namespace, texts: Sequence[str], terms: GivenTerms) -> "str | Sequence[str]":
    """Return the Japanese text, or the terms of a list."""
    if not texts:
        return terms.listed or ()
    return [line for line in texts[0].splitlines() if line] if options.list else texts[0]


COMMAND = Command(
    name="trace",
    usage="""\
termalign trace [options] JA EN
       termalign trace [options] --terms FILE [JA] EN""",
    summary="show all candidates for links, kept or not",
    description="Show the candidates for each term, the features by which each was judged, and the outcome.",
    arguments=arguments,
    run=run,
    formats={
        "text": "each term with its candidates, best first; for links and for the two best candidates, also the sum of the "
        "features",
        "jsonl": "a line for each candidate, with every feature",
    },
    examples=(
        'trace --text 警察庁が発表した。 "The police agency said so." --of 警察庁',
        "trace --terms terms.txt --of 特殊詐欺 article.en.txt",
        'trace --list --text 特殊詐欺 "Special fraud is fraud by telephone."',
    ),
)
