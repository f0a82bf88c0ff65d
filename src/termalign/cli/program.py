"""The program: its commands, and the handling of options, errors and signals that they share."""

import argparse
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import termalign.cli.abbreviations as abbreviations
import termalign.cli.align as align
import termalign.cli.annotate as annotate
import termalign.cli.check as check
import termalign.cli.colour as colour
import termalign.cli.completion as completion
import termalign.cli.convert as convert
import termalign.cli.extract as extract
import termalign.cli.learn as learn
import termalign.cli.lexicon as lexicon
import termalign.cli.mcp as mcp
import termalign.cli.romanize as romanize
import termalign.cli.select as select
import termalign.cli.serve as serve
import termalign.cli.terms as terms
import termalign.cli.tokenize as tokenize
import termalign.cli.trace as trace
import termalign.cli.words as words
from termalign._version import __version__
from termalign.cli.command import Command, Group, HelpFormatter, Parser, shown_examples
from termalign.cli.failure import DONE, NOTHING, USAGE, Failure, NothingFound
from termalign.cli.inputs import STDIN
from termalign.cli.messages import warnings_said
from termalign.cli.outputs import STDOUT, utf8_streams, write

COMMANDS: tuple[Command | Group, ...] = (
    align.COMMAND,
    check.COMMAND,
    words.COMMAND,
    tokenize.COMMAND,
    romanize.COMMAND,
    abbreviations.COMMAND,
    extract.COMMAND,
    learn.COMMAND,
    annotate.COMMAND,
    convert.COMMAND,
    select.COMMAND,
    lexicon.COMMAND,
    terms.COMMAND,
    trace.COMMAND,
    mcp.COMMAND,
    serve.COMMAND,
    completion.COMMAND,
)

_NOTES = """\
Texts are read from UTF-8 files; - means standard input. With --text, the
arguments are the texts themselves. Data is written to standard output, or to
the file given with --output. Messages are written to standard error. On a
terminal, the output is coloured, unless the environment variable NO_COLOR is
set.

exit codes:
  0    success
  1    nothing found, or bad data; for check: something found
  2    wrong usage, or a missing file
  130  interrupted

"""
_EXAMPLES = (
    "align article.ja.txt article.en.txt",
    "align --terms terms.txt article.en.txt",
    'align --text 特殊詐欺の被害 "losses from special fraud"',
    "romanize --system kunrei 新橋",
    "lexicon lookup 詐欺",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Parameters
    ----------
    argv : sequence of str, optional
        The arguments without the name of the program; by default those of the process.

    Returns
    -------
    int
        The exit code: 0 success, 1 nothing found or bad data, 2 wrong usage or a missing file, 130 interrupted.
    """
    utf8_streams()
    try:
        try:
            with _ended_in_order():
                code = _run(argv)
        except SystemExit as stop:  # argparse has written the message
            code = stop.code if isinstance(stop.code, int) else USAGE
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader has closed the pipe, as head does
        _abandon_output()
        return DONE
    except OSError as error:
        if error.filename is not None:  # not a file of the user: a bug, or a broken installation
            raise
        _abandon_output()
        # tempfile.tempdir is set only if a temporary file was made.
        where = f", perhaps to a temporary file in {tempfile.tempdir}" if tempfile.tempdir else ""
        return _fail(f"cannot write{where}: {error.strerror or error}", NOTHING)
    except KeyboardInterrupt:
        _abandon_output()
        return 130  # the code with which a shell reports SIGINT


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Turn a signal to terminate into an exception, as Python does for Ctrl-C, so that an incomplete file is removed."""

    def end(number: int, frame: object) -> None:
        raise SystemExit(128 + number)  # the code with which a shell reports a signal

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, end) for number in asked if signal.getsignal(number) == signal.SIG_DFL}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    program: argparse.ArgumentParser = Parser(
        prog="termalign",
        description="Align Japanese terms with the English that renders them.",
        epilog=_NOTES + shown_examples(_EXAMPLES),
        formatter_class=HelpFormatter,
        allow_abbrev=False,
    )
    program.add_argument("--version", action="version", version=f"termalign {__version__}")
    commands = program.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add_to(commands)
    program.set_defaults(program=program)  # for the command that completes it
    return program


def _run(argv: Sequence[str] | None) -> int:
    options = _options(argv)
    command: Command = options.command
    if command.formats and options.format is None:
        options.format = command.format_for(options.output)
    if command.formats and getattr(options, "safe_cells", False) and options.format != "tsv":
        options.parser.error("--safe-cells applies only to --format tsv")
    made = command.makes_file or getattr(options, "format", None) in command.file_formats
    if made and options.output == STDIN:
        options.output = STDOUT
    file = None if made else options.output
    options.colour = file is None and colour.wanted(sys.stdout)
    try:
        with warnings_said(options):
            write(command.run(options), file)
    except NothingFound as nothing:
        return nothing.code if options.quiet else _fail(str(nothing), nothing.code)
    except Failure as failure:
        return _fail(str(failure), failure.code)
    return DONE


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    options, rest = parser().parse_known_args(argv)
    if rest:
        # argparse does not parse texts that follow an option: align JA --terms FILE EN
        end = rest.index("--") if "--" in rest else len(rest)  # all arguments after -- are texts
        if not hasattr(options, "texts") or any(word.startswith("-") and word != "-" for word in rest[:end]):
            options.parser.error(f"unrecognized arguments: {' '.join(rest)}")
        options.texts += rest[:end] + rest[end + 1 :]
    return options


def _fail(message: str, code: int) -> int:
    sys.stdout.flush()  # so that the message appears below the results on a terminal
    sys.stderr.write(f"termalign: {message}\n")
    return code


def _abandon_output() -> None:
    """Discard further output, so that the interpreter's last flush raises no error."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # not a real file, as under a test
        return
