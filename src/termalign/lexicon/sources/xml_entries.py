"""A reader of XML dictionaries, one entry at a time, with the standard library's expat restricted to what JMdict needs.

JMdict writes its tags as internal entities (``<pos>&n;</pos>``). References in text are never expanded but kept as ``&n;``.
This preserves the tag's short name, and rules out expansion attacks. External entities, parameter entities and entities made
of entities are refused at their declaration. No other file is ever opened.
"""

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from termalign.lexicon.sources.files import DictionaryError, opened

_CHUNK = 1 << 16
_LONGEST_ENTITY = 1000
_MOST_ENTITIES = 2000
_LARGEST_ENTRY = 1 << 20  # code points of text, and elements


class Element:
    """One element: its name, attributes, text and children."""

    __slots__ = ("attributes", "children", "name", "text")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Element] = []
        self.text = ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of the children called `name`; a text that is one entity reference is reduced to its bare name."""
        return tuple(
            child.text[1:-1] if child.text[:1] == "&" and child.text[-1:] == ";" else child.text
            for child in self.children
            if child.name == name and child.text
        )

    def all(self, name: str) -> "list[Element]":
        """Return the children called `name`."""
        return [child for child in self.children if child.name == name]


class _Reader:
    def __init__(self, path: Path, root: str, entry: str) -> None:
        self.done: deque[Element] = deque()
        self.comments: list[str] = []
        self._path, self._root, self._entry = path, root, entry
        self._open: list[Element] = []
        self._entities: dict[str, str] = {}
        self._seen_root = False
        self._size = 0
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._declare
        parser.DefaultHandler = self._default  # setting this keeps expat from expanding entities in text
        parser.CommentHandler = self.comments.append
        self._parser = parser

    def feed(self, data: bytes, last: bool) -> None:
        try:
            self._parser.Parse(data, last)
        except expat.ExpatError as error:
            found = expat.ErrorString(error.code)
            message = f"{self._path}, line {error.lineno}: expected well-formed XML: {found}"
            raise DictionaryError(message) from None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._seen_root:
            self._seen_root = True
            if name != self._root:
                raise self._error(f"expected the root element <{self._root}>, found <{name}>")
        elif self._open or name == self._entry:
            element = Element(name, attributes)
            self._grow(1 if self._open else -self._size)
            if self._open:
                self._open[-1].children.append(element)
            self._open.append(element)

    def _end(self, name: str) -> None:
        if self._open:
            element = self._open.pop()
            if not self._open:
                self.done.append(element)

    def _grow(self, by: int) -> None:
        self._size += by
        if self._size > _LARGEST_ENTRY:
            raise self._error("refused, because no dictionary has an entry of this size")

    def _text(self, data: str) -> None:
        if self._open:
            self._grow(len(data))
            self._open[-1].text += data

    def _default(self, data: str) -> None:
        if self._open and data.startswith("&"):
            element = self._open[-1]
            # Alone in its element, a reference is a tag; within other text it stands for its declared value.
            element.text += data if not element.text else self._entities.get(data[1:-1], data)

    def _declare(
        self,
        name: str,
        is_parameter: bool,
        value: str | None,
        base: str | None,
        system: str | None,
        public: str | None,
        notation: str | None,
    ) -> None:
        if value is None or system is not None or public is not None:
            raise self._error(f"entity {name!r} is external: refused")
        if is_parameter or "&" in value or "%" in value:
            raise self._error(f"entity {name!r} is made of other entities: refused")
        if len(value) > _LONGEST_ENTITY or len(self._entities) >= _MOST_ENTITIES:
            raise self._error(f"entity {name!r}: refused, because no dictionary declares so many or so long entities")
        self._entities[name] = value

    def _error(self, message: str) -> DictionaryError:
        return DictionaryError(f"{self._path}, line {self._parser.CurrentLineNumber}: {message}")


def read_entries(path: Path, root: str, entry: str) -> Iterator[Element]:
    """Yield the `entry` elements of a file whose root element is `root`, one at a time, in constant memory.

    A different root, malformed XML or a refused entity raises a `DictionaryError`.
    """
    reader = _Reader(path, root, entry)
    with opened(path) as file:
        while data := file.read(_CHUNK):
            reader.feed(data, False)
            while reader.done:
                yield reader.done.popleft()
        reader.feed(b"", True)
    yield from reader.done


def read_comments(path: Path, root: str, entry: str) -> list[str]:
    """Return the comments of a file up to its first entry, or a little further. They give the date of the dictionary."""
    reader = _Reader(path, root, entry)
    with opened(path) as file:
        while not reader.done and (data := file.read(_CHUNK)):
            reader.feed(data, False)
    return reader.comments
