"""``termalign romanize``: romanisation of Japanese text."""

import argparse
from collections.abc import Iterator

from termalign.cli.command import Command
from termalign.cli.inputs import texts_or_lines
from termalign.cli.settings import add_glossary_option, add_texts_or_lines, lexicon_errors, read_glossaries
from termalign.model import SYSTEMS


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the texts and the options for romanisation."""
    add_texts_or_lines(parser)
    parser.add_argument(
        "--system",
        choices=SYSTEMS,
        default="hepburn",
        metavar="SYSTEM",
        help=f"the romanisation system: {', '.join(SYSTEMS)}; default: hepburn",
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help="give the spellings of every reading in every system, best first, separated by tabs",
    )
    add_glossary_option(parser, "a glossary whose readings take precedence")


def run(options: argparse.Namespace) -> Iterator[str]:
    """Yield a line for each text."""
    from termalign.japanese.romanize import romanizations
    from termalign.termbase.romanized import romanize

    glossary = read_glossaries(options.glossary, options) if options.glossary else None
    if options.all and options.system != "hepburn":
        options.parser.error("--all gives the spellings of every system: omit --system")
    for text in texts_or_lines(options.texts):
        with lexicon_errors():
            line = romanize(text, system=options.system, glossary=glossary)
            if options.all:
                line = "\t".join(dict.fromkeys([line, *romanizations(text)]))
        yield line


COMMAND = Command(
    name="romanize",
    usage="termalign romanize [options] [TEXT …]",
    summary="write Japanese in Latin letters",
    description="Write Japanese in Latin letters: each argument, or each line of standard input.",
    arguments=arguments,
    run=run,
    examples=(
        "romanize 警察庁",
        "romanize --system hepburn-macron 警察庁 東京都",
        "romanize --all 羽田",
        "romanize --glossary house_style.tsv 匿流",
        "romanize < article.ja.txt",
    ),
)
