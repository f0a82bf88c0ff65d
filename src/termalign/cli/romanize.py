"""``termalign romanize``: Japanese in Latin letters."""

import argparse
from collections.abc import Iterator

from termalign.cli.failure import DONE
from termalign.cli.inputs import STDIN, argument_text, read_file
from termalign.cli.outputs import write

SYSTEMS = ("hepburn", "hepburn-macron", "kunrei", "nihon", "passport")

_EPILOG = """\
examples:
  termalign romanize 警察庁
  termalign romanize --system hepburn-macron 警察庁 東京都
  termalign romanize --all 羽田
  termalign romanize < names.txt
"""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "romanize",
        help="write Japanese in Latin letters",
        description="Write Japanese in Latin letters: each argument, or without one each line of standard input.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("texts", nargs="*", metavar="TEXT", help="Japanese; - is standard input")
    parser.add_argument("--system", choices=SYSTEMS, default="hepburn", help="default: hepburn")
    parser.add_argument("--all", action="store_true", help="the spellings of every reading, best first, tabs between")
    parser.set_defaults(run=run, parser=parser)


def run(options: argparse.Namespace) -> int:
    """Romanise, a line a text."""
    from termalign.japanese.romanize import romanizations, romanize

    if options.all and options.system != "hepburn":
        options.parser.error("--all gives the spellings of every system; leave --system out")
    for text in _texts(options.texts):
        write(["\t".join(romanizations(text)) if options.all else romanize(text, system=options.system)])
    return DONE


def _texts(arguments: list[str]) -> Iterator[str]:
    if arguments and arguments != [STDIN]:
        yield from map(argument_text, arguments)
    else:
        yield from read_file(STDIN).splitlines()
