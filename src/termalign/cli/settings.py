"""What several commands open: a lexicon and a glossary, with what can be wrong with them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from termalign.cli.failure import NOTHING, USAGE, Failure
from termalign.cli.inputs import STDIN, readable

if TYPE_CHECKING:
    import argparse

    from termalign.lexicon import Lexicon


def add_lexicon_options(parser: "argparse.ArgumentParser") -> None:
    """``--glossary`` and ``--lexicon``."""
    parser.add_argument(
        "--glossary", metavar="FILE", help="your own renderings, trusted first: TSV, or CSV if the name ends in .csv"
    )
    parser.add_argument("--lexicon", metavar="FILE", help="a lexicon made by `termalign lexicon build`")


@contextmanager
def lexicon_errors() -> Iterator[None]:
    """Turn what a lexicon or glossary has to complain of into a message."""
    from termalign.lexicon import GlossaryError, LexiconError

    try:
        yield
    except (GlossaryError, LexiconError) as error:
        raise Failure(str(error), NOTHING) from None


def opened_lexicon(file: str | None, glossary: str | None) -> "Lexicon":
    """The lexicon of `file`, the packaged one without it, with the glossary on top."""
    from termalign.lexicon import Lexicon

    if glossary == STDIN or file == STDIN:
        raise Failure("a glossary or lexicon cannot come from standard input", USAGE)
    if file:
        with readable(file), open(file, "rb"):
            lexicon = Lexicon(str(Path(file)))
    else:
        lexicon = Lexicon.default()
    if glossary:
        with readable(glossary), lexicon_errors():
            lexicon = lexicon.with_glossary(glossary)
    return lexicon
