"""``termalign mcp``: a server for the programs of language models."""

import argparse
from collections.abc import Iterator

from termalign.cli.command import Command
from termalign.cli.failure import USAGE, Failure
from termalign.cli.inputs import stdin
from termalign.cli.settings import add_lexicon_options, read_glossaries, served_lexicon
from termalign.extras import how_to_install


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options for the glossary and the lexicon of the tools."""
    add_lexicon_options(parser)


def run(options: argparse.Namespace) -> Iterator[str]:
    """Serve until standard input ends. Only the protocol is written to standard output."""
    from termalign.aligner import Aligner

    stdin()  # a closed one is an error of usage
    try:
        from termalign.integrations.mcp import server
    except ImportError as error:
        raise Failure(str(error), USAGE) from None
    glossary = read_glossaries(options.glossary or (), options)
    try:
        server(glossary, aligner=Aligner(served_lexicon(options))).run()
    except BaseExceptionGroup as group:  # of the tasks that read and write, one of which has failed
        raise _first(group) from None
    yield from ()


def _first(error: BaseException) -> BaseException:
    """Return the first error of a group, or the error itself."""
    return _first(error.exceptions[0]) if isinstance(error, BaseExceptionGroup) else error


COMMAND = Command(
    name="mcp",
    summary="offer tools to programs that run a language model",
    description="""\
Run a server of the Model Context Protocol over standard input and output. A
program that runs a language model starts the server, and offers its tools to
the model: align, check, select, romanize.""",
    arguments=arguments,
    run=run,
    notes=f"Needs the extra mcp: {how_to_install('mcp')}.",
    examples=("mcp --glossary house_style.tsv",),
    serves=True,
)
