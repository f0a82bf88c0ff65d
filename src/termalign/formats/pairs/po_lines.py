"""The lines of a PO file in a form that polib reads fast and in little memory.

polib copies the text before each line that continues a string or a comment, and keeps all comments. Therefore each string is
joined into one line, and comments are replaced by short ones, which still end the string before them.
"""

import re
from collections.abc import Iterator
from io import StringIO
from typing import NamedTuple

from termalign.formats.encodings import of_po
from termalign.formats.errors import FormatError
from termalign.formats.limits import megabytes, most, too_much
from termalign.formats.opening import Source, text_lines

_COMMENT = re.compile(r"#(?:[:.|]|~\||#\S*)?(?:\s|$)")  # all comments except flags and obsolete entries
_NOTE, _PLACE = "#", "#: -"  # replacements for a translator's comment, which msgstr may follow, and for any other
_FUZZY, _IS_FUZZY = "#, fuzzy", re.compile(r"[,\s]fuzzy\b")
_OBSOLETE = re.compile(r"#~\s+")
_BEGINS = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[[0-9]+\])?\s*)?"')  # a string, with its keyword
_UNESCAPED = re.compile(r'(?:[^\\]|^)"')
_LONE_BACKSLASH = re.compile(r"(?<!\\)((?:\\\\)*)\\$")  # it would escape the first character of the next line

# polib splits lines at these characters, which are ordinary text to gettext. Noncharacters replace them while it reads.
_HIDDEN = dict(zip(b"\x0b\x0c\x1c\x1d\x1e\x85", range(0xFDD0, 0xFDD6), strict=True)) | {0x2028: 0xFDD6, 0x2029: 0xFDD7}
SHOWN = {hidden: shown for shown, hidden in _HIDDEN.items()}


class Line(NamedTuple):
    """A line for polib, and the number of the first line in the file that it comes from."""

    text: str
    number: int


def lines_of(source: Source, name: str) -> tuple[list[Line], FormatError | None]:
    """Return the lines of a PO file for polib, and the error that ended them, if any.

    A run of empty lines becomes one. Line ends and the space around a line are removed.
    """
    lines = _Lines(name)
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
        lines.end()
    except FormatError as error:
        return lines.all(), error
    return lines.all(), None


def _split(source: Source) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines of a file, which may end in carriage returns only."""
    for number, line in text_lines(source, encoding_of=of_po):
        if "\r" in line[:-2]:
            yield from enumerate(line.removesuffix("\n").removesuffix("\r").split("\r"), number)
        else:
            yield number, line


class _Lines:
    """The lines so far. The last string is open, because further lines may continue it.

    `count` is the number of lines without empty ones and comments. polib drops a msgid without a msgstr, and the last character
    of a string without a quotation mark at its end. Here, either is a `FormatError`.
    """

    def __init__(self, name: str) -> None:
        self.count = 0
        self._name = name
        self._untranslated = 0  # the line of the last msgid, if no msgstr has followed it
        self._lines: list[Line] = []
        self._after_string = False  # whether the next comment ends a string
        self._at: int | None = None  # the index of the open string
        self._prefix = ""  # the mark of an obsolete entry before the open string
        self._string = StringIO()

    def add(self, text: str, number: int) -> None:
        """Add a line, unless it is a second comment or empty line in a row."""
        if text.startswith("#,"):  # the only flag that matters is fuzzy
            text = _FUZZY if _IS_FUZZY.search(text) else _PLACE
        if not text:
            if self._lines and self._lines[-1].text:
                self._lines.append(Line("", number))
        elif _COMMENT.match(text):
            self._comment(_NOTE if text[1:2] in ("", "#") or text[1].isspace() else _PLACE, number)
        else:
            obsolete = _OBSOLETE.match(text)
            string = text[obsolete.end() :] if obsolete else text
            if not obsolete:
                self._check(text, number)
            if string.startswith('"') and not _UNESCAPED.search(string[1:-1]):
                self._continue("#~ " if obsolete else "", string[1:-1], number)
            else:
                self._close()
                self._append(text, number)

    def end(self) -> None:
        """Raise an error if the last entry has a msgid and no msgstr."""
        if self._untranslated:
            raise FormatError(self._name, self._untranslated, "expected a msgstr after this msgid")

    def _check(self, text: str, number: int) -> None:
        """Raise an error if a string has no end, or if it begins an entry before the last one has a msgstr."""
        begins = _BEGINS.match(text)
        if begins is None:  # polib says what is wrong
            return
        if not text.endswith('"', begins.end()):
            raise FormatError(
                self._name, number, f"expected a quotation mark at the end of the string, found {text[-80:]!r}"
            )
        if begins[1] in ("msgctxt", "msgid"):
            self.end()
        if begins[1] in ("msgid", "msgstr"):
            self._untranslated = number if begins[1] == "msgid" else 0

    def all(self) -> list[Line]:
        """Return the lines, with the last string closed."""
        self._close()
        return self._lines

    def _comment(self, text: str, number: int) -> None:
        """Add a comment if it ends a string. At the beginning, and after flags or another comment, it ends nothing."""
        self._close()
        if self._after_string:
            self._lines.append(Line(text, number))
            self._after_string = False

    def _continue(self, prefix: str, string: str, number: int) -> None:
        if self._at is None or prefix != self._prefix:
            self._close()
            self._at, self._prefix = len(self._lines), prefix
            self._append(prefix + '"', number)  # a placeholder until the string is closed
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
