"""What the command line writes: columns for people, tab-separated values, JSON lines; always UTF-8."""

import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from termalign.cli.colour import painted
from termalign.cli.failure import Failure, NothingFound
from termalign.cli.inputs import STDIN, readable

_WIDEST = 48  # a cell wider than this does not push the cells below it
_LINE = 100
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_SPACES = dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " ")
_CONTROLS = dict.fromkeys([*range(32), *range(127, 160)], "\ufffd") | _SPACES


def utf8_streams() -> None:
    """Make standard output and error UTF-8 with plain line feeds, whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def width(text: str) -> int:
    """Cells a terminal gives to `text`: two for wide and full-width characters, none for combining ones (UAX #11)."""
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def visible(text: str) -> str:
    """`text` on one line, without control characters that a terminal would obey."""
    return text.translate(_CONTROLS)


def columns(
    rows: Sequence[Sequence[str]], styles: Callable[[Sequence[str]], Sequence[str]] | None = None
) -> Iterator[str]:
    """Rows as aligned lines; `styles` gives a style (see `colour`) for each cell of a row."""
    shown = [[visible(cell) for cell in row] for row in rows]
    size = max((len(row) for row in shown), default=0)
    widths = [
        max((width(row[k]) for row in shown if k < len(row) and width(row[k]) <= _WIDEST), default=0)
        for k in range(size)
    ]
    for row in shown:
        last = max((k for k, cell in enumerate(row) if cell), default=-1)
        gaps = [" " * (max(widths[k] - width(cell), 0) + 2) if k < last else "" for k, cell in enumerate(row)]
        cells = map(painted, row, styles(row)) if styles else row
        yield "".join(map(str.__add__, cells, gaps))


def wrapped(head: str, items: Iterable[str]) -> Iterator[str]:
    """`head` and the items, on as many lines as they need; nothing where there is no item."""
    line, gap = head, " "
    for item in map(visible, items):
        if width(line + gap + item) > _LINE and line.strip():
            yield line
            line, gap = " ", " "
        line, gap = line + gap + item, " · "
    if line != head:
        yield line


def tsv(rows: Iterable[Sequence[object]]) -> Iterator[str]:
    r"""Tab-separated lines; tabs, line ends and backslashes inside a value become ``\t``, ``\n``, ``\r`` and ``\\``."""
    for row in rows:
        yield "\t".join(str(value).translate(_ESCAPES) for value in row)


def json_lines(values: Iterable[object]) -> Iterator[str]:
    """One JSON value a line."""
    for value in values:
        yield json.dumps(value, ensure_ascii=False)


def write(lines: Iterable[str], file: str | None = None) -> None:
    """Lines on standard output, or into a file.

    The file is opened when the first line is there, so that a command that fails before leaves an older file alone. Where
    nothing at all is found there is no file afterwards, neither an empty one nor an older answer.
    """
    if file is None or file == STDIN:
        for line in lines:
            sys.stdout.write(line + "\n")
        return
    source = iter(lines)
    try:
        first = [next(source)]
    except StopIteration:
        first = []
    except NothingFound:
        remove(file)
        raise
    with readable(file):
        out = open(file, "w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: SIM115
    with out:
        for line in chain(first, source):
            out.write(line + "\n")


def remove(file: str, *, empty: bool = False) -> None:
    """Remove a file if it is there, with `empty` only if it is that; a device or a link stays."""
    path = Path(file)
    if path.is_file() and not path.is_symlink() and not (empty and path.stat().st_size):
        with readable(file):
            path.unlink()


@contextmanager
def none_left_empty(*files: str) -> Iterator[None]:
    """Leave no empty file behind where the writing of it fails."""
    try:
        yield
    except Failure:
        for file in files:
            remove(file, empty=True)
        raise
