"""The lines of a PO file as polib reads them fast and in little memory.

polib adds each line that continues a string or a comment to a copy of what was before it, and keeps all comments. So it is given
strings on one line each, and in the place of comments, which end what is before them, a short one.
"""

import re
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

from termalign.formats.encodings import of_po
from termalign.formats.errors import FormatError
from termalign.formats.limits import megabytes, most, too_much
from termalign.formats.opening import Source, text_lines

_COMMENT = re.compile(r"#(?:[:.|]|~\||#\S*)?(?:\s|$)")  # all but flags and obsolete entries
_NOTE, _PLACE = "#", "#: -"  # what stands for comments: a translator's, after which msgstr can come, and any other
_FUZZY, _IS_FUZZY = "#, fuzzy", re.compile(r"[,\s]fuzzy\b")
_OBSOLETE = re.compile(r"#~\s+")
_UNESCAPED = re.compile(r'(?:[^\\]|^)"')
_LONE_BACKSLASH = re.compile(r"(?<!\\)((?:\\\\)*)\\$")  # which would escape the first character of the next line

# polib splits what it is given at each of these, which are text to gettext. Noncharacters stand for them meanwhile.
_HIDDEN = dict(zip(b"\x0b\x0c\x1c\x1d\x1e\x85", range(0xFDD0, 0xFDD6), strict=True)) | {0x2028: 0xFDD6, 0x2029: 0xFDD7}
SHOWN = {hidden: shown for shown, hidden in _HIDDEN.items()}


class Line(NamedTuple):
    """A line for polib, and the number in the file of the line that it begins with."""

    text: str
    number: int


def lines_of(source: Source, name: str) -> tuple[list[Line], FormatError | None]:
    """Return the lines of a PO file for polib, and the error that ended them, if there is one.

    Empty lines remain, one for each run of them. Line ends and the space around a line do not.
    """
    lines = _Lines()
    size, longest, most_lines = 0, most(), most(1 / 64)
    try:
        for number, line in _split(source):
            size += len(line)
            if size > longest:
                raise too_much(name, number, f"{megabytes(longest)} in a PO file")
            lines.add(line.translate(_HIDDEN).strip(), number)
            if lines.count > most_lines:
                raise too_much(
                    name,
                    number,
                    f"{most_lines:,} lines in a PO file, without comments and lines that continue a string",
                )
    except FormatError as error:
        return lines.all(), error
    return lines.all(), None


def _split(source: Source) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines of a file, which may end in carriage returns alone."""
    for number, line in text_lines(source, encoding_of=of_po):
        if "\r" in line[:-2]:
            yield from enumerate(line.removesuffix("\n").removesuffix("\r").split("\r"), number)
        else:
            yield number, line


class _Lines:
    """The lines so far; the last string is open, because further lines may continue it.

    Attributes
    ----------
    count : int
        The number of lines, without empty ones and comments.
    """

    def __init__(self) -> None:
        self.count = 0
        self._lines: list[Line] = []
        self._after_string = False  # the last line that is neither empty nor a comment is one
        self._at: int | None = None  # where the open string is
        self._prefix = ""  # what is before it: the mark of an obsolete entry
        self._string = StringIO()

    def add(self, text: str, number: int) -> None:
        """Add a line, unless it is a comment after another, or an empty line after another."""
        if text.startswith("#,"):  # of the flags, one matters, however many there are
            text = _FUZZY if _IS_FUZZY.search(text) else _PLACE
        if not text:
            if self._lines and self._lines[-1].text:
                self._lines.append(Line("", number))
        elif _COMMENT.match(text):
            self._comment(_NOTE if text[1:2] in ("", "#") or text[1].isspace() else _PLACE, number)
        else:
            obsolete = _OBSOLETE.match(text)
            string = text[obsolete.end() :] if obsolete else text
            if string.startswith('"') and not _UNESCAPED.search(string[1:-1]):
                self._continue("#~ " if obsolete else "", string[1:-1], number)
            else:
                self._close()
                self._append(text, number)

    def all(self) -> list[Line]:
        """Return the lines."""
        self._close()
        return self._lines

    def _comment(self, text: str, number: int) -> None:
        """Add a comment after a string; at the beginning, after flags and after other comments it ends nothing."""
        self._close()
        if self._after_string:
            self._lines.append(Line(text, number))
            self._after_string = False

    def _continue(self, prefix: str, string: str, number: int) -> None:
        if self._at is None or prefix != self._prefix:
            self._close()
            self._at, self._prefix = len(self._lines), prefix
            self._append(prefix + '"', number)  # until it is closed
        elif not self._lines[-1].text:
            self._lines.pop()
        self._string.write(_LONE_BACKSLASH.sub(r"\1\\\\", string))

    def _append(self, text: str, number: int) -> None:
        self._lines.append(Line(text, number))
        self._after_string = not text.startswith("#,")
        self.count += 1

    def _close(self) -> None:
        if self._at is not None:
            text = f'{self._prefix}"{self._string.getvalue()}"'
            self._lines[self._at] = Line(text, self._lines[self._at].number)
            self._at, self._string = None, StringIO()
