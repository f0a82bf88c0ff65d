"""Reading of the records of XML files one by one in bounded memory, without fetching anything or expanding entities.

Python's expat does the work. A document type declaration that declares something is refused, and one that only names its DTD
(``<!DOCTYPE tmx SYSTEM "tmx14.dtd">``) is ignored.
"""

import re
from collections.abc import Collection, Iterator
from typing import BinaryIO, NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

from termalign.formats.encodings import of_declaration
from termalign.formats.errors import FormatError
from termalign.formats.limits import AN_OBJECT, megabytes, most, too_much
from termalign.formats.opening import Source, chunks, decoded_chunks, marked_encoding, name_of, opened

XML_LANG = "http://www.w3.org/XML/1998/namespace lang"

_DEEPEST = 200  # most nested elements; normal files have a dozen
_MOST_NAMES = 10_000  # of elements and attributes, which expat keeps for the whole file; normal files have dozens
_LONGEST_PROLOGUE = 1 << 20  # code points before the root element
_DECLARED_ENCODING = re.compile(rb"^\s*<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")


class Record(NamedTuple):
    """An element with all its content."""

    element: Element
    line: int  # on which it begins
    ancestors: tuple[Element, ...]  # the elements around it with their attributes, the root first


def local(element: Element) -> str:
    """Return the name of an element without its namespace, which a space separates from it."""
    return element.tag.rpartition(" ")[2]


def records(source: Source, roots: Collection[str], tags: Collection[str]) -> Iterator[Record]:
    """Yield the outermost elements whose names without namespace are in `tags`, in order.

    The file may be compressed with gzip. Its encoding is that of its byte order mark or its declaration, else UTF-8. A file
    that declares entities, whose root is not in `roots`, or that has a record that is too long (see `limits`) raises a
    `FormatError`. So does a file that is not well-formed, after the records before the error.
    """
    reader = _Reader(name_of(source), roots, tags)
    with opened(source) as stream:
        waiting = ""
        for text in _text(stream, reader.name):
            waiting += text
            # Expat before 2.6 scans an incomplete tag or comment again with each new piece, so it gets more only when there
            # is as much text again.
            if len(waiting) >= reader.since:
                yield from reader.read(waiting)
                waiting = ""
        yield from reader.read(waiting, last=True)


class _Reader:
    """The parser, with the open elements and what it has read of the open record."""

    def __init__(self, name: str, roots: Collection[str], tags: Collection[str]) -> None:
        self.name = name
        self.since = 0  # code points that it was given since the last tag
        self._roots, self._tags = roots, tags
        self._open: list[Element] = []  # the elements around the place, without those in a record
        self._record: TreeBuilder | None = None
        self._line = self._depth = 0  # the line on which the open record begins, and the number of open elements in it
        self._held = 0  # code points in the open record
        self._found: list[Record] = []
        self._names: dict[str, str] = {}  # the names that the parser has met
        self._parser = parser = ParserCreate(namespace_separator=" ", intern=self._names)
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._data
        parser.EntityDeclHandler = parser.ElementDeclHandler = parser.AttlistDeclHandler = self._refuse
        parser.NotationDeclHandler = parser.UnparsedEntityDeclHandler = self._refuse
        parser.SkippedEntityHandler = self._skip
        if hasattr(parser, "SetReparseDeferralEnabled"):
            parser.SetReparseDeferralEnabled(False)  # `records` defers, too

    def read(self, text: str, *, last: bool = False) -> Iterator[Record]:
        """Yield the records that end in the next piece of the file."""
        fault = None
        self.since += len(text)
        try:
            self._check_size()
            self._parser.Parse(text, last)
            self._check_size()
        except ExpatError as error:
            fault = FormatError(self.name, error.lineno, f"expected well-formed XML: {error}")
        except FormatError as error:
            fault = error
        yield from self._found
        self._found.clear()
        if fault is not None:
            raise fault from None

    def _check_size(self) -> None:
        """Raise an error if too much has been read of a record, or without a tag, or too many names."""
        longest, line = most(), self._line or self._parser.CurrentLineNumber
        if max(self._held, self.since) > longest:
            raise too_much(self.name, line, f"{megabytes(longest)} in an element")
        if not self._open and self.since > _LONGEST_PROLOGUE:
            raise FormatError(self.name, 1, f"expected an element within the first {_LONGEST_PROLOGUE} characters")
        if len(self._names) > _MOST_NAMES:
            raise self._fault(f"expected at most {_MOST_NAMES:,} different names of elements and attributes")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.since = 0
        element = Element(tag, attributes)
        if not self._open and local(element) not in self._roots:
            expected = " or ".join(f"<{root}>" for root in self._roots)
            raise self._fault(f"expected {expected}, found <{local(element)}>")
        if len(self._open) + self._depth >= _DEEPEST:
            raise self._fault(f"expected at most {_DEEPEST} nested elements")
        if self._record is None:
            if local(element) not in self._tags:
                self._open.append(element)
                return
            self._record, self._line, self._held = TreeBuilder(), self._parser.CurrentLineNumber, 0
        self._record.start(tag, attributes)
        self._depth += 1
        self._held += AN_OBJECT + sum(map(len, attributes.values()))
        if self._held > most():
            self._check_size()

    def _end(self, tag: str) -> None:
        self.since = 0
        if self._record is None:
            self._open.pop()
            return
        self._record.end(tag)
        self._depth -= 1
        if not self._depth:
            self._found.append(Record(self._record.close(), self._line, tuple(self._open)))
            self._record, self._line, self._held = None, 0, 0

    def _data(self, text: str) -> None:
        if self._record is not None:
            self._record.data(text)
            self._held += len(text)

    def _refuse(self, *_: object) -> None:
        raise self._fault("expected no DTD with declarations: entities are not expanded")

    def _skip(self, entity: str, is_parameter: bool) -> None:
        """Refuse an entity that only the named DTD may declare."""
        raise self._fault(f"expected well-formed XML: undefined entity &{entity};")

    def _fault(self, problem: str) -> FormatError:
        return FormatError(self.name, self._parser.CurrentLineNumber, problem)


def _text(stream: BinaryIO, name: str) -> Iterator[str]:
    """Yield the text of a file, decoded here because expat does not support Japanese encodings."""
    pieces = chunks(stream, name)
    first = next(pieces, b"")
    encoding, length = marked_encoding(first)
    if encoding is None:
        declared = _DECLARED_ENCODING.match(first[:1024])
        encoding = _declared(declared[1].decode("ascii"), name) if declared else "utf-8"

    def rest() -> Iterator[bytes]:
        if first:
            yield first[length:]
        yield from pieces

    return decoded_chunks(rest(), name, encoding)


def _declared(encoding: str, name: str) -> str:
    found = of_declaration(encoding)
    if found is None:
        raise FormatError(
            name,
            1,
            f"expected UTF-8, UTF-16 with a byte order mark, or another encoding of texts, found {encoding[:80]!r}",
        )
    return found
