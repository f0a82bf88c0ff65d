"""``termalign abbreviations``: the abbreviations that an English text defines."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict

from termalign.cli.failure import DONE, NOTHING, Failure
from termalign.cli.inputs import STDIN, read_texts
from termalign.cli.outputs import columns, json_lines, tsv, write
from termalign.model import Abbreviation

_EPILOG = """\
formats:
  text   columns: abbreviation, long form
  tsv    a header, then a line a definition: short long short_start short_end long_start long_end
  jsonl  a line a definition

examples:
  termalign abbreviations article.en.txt
  termalign abbreviations --text "The National Police Agency (NPA) said so."
  termalign abbreviations --format tsv < article.en.txt
"""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "abbreviations",
        help="find the abbreviations an English text defines",
        description="Find the abbreviations that an English text defines, with their long forms.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("texts", nargs="*", metavar="EN", help="a UTF-8 file; without it, or for -, standard input")
    parser.add_argument("--text", action="store_true", help="the arguments are the texts themselves, not files")
    parser.add_argument("--format", choices=("text", "tsv", "jsonl"), default="text", help="default: text")
    parser.set_defaults(run=run, parser=parser)


def run(options: argparse.Namespace) -> int:
    """Find, and write the definitions."""
    from termalign.abbreviations import find_abbreviations

    if len(options.texts) > 1 or (options.text and not options.texts):
        options.parser.error(f"expected one text, not {len(options.texts)}")
    (text,) = read_texts(options.texts or [STDIN], options.text)
    definitions = find_abbreviations(text)
    if options.format == "jsonl":
        write(json_lines(map(asdict, definitions)))
    elif options.format == "tsv":
        write(tsv(_records(definitions)))
    else:
        write(columns([[found.short.text, found.long.text] for found in definitions]))
    if not definitions:
        raise Failure("no abbreviation found", NOTHING)
    return DONE


def _records(definitions: list[Abbreviation]) -> Iterator[tuple[object, ...]]:
    yield ("short", "long", "short_start", "short_end", "long_start", "long_end")
    for found in definitions:
        short, long = found.short, found.long
        yield (short.text, long.text, short.start, short.end, long.start, long.end)
