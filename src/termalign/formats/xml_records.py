"""Reading of the records of XML files one by one in bounded memory, without fetching anything or expanding entities.

The standard library's parser does the work. It does not refuse document type declarations that declare something, so a second
parser reads the part before the root element first and refuses them. A declaration that only names its DTD (``<!DOCTYPE tmx
SYSTEM "tmx14.dtd">``) is ignored.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from termalign.formats.encodings import of_declaration
from termalign.formats.errors import FormatError
from termalign.formats.limits import megabytes, most, too_much
from termalign.formats.opening import Source, chunks, decoded_chunks, marked_encoding, name_of, opened

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_DEEPEST = 200  # most nested elements; normal files have a dozen
_SHORT = 1 << 14  # code points without a tag
_AN_ELEMENT = 64  # code points counted for each element in addition to its text
_LONGEST_PROLOGUE = 1 << 20  # code points before the root element
# The parser gets a line or a part of one at a time, which tells the line of each tag. Blank lines are joined to the next.
_PIECE = re.compile("[ \t\r\n]*\n|[^\n]*\n|[^\n]+")
_DECLARED_ENCODING = re.compile(rb"^\s*<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")


class Record:
    """An element with all its content.

    `element` is valid until the next record is read. `line` is the line on which its start tag ends. `ancestors` are the open
    elements around it with their attributes, the root first.
    """

    __slots__ = ("ancestors", "element", "line")

    def __init__(self, element: Element, line: int, ancestors: list[Element]) -> None:
        self.element = element
        self.line = line
        self.ancestors = ancestors


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def records(source: Source, roots: Collection[str], tags: Collection[str]) -> Iterator[Record]:
    """Yield the outermost elements whose names without namespace are in `tags`, in order.

    The file may be compressed with gzip. Its encoding is that of its byte order mark or its declaration, else UTF-8. A file
    that declares entities, whose root is not in `roots`, or that has a record that is too long (see `limits`) raises a
    `FormatError`. So does a file that is not well-formed, after the records before the error.
    """
    name = name_of(source)
    with opened(source) as stream:
        parser: XMLPullParser[Element] = XMLPullParser(events=("start", "end"))
        ancestors: list[Element] = []
        line, started = 1, 0  # the current line, and the line on which the open record starts, or 0
        within = 0  # the number of ancestors of the open record
        held, longest = 0, most()  # code points in the open record, or since the last tag outside records
        try:
            for piece, events in _fed(parser, _checked(_text(stream, name), name)):
                held += len(piece)
                for event, found in events:
                    held = held + _AN_ELEMENT if started else 0
                    if event == "start":
                        if problem := _misplaced(found, ancestors, roots):
                            raise FormatError(name, line, problem)
                        if not started and local(found) in tags:
                            started, within = line, len(ancestors)
                        ancestors.append(found)
                        continue
                    ancestors.pop()
                    if started and len(ancestors) == within:
                        yield Record(found, started, ancestors)
                        started = 0
                    if not started and ancestors:
                        ancestors[-1].remove(found)  # this bounds the memory
                        ancestors[-1].text = None
                if held > longest:
                    raise too_much(name, started or line, f"{megabytes(longest)} in an element")
                line += piece.count("\n")
        except ParseError as error:
            raise FormatError(name, error.position[0], f"expected well-formed XML: {error}") from None


def _misplaced(element: Element, ancestors: Sequence[Element], roots: Collection[str]) -> str:
    """Return what is wrong with an element at this place, or "": another root, or too many elements around it."""
    if not ancestors and local(element) not in roots:
        return f"expected {' or '.join(f'<{root}>' for root in roots)}, found <{local(element)}>"
    return f"expected at most {_DEEPEST} nested elements" if len(ancestors) >= _DEEPEST else ""


_Events = list[tuple[str, Element]]


def _fed(parser: "XMLPullParser[Element]", pieces: Iterator[str]) -> Iterator[tuple[str, _Events]]:
    """Yield the pieces, each with the events that the parser reports after it.

    Expat before 2.6 scans an incomplete tag or comment again with each new piece. After text that completed no tag, the
    parser therefore gets more only when there is as much text again.
    """
    waiting: list[str] = []
    size = in_vain = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if in_vain > _SHORT and size < in_vain:
            yield piece, []
            continue
        events, fault = _up_to_fault(parser, "".join(waiting))
        in_vain = 0 if events else in_vain + size
        waiting, size = [], 0
        yield piece, events
        if fault is not None:
            raise fault
    yield "", list(_events(parser, "".join(waiting)))
    try:
        parser.close()
    finally:  # newer versions of expat report only here what follows a long comment
        yield "", list(cast("_Events", parser.read_events()))


def _up_to_fault(parser: "XMLPullParser[Element]", piece: str) -> tuple[_Events, ParseError | None]:
    """Return the events of a piece, and the error after them, if any."""
    events: _Events = []
    try:
        events.extend(_events(parser, piece))
    except ParseError as fault:
        return events, fault
    return events, None


def _events(parser: "XMLPullParser[Element]", piece: str) -> "Iterator[tuple[str, Element]]":
    parser.feed(piece)
    yield from cast("Iterator[tuple[str, Element]]", parser.read_events())
    # Newer versions of expat defer events, which would then be reported for a later line.
    flush = getattr(parser, "flush", None)
    if flush is not None and piece.endswith(">\n"):
        flush()
        yield from cast("Iterator[tuple[str, Element]]", parser.read_events())


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

    for text in decoded_chunks(rest(), name, encoding):
        yield from _PIECE.findall(text)


def _declared(encoding: str, name: str) -> str:
    found = of_declaration(encoding)
    if found is None:
        raise FormatError(
            name,
            1,
            f"expected UTF-8, UTF-16 with a byte order mark, or another encoding of texts, found {encoding[:80]!r}",
        )
    return found


def _checked(pieces: Iterator[str], name: str) -> Iterator[str]:
    """Yield the pieces after checking that there are no declarations before the root element."""
    from xml.parsers.expat import ExpatError, ParserCreate

    prologue: list[str] = []
    size = seen = had = 0  # code points so far, pieces given to the checker, and code points of these
    root = False

    def at_root(tag: str, attributes: object) -> None:
        nonlocal root
        root = True

    def refused(*_: object) -> None:
        raise FormatError(
            name, checker.CurrentLineNumber, "expected no DTD with declarations: entities are not expanded"
        )

    checker: XMLParserType = ParserCreate()
    checker.StartElementHandler = at_root
    checker.EntityDeclHandler = checker.ElementDeclHandler = checker.AttlistDeclHandler = refused
    checker.NotationDeclHandler = checker.UnparsedEntityDeclHandler = refused
    pieces = chain(pieces, ("",))  # the empty last piece makes the checker read everything
    for piece in pieces:
        prologue.append(piece)
        size += len(piece)
        if piece and had > _SHORT and size < min(2 * had, _LONGEST_PROLOGUE):  # as in _fed
            continue
        try:
            checker.Parse("".join(prologue[seen:]))
        except ExpatError:
            break  # the main parser reports the error
        seen, had = len(prologue), size
        if root:
            break
        if size > _LONGEST_PROLOGUE:
            raise FormatError(name, 1, f"expected an element within the first {_LONGEST_PROLOGUE} characters")
    yield from prologue
    prologue.clear()
    yield from pieces
