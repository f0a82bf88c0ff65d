"""Output of the command line: aligned columns, tab-separated values and JSON Lines, always in UTF-8."""

import argparse
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice

from termalign.cli.colour import painted
from termalign.cli.failure import NOTHING, Failure
from termalign.cli.inputs import STDIN, readable
from termalign.formats.faults import UpToFault
from termalign.formats.table_files import safe
from termalign.formats.writing import written

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_SPACES = dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " ")
_CONTROLS = dict.fromkeys([*range(32), *range(127, 160)], "\ufffd") | _SPACES


_NOT_TO_BE_OPENED = (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError)


STDOUT = "/dev/stdout"
"""What a command that makes a file writes for ``--output -``."""


def utf8_streams() -> None:
    """Make standard output and standard error UTF-8 with plain line feeds, whatever the locale.

    Writing to a closed standard output is an error, as in other programs. Messages to a closed standard error are discarded.
    """
    if sys.stdout is None:
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w")  # noqa: SIM115 - open until the program ends
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def width(text: str) -> int:
    """Return the width of `text` in terminal cells: 2 for wide and full-width characters, 0 for combining ones (UAX #11)."""
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def visible(text: str) -> str:
    """Return `text` on one line, without control characters that a terminal would obey."""
    return text.translate(_CONTROLS)


def columns(
    rows: Sequence[Sequence[str]], styles: Callable[[Sequence[str]], Sequence[str]] | None = None
) -> Iterator[str]:
    """Yield rows as lines with aligned columns. `styles` returns a style (see `colour`) for each cell of a row."""
    shown = [[visible(cell) for cell in row] for row in rows]
    size = max((len(row) for row in shown), default=0)
    # a text of more than 48 terminal cells does not widen its column
    widths = [
        max((width(row[k]) for row in shown if k < len(row) and width(row[k]) <= 48), default=0) for k in range(size)
    ]
    for row in shown:
        last = max((k for k, cell in enumerate(row) if cell), default=-1)
        gaps = [" " * (max(widths[k] - width(cell), 0) + 2) if k < last else "" for k, cell in enumerate(row)]
        cells = map(painted, row, styles(row)) if styles else row
        yield "".join(map(str.__add__, cells, gaps))


def wrapped(head: str, items: Iterable[str]) -> Iterator[str]:
    """Yield `head` and the items on as many lines as needed, or nothing if there are no items."""
    line, gap = head, " "
    for item in map(visible, items):
        if width(line + gap + item) > 100 and line.strip():
            yield line
            line, gap = " ", " "
        line, gap = line + gap + item, " · "
    if line != head:
        yield line


def tsv(rows: Iterable[Sequence[object]], options: argparse.Namespace) -> Iterator[str]:
    r"""Yield tab-separated lines. Tabs, line ends and backslashes in a value become ``\t``, ``\n``, ``\r`` and ``\\``.

    With ``--safe-cells``, an apostrophe is put before a text that a spreadsheet would run as a formula.
    """
    for row in rows:
        cells = (safe(value) if options.safe_cells and isinstance(value, str) else str(value) for value in row)
        yield "\t".join(cell.translate(_ESCAPES) for cell in cells)


def add_safe_cells(parser: argparse.ArgumentParser, formats: str = "tsv") -> None:
    what = f"for {formats}: put an apostrophe before cells that a spreadsheet would run as formulas"
    parser.add_argument("--safe-cells", action="store_true", help=what)


def json_lines(values: Iterable[object]) -> Iterator[str]:
    """Yield each value as a line of JSON."""
    for value in values:
        yield json.dumps(value, ensure_ascii=False)


def write(lines: Iterable[str], file: str | None = None) -> None:
    """Write lines to standard output or to a file.

    An older file is replaced only when the new one is complete. If a command fails at bad data, the preceding lines are
    written. If it fails before the first line, or finds nothing, no file is written, and an older one is kept.
    """
    if file is None or file == STDIN:
        for line in lines:
            sys.stdout.write(line + "\n")
        return
    source = iter(lines)
    first = list(islice(source, 1))
    good = UpToFault(chain(first, source), Failure)
    with writing(file), written(file) as out:
        for line in good:
            out.write(f"{line}\n".encode(errors="backslashreplace"))
    good.settled()


@contextmanager
def writing(file: str) -> Iterator[None]:
    """Turn an error in writing `file` into a message. After an interrupt, report that the file is unchanged."""
    try:
        yield
    except BrokenPipeError:  # the reader has closed the pipe, as head does
        raise
    except OSError as error:
        name = str(error.filename or "")
        if not name.startswith(file):  # FILE.ja and FILE.en, the two files of the format text, are accepted
            raise
        if not isinstance(error, _NOT_TO_BE_OPENED):
            raise Failure(f"{name}: cannot be written: {error.strerror}", NOTHING) from None
        with readable(name):
            raise
    except KeyboardInterrupt:
        sys.stderr.write(f"termalign: interrupted; {file} is unchanged\n")
        raise
