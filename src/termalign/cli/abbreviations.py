"""``termalign abbreviations``: the abbreviations that an English text defines."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict

import termalign.cli.colour as colour
from termalign.cli.command import Command
from termalign.cli.failure import NothingFound
from termalign.cli.inputs import STDIN, read_texts
from termalign.cli.outputs import add_safe_cells, columns, json_lines, tsv
from termalign.model import Abbreviation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the text and the options."""
    parser.add_argument("texts", nargs="*", metavar="EN", help="a UTF-8 file; without it, or for -, standard input")
    parser.add_argument("--text", action="store_true", help="the argument is the text itself, not a file")
    add_safe_cells(parser)


def run(options: argparse.Namespace) -> Iterator[str]:
    """Yield the definitions in the chosen format."""
    from termalign.abbreviations import find_abbreviations

    if len(options.texts) > 1 or (options.text and not options.texts):
        options.parser.error(f"expected one text, not {len(options.texts)}")
    (text,) = read_texts(options.texts or [STDIN], options.text)
    definitions = find_abbreviations(text)
    if options.format == "jsonl":
        yield from json_lines(map(asdict, definitions))
    elif options.format == "tsv":
        yield from tsv(_records(definitions), options)
    else:
        rows = [[found.short.text, found.long.text] for found in definitions]
        yield from columns(rows, (lambda _: (colour.BOLD, colour.PLAIN)) if options.colour else None)
    if not definitions:
        raise NothingFound("no abbreviation found")


def _records(definitions: list[Abbreviation]) -> Iterator[tuple[object, ...]]:
    yield ("short", "long", "short_start", "short_end", "long_start", "long_end")
    for found in definitions:
        short, long = found.short, found.long
        yield (short.text, long.text, short.start, short.end, long.start, long.end)


COMMAND = Command(
    name="abbreviations",
    usage="termalign abbreviations [options] [EN]",
    summary="find the abbreviations that an English text defines",
    description="Find the abbreviations that an English text defines, with their long forms.",
    arguments=arguments,
    run=run,
    formats={
        "text": "columns: abbreviation, long form",
        "tsv": "a header, then a line for each definition: short long short_start short_end long_start long_end",
        "jsonl": "a line for each definition",
    },
    examples=(
        "abbreviations article.en.txt",
        'abbreviations --text "The National Police Agency (NPA) said so."',
        "abbreviations --format tsv < article.en.txt",
    ),
)
