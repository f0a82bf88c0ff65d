"""What the command line writes: columns for people, tab-separated values, JSON lines; always UTF-8."""

import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

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


def coloured() -> bool:
    """Whether standard output is a terminal that wants colour (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


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


def columns(rows: Sequence[Sequence[str]], *, dim_from: int | None = None) -> Iterator[str]:
    """Rows as aligned lines; the columns from `dim_from` on are shown faint on a terminal."""
    shown = [[visible(cell) for cell in row] for row in rows]
    size = max((len(row) for row in shown), default=0)
    widths = [
        max((width(row[k]) for row in shown if k < len(row) and width(row[k]) <= _WIDEST), default=0)
        for k in range(size)
    ]
    faint = dim_from if coloured() else None
    for row in shown:
        cells = [cell + " " * (widths[k] - width(cell)) for k, cell in enumerate(row)]
        if faint is not None and len(cells) > faint:
            cells[faint] = "\x1b[2m" + cells[faint]
            cells[-1] += "\x1b[0m"
        yield "  ".join(cells).rstrip()


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


def write(lines: Iterable[str]) -> None:
    """Lines on standard output."""
    for line in lines:
        sys.stdout.write(line + "\n")
