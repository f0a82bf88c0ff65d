"""``termalign annotate``: English with the Japanese of its terms in brackets."""

import argparse
from collections.abc import Iterator
from textwrap import shorten
from typing import TYPE_CHECKING

from termalign.cli.command import Command
from termalign.cli.failure import USAGE, Failure, NothingFound
from termalign.cli.inputs import texts_and_terms
from termalign.cli.settings import add_lexicon_options, add_text_option, chance, lexicon_errors, opened_lexicon

if TYPE_CHECKING:
    from termalign.alignment import Alignment

_LONGEST_TITLE = 80  # characters
_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>body {{ margin: 2rem auto; max-width: 42rem; padding: 0 1rem; line-height: 1.8; }} p {{ white-space: pre-line; }}</style>
</head>
<body>
{body}
</body>
</html>"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the texts, and the options for selecting the Japanese to add."""
    parser.add_argument("texts", nargs="+", metavar="JA EN", help="UTF-8 files; - is standard input")
    add_text_option(parser)
    parser.add_argument("--terms", metavar="FILE", help="a list of Japanese terms in place of the Japanese text")
    parser.add_argument("--all", action="store_true", help="annotate every mention, not only the first of each term")
    parser.add_argument("--names", action="store_true", help="annotate only names")
    parser.add_argument(
        "--min-score",
        type=chance,
        default=0.5,
        metavar="N",
        help="the lowest score of a link to use, 0 to 1; default: 0.5",
    )
    add_lexicon_options(parser)


def run(options: argparse.Namespace) -> Iterator[str]:
    """Yield the English with the Japanese added."""
    from termalign.annotation import annotate
    from termalign.pictures.clean import escaped

    found = _aligned(options)
    text = annotate(
        found, style=options.format, first=not options.all, names=options.names, min_score=options.min_score
    )
    if text == found.en:
        raise NothingFound("nothing to add to the text")
    if options.format == "html":
        title = shorten(next(filter(None, map(str.strip, found.en.splitlines())), ""), _LONGEST_TITLE, placeholder="…")
        text = _PAGE.format(title=escaped(title), body=text)
    yield text.removesuffix("\n")


def _aligned(options: argparse.Namespace) -> "Alignment":
    from termalign.aligner import Aligner

    wanted = 1 if options.terms else 2
    if len(options.texts) != wanted:
        expected = "one text, EN, with --terms" if options.terms else "two texts, JA EN"
        raise Failure(f"expected {expected}, not {len(options.texts)}", USAGE)
    (*japanese, english), terms = texts_and_terms(options)
    with lexicon_errors():
        return Aligner(opened_lexicon(options)).align(terms if terms is not None else japanese[0], english)


COMMAND = Command(
    name="annotate",
    usage="termalign annotate [options] JA EN\n       termalign annotate [options] --terms FILE EN",
    summary="add the Japanese of terms to an English text",
    description="Write an English text with the Japanese for each term in brackets after its first mention.",
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
        'annotate --text 桜島が噴火した。 "Sakurajima erupted."',
    ),
)
