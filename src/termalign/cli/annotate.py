"""``termalign annotate``: English with the Japanese of its terms in brackets."""

import argparse
from collections.abc import Iterable, Iterator
from itertools import chain, tee
from textwrap import shorten
from typing import TYPE_CHECKING

from termalign.cli.bitext import add_format_option, assign_columns, format_by_name, units_of_all
from termalign.cli.command import Command
from termalign.cli.failure import USAGE, Failure, NothingFound
from termalign.cli.inputs import read_once, read_texts, terms_of
from termalign.cli.settings import (
    PickedTerms,
    add_kinds_option,
    add_lexicon_options,
    add_text_option,
    chance,
    lexicon_errors,
    opened_lexicon,
)

if TYPE_CHECKING:
    from termalign.aligner import Aligner
    from termalign.alignment import Alignment
    from termalign.lists import TermList

_HEAD = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ margin: 2rem auto; max-width: 42rem; padding: 0 1rem; line-height: 1.8; overflow-wrap: anywhere; }}
p {{ white-space: pre-line; }}
</style>
</head>
<body><main>"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the texts, and the options that select the Japanese to add."""
    parser.add_argument("texts", nargs="+", metavar="JA EN", help="UTF-8 files, or a bitext; - is standard input")
    add_format_option(parser)
    add_text_option(parser)
    parser.add_argument("--terms", metavar="FILE", help="a list of the Japanese terms to add")
    parser.add_argument("--all", action="store_true", help="annotate every mention, not only the first of each term")
    parser.add_argument("--names", action="store_true", help="annotate only names")
    parser.add_argument(
        "--min-score",
        type=chance,
        default=0.5,
        metavar="N",
        help="the lowest score of a link to use, 0 to 1; default: 0.5",
    )
    add_kinds_option(parser)
    add_lexicon_options(parser)


def run(options: argparse.Namespace) -> Iterator[str]:
    """Yield the English with the Japanese added. Each text of a bitext begins on a new line."""
    from termalign.aligner import Aligner
    from termalign.annotation import annotated
    from termalign.pictures.clean import escaped

    read_once([*([] if options.text else options.texts), options.terms])
    pairs = _pairs(options)
    terms, glossary, *_ = terms_of(options)
    aligner = Aligner(opened_lexicon(options, glossary), kinds=options.kinds)
    alignments, again = tee(_alignments(aligner, pairs, terms, options))
    texts = zip(
        (alignment.en for alignment in again),
        annotated(
            alignments,
            style=options.format,
            first=not options.all,
            names=options.names,
            nouns=options.terms is None,
            min_score=options.min_score,
            glossary=aligner.glossary,
        ),
        strict=True,
    )
    held = []  # up to the first text with an addition: without one, nothing is written
    for en, text in texts:
        held.append((en, text))
        if text != en:
            break
    else:
        raise NothingFound("nothing to add to the text")
    if options.format == "html":
        lines = (line for en, _ in held for line in en.splitlines())
        title = shorten(next(filter(None, map(str.strip, lines)), ""), 80, placeholder="…")
        yield _HEAD.format(title=escaped(title))
    for number, (_, text) in enumerate(chain(held, texts)):
        if number and options.format == "markdown":
            yield ""
        yield text.removesuffix("\n")
    if options.format == "html":
        yield "</main></body>\n</html>"


def _alignments(
    aligner: "Aligner",
    pairs: Iterable[tuple[str | None, str]],
    terms: "list[str] | TermList | None",
    options: argparse.Namespace,
) -> "Iterator[Alignment]":
    """Yield the alignment of two texts or of terms with a text, or those of the pairs of bitexts."""
    picked = PickedTerms(terms, options)
    for ja, en in pairs:
        with lexicon_errors():
            if ja is None:
                yield aligner.align(terms or (), en)
                return
            yield aligner.align(ja, en, terms=picked.places(ja))
    picked.say_absent()


def _pairs(options: argparse.Namespace) -> Iterable[tuple[str | None, str]]:
    """Return the texts of the arguments, or the pairs of bitexts, which are read one by one.

    Without a Japanese text, the Japanese is None.
    """
    if options.bitext and options.text:
        options.parser.error("--from and --text exclude each other")
    others = [options.terms, *(options.glossary or ())]
    if options.bitext or (not options.text and any(format_by_name([file]) for file in options.texts)):
        return ((unit.ja, unit.en) for unit in units_of_all(options, others))
    if len(options.texts) not in ((1, 2) if options.terms else (2,)):
        expected = "[JA] EN with --terms, or a bitext" if options.terms else "two texts, JA EN, or a bitext"
        raise Failure(f"expected {expected}, not {len(options.texts)} texts", USAGE)
    assign_columns(options, [], others)
    *japanese, english = read_texts(options.texts, options.text)
    return [(japanese[0] if japanese else None, english)]


COMMAND = Command(
    name="annotate",
    usage="termalign annotate [options] JA EN\n       termalign annotate [options] --terms FILE [JA] EN\n"
    "       termalign annotate [options] [--from FORMAT] BITEXT…",
    summary="add the Japanese of terms to an English text",
    description="""\
Write an English text with the Japanese for each name and noun in brackets
after its first mention. With --terms, add exactly the terms of the list. For
a bitext, such as memory.tmx, write the English of all pairs.""",
    arguments=arguments,
    run=run,
    formats={
        "text": "the text: National Police Agency (警察庁)",
        "markdown": "Markdown, with furigana above kanji; code, web addresses and tags are not changed",
        "html": "a page, with furigana above kanji",
    },
    examples=(
        "annotate article.ja.txt article.en.txt",
        "annotate --names --format html article.ja.txt article.en.txt -o article.html",
        "annotate --terms terms.txt article.en.txt",
        "annotate --terms terms.txt memory.tmx",
        "annotate memory.tmx",
        'annotate --text 桜島が噴火した。 "Sakurajima erupted."',
    ),
)
