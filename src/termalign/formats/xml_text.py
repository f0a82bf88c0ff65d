"""The text of an element with inline markup."""

from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from termalign.formats.inline_codes import InlineCode
from termalign.formats.xml_records import local
from termalign.text import Height, at_height

# Elements of HTML that some files have in their texts.
_HEIGHTS: Mapping[str, Height] = {"sup": "sup", "sub": "sub"}
_LINE_BREAK = "br"


class Content(NamedTuple):
    """The text of an element, and the tags of its inline codes that the other language must have, too."""

    text: str = ""
    codes: tuple[str, ...] = ()


def text_of(element: Element) -> str:
    """Return all text of `element` in order, as `content_of` reads it."""
    return content_of(element).text


def content_of(element: Element, data: Mapping[str, str] | None = None) -> Content:
    """Return all text of `element` in order, and its inline codes. `data` has the originals that are outside the text, by id.

    A code that stands for a placeholder (``%s``, ``{name}``) or a character becomes this placeholder or character, which is
    read like one without a code. A code that breaks the line becomes a line feed, so that the words around it are not joined,
    unless the text already has a line break there. What codes raise or lower becomes plain characters (`at_height`). All other
    codes are left out of the text. Codes without an id, and those that are in the text, are left out of the codes.
    """
    reader = _Reader(data or {})
    reader.read(element)
    text = ""
    for run in filter(None, map("".join, reader.runs)):
        parted = not text or text.endswith(("\n", "\r")) or run.startswith(("\n", "\r"))
        text += run if parted else "\n" + run
    return Content(text, tuple(reader.codes))


class _Place(NamedTuple):
    """A place in the text that has been read: the number of pieces before it in a run."""

    run: list[str]
    pieces: int


class _Reader:
    """Reads elements into the text between line breaks (`runs`, of which the last stays open) and the tags of codes."""

    def __init__(self, data: Mapping[str, str]) -> None:
        self.runs: list[list[str]] = [[]]
        self.codes: list[str] = []
        self._data = data
        self._open: tuple[InlineCode, Height, _Place] | None = None  # a code that starts a superscript, and where

    def read(self, element: Element) -> None:
        """Read the content of an element."""
        self.runs[-1].append(element.text or "")
        for child in element:
            name = local(child)
            if code := InlineCode.of(child, self._data):
                self._code(code, child)
            elif name == "cp":  # in XLIFF 2, a character that XML cannot represent
                self.runs[-1].append(_code_point(child.get("hex", "")))
            elif name == _LINE_BREAK:
                self.runs.append([])
            else:
                self._element(child, _HEIGHTS.get(name))
            self.runs[-1].append(child.tail or "")

    def _element(self, element: Element, height: Height | None) -> None:
        start = self._place()
        self.read(element)
        if height:
            self._move(start, height)

    def _code(self, code: InlineCode, element: Element) -> None:
        if self._open and code.ends(self._open[0]):
            self._move(self._open[2], self._open[1])
            self._open = None
            return
        height, text = code.height, code.text
        if not height and not text and code.tag:
            self.codes.append(code.tag)
        if code.role == "pair":
            self._element(element, height)
        elif code.breaks_line:
            self.runs.append([])
        elif text:
            self.runs[-1].append(text)
        elif height:
            self._open = code, height, self._place()

    def _place(self) -> _Place:
        return _Place(self.runs[-1], len(self.runs[-1]))

    def _move(self, start: _Place, height: Height) -> None:
        """Raise or lower the text since a place, unless there is a line break in it."""
        if start.run is self.runs[-1]:
            start.run[start.pieces :] = [at_height("".join(start.run[start.pieces :]), height)]


def _code_point(digits: str) -> str:
    try:
        return chr(int(digits, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def children(element: Element, *names: str) -> list[Element]:
    """Return the direct children with one of these names, in any namespace."""
    return [child for child in element if local(child) in names]
