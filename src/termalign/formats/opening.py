"""Opening of files for reading, with gzip decompressed and text decoded piece by piece.

The text before an invalid byte is yielded first, so that the records before an error are not lost.
"""

import codecs
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase, StringIO, TextIOBase
from typing import Any, BinaryIO, cast

from termalign.formats.errors import FormatError
from termalign.formats.limits import megabytes, most, too_much

Source = str | os.PathLike[str] | BinaryIO

_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"
_DOUBTFUL = ("\0", "\x1b")  # the lines of a chunk with one of these are looked at one by one
# Characters of JIS X 0208 between the escape sequences that lead to them and back: no text has this by chance.
_ISO_2022_JP = re.compile(r"\x1b\$[@B](?:[!-~]{2})+\x1b\([BJ]")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def name_of(source: Source) -> str:
    """Return the name of a file for messages."""
    if isinstance(source, str | os.PathLike):
        return os.fspath(source)
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else "<stream>"


@contextmanager
def opened(source: Source) -> Iterator[BinaryIO]:
    """Open a file as a binary stream, decompressed if the content is gzip, whatever its name.

    Raises
    ------
    TypeError
        If the argument is neither a path nor a binary stream.
    """
    import gzip

    if isinstance(source, str | os.PathLike):
        with open(source, "rb") as file, opened(file) as stream:
            yield stream
    elif not hasattr(source, "read") or not hasattr(source, "seekable"):
        raise TypeError(f"path must be a path or a binary stream, not {type(source).__name__}")
    elif isinstance(source, TextIOBase):
        raise TypeError("path must be a path or a binary stream, not a text stream: use open(path, 'rb')")
    else:
        start, stream = begun(source, len(_GZIP))
        if start == _GZIP:
            with gzip.open(stream) as unpacked:
                yield cast(BinaryIO, unpacked)
        else:
            yield stream


def begun(stream: BinaryIO, size: int) -> tuple[bytes, BinaryIO]:
    """Return the first bytes of a stream, and a stream of all its bytes.

    The stream is read once and never rewound, so that it can be a pipe, which may deliver its bytes one by one.

    Parameters
    ----------
    stream : binary stream
        The stream; it is not used directly any more, and the caller closes it.
    size : int
        The number of first bytes; fewer are returned if the stream is shorter.

    Examples
    --------
    >>> from io import BytesIO
    >>> start, whole = begun(BytesIO(b"volcano"), 3)
    >>> start, whole.read()
    (b'vol', b'volcano')
    """
    start = b""
    while len(start) < size and (more := stream.read(size - len(start))):
        start += more
    return start, BufferedReader(_Begun(start, stream))


class _Begun(RawIOBase):
    """A stream whose first bytes have been read already."""

    def __init__(self, start: bytes, stream: BinaryIO) -> None:
        super().__init__()
        self.name = name_of(stream)
        self._held = start
        self._read = getattr(stream, "read1", stream.read)  # what there is: a line is passed on when it comes

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        space = memoryview(buffer)
        held = self._held or self._read(len(space))
        size = min(len(held), len(space))
        space[:size], self._held = held[:size], held[size:]
        return size


def marked_encoding(start: bytes) -> tuple[str | None, int]:
    """Return the encoding that a byte order mark at the start of a file shows, and the length of the mark."""
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding, len(mark)
    return None, 0


def chunks(stream: BinaryIO, name: str) -> Iterator[bytes]:
    """Yield the bytes of a stream in pieces; damaged gzip raises `FormatError` after the bytes that can be decompressed."""
    import zlib

    while True:
        try:
            chunk = stream.read(_CHUNK)
        except (EOFError, zlib.error, OSError) as error:
            if isinstance(error, OSError) and error.errno is not None:  # the disk's fault, not the file's
                raise
            raise FormatError(name, 0, f"expected a whole gzip file: {error}") from None
        if not chunk:
            return
        yield chunk


