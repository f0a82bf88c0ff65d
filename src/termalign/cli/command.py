"""The program: its parser, and what happens around a subcommand."""

import argparse
import os
import sys
from collections.abc import Sequence

from termalign._version import __version__
from termalign.cli import abbreviations, align, lexicon, romanize
from termalign.cli.failure import DONE, NOTHING, USAGE, Failure
from termalign.cli.outputs import utf8_streams

_EPILOG = """\
Texts are UTF-8 files; - is standard input, and with --text the arguments are the texts themselves.
Data goes to standard output, messages to standard error.
Exit codes: 0 done, 1 nothing found or bad data, 2 wrong usage or a missing file.

examples:
  termalign align article.ja.txt article.en.txt
  termalign align --terms terms.txt article.en.txt
  termalign align --text 特殊詐欺の被害 "losses from special fraud"
  termalign romanize --system kunrei 新橋
  termalign lexicon lookup 詐欺
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Parameters
    ----------
    argv : sequence of str, optional
        Arguments without the program's name; those of the process by default.

    Returns
    -------
    int
        The exit code: 0 done, 1 nothing found or bad data, 2 wrong usage or a missing file.
    """
    utf8_streams()
    try:
        try:
            code = _run(argv)
        except Failure as failure:
            code = _fail(str(failure), failure.code)
        except SystemExit as stop:  # argparse has said why
            code = stop.code if isinstance(stop.code, int) else USAGE
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader has seen enough
        _abandon_output()
        return DONE
    except OSError as error:
        if error.filename is not None:  # a file that is no input: a bug, or a broken installation
            raise
        _abandon_output()
        return _fail(f"cannot write: {error.strerror or error}", NOTHING)
    except KeyboardInterrupt:
        _abandon_output()
        return 130  # as a shell reports SIGINT


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    program = argparse.ArgumentParser(
        prog="termalign",
        description="Align Japanese terms with the English that renders them.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    program.add_argument("--version", action="version", version=f"termalign {__version__}")
    commands = program.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for subcommand in (align, romanize, abbreviations, lexicon):
        subcommand.add_to(commands)
    return program


def _run(argv: Sequence[str] | None) -> int:
    options, rest = parser().parse_known_args(argv)
    if rest:
        # argparse leaves texts that stand behind an option to us: align JA --terms FILE EN
        if not hasattr(options, "texts") or any(word.startswith("-") and word != "-" for word in rest):
            options.parser.error(f"unrecognized arguments: {' '.join(rest)}")
        options.texts += rest
    code: int = options.run(options)
    return code


def _fail(message: str, code: int) -> int:
    sys.stderr.write(f"termalign: {message}\n")
    return code


def _abandon_output() -> None:
    """Let nothing more be written, so that the interpreter's last flush has nothing to complain of."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # not a real file, as under a test
        return