def decoded_chunks(pieces: Iterator[bytes], name: str, encoding: str) -> Iterator[str]:
    """Yield the decoded text of pieces.

    Raises
    ------
    FormatError
        At the first byte that is invalid in `encoding`, after the text before it.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    line, done = 1, False
    while not done:
        chunk = next(pieces, b"")
        done = not chunk
        fault = None
        try:
            text = decoder.decode(chunk, done)
        except UnicodeDecodeError as error:
            text, fault = error.object[: error.start].decode(encoding), error
        if text:
            yield text
        line += text.count("\n")
        if fault is not None:
            raise FormatError(name, line, f"expected {encoding.upper()}, found byte 0x{fault.object[fault.start]:02x}")


def text_lines(
    source: Source, *, encoding_of: Callable[[bytes], str | None] | None = None
) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines of a UTF-8 file, with their ends, without a byte order mark.

    Parameters
    ----------
    source : path or binary stream
        The file, gzip or not.
    encoding_of : callable, optional
        A function that returns the encoding of the file, given its first bytes; None means UTF-8.

    Raises
    ------
    FormatError
        At the first line that is invalid in the encoding, has a NUL, is in ISO-2022-JP, or is too long (see `limits`).
    OSError
        If the file cannot be read.
    """
    name = name_of(source)
    with opened(source) as stream:
        pieces = chunks(stream, name)
        first = next(pieces, b"")
        while 0 < len(first) < 3 and (more := next(pieces, b"")):
            first += more
        encoding, length = marked_encoding(first)
        if encoding_of is not None:
            encoding = encoding or encoding_of(first)
        elif encoding not in (None, "utf-8"):
            raise FormatError(name, 1, "expected UTF-8, found UTF-16: save the file as UTF-8")
        texts = decoded_chunks(_after(first[length:], pieces), name, encoding or "utf-8")
        yield from _whole_lines(_with_line_feeds(texts), name)


def _after(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    if first:
        yield first
    yield from rest


def _with_line_feeds(texts: Iterator[str]) -> Iterator[str]:
    """Yield the chunks of a text, with line feeds if its lines end with carriage returns alone: Excel's "CSV (Macintosh)"."""
    alone: bool | None = None  # whether they do, once a line has ended
    held = ""  # a carriage return after which a line feed may come
    for more in texts:
        text, held = held + more, ""
        if alone is None:
            if "\n" in text:
                alone = False
            elif "\r" in text[:-1]:
                alone = True
            elif text.endswith("\r"):
                text, held = text[:-1], "\r"
        if text:
            yield text.replace("\r", "\n") if alone else text
    if held:
        yield held


def _whole_lines(texts: Iterator[str], name: str) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines of a text that comes in chunks.

    What can be done for all lines of a chunk is done at once, so that even millions of empty lines cost little.
    """
    held: list[str] = []  # the parts of a line whose end is still to come
    number, size, longest = 1, 0, most()
    doubtful = False
    for text in texts:
        doubtful = (doubtful and bool(held)) or any(mark in text for mark in _DOUBTFUL)
        lines = _split(text)
        size += len(lines[0])
        if size > longest:
            raise too_much(name, number, f"{megabytes(longest)} in a line")
        unended = "" if lines[-1].endswith("\n") else lines.pop()
        if lines:
            lines[0] = "".join([*held, lines[0]])
            held.clear()
            size = len(unended)
        yield from _certain(lines, number, name) if doubtful else enumerate(lines, number)
        number += len(lines)
        if unended:
            held.append(unended)
    if held:
        yield from _certain(["".join(held)], number, name)


def _split(text: str) -> list[str]:
    """Return the lines of a text, split only at line feeds: str.splitlines also splits at U+2028, form feeds and others."""
    return StringIO(text, newline="\n").readlines()


def _certain(lines: list[str], number: int, name: str) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines up to one that is no text, or is in ISO-2022-JP, whose bytes are also valid UTF-8."""
    for at, line in enumerate(lines, number):
        if "\0" in line:
            raise FormatError(name, at, "expected text, found a NUL character")
        if _ISO_2022_JP.search(line):
            raise FormatError(name, at, "expected UTF-8, found ISO-2022-JP: save the file as UTF-8")
        yield at, line
