"""Opening of files for reading, with gzip decompressed and text decoded piece by piece.

The text before an invalid byte is yielded first, so that the records before an error are not lost.
"""

import codecs
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOBase
from typing import BinaryIO, cast

from termalign.formats.errors import FormatError
from termalign.formats.limits import megabytes, most, too_much

Source = str | os.PathLike[str] | BinaryIO

_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"
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
    elif _starts_with(source, _GZIP):
        with gzip.open(source) as unpacked:
            yield cast(BinaryIO, unpacked)
    else:
        yield source


def _starts_with(stream: BinaryIO, mark: bytes) -> bool:
    peek = getattr(stream, "peek", None)
    if peek is not None:
        return bytes(peek(len(mark))[: len(mark)]) == mark
    if not stream.seekable():
        return False
    here = stream.tell()
    start = stream.read(len(mark))
    stream.seek(here)
    return start == mark


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


def text_pieces(pieces: Iterator[bytes], name: str, encoding: str) -> Iterator[str]:
    """Yield decoded pieces, each of which is a line or a part of a line.

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
        yield from _split(text)
        line += text.count("\n")
        if fault is not None:
            raise FormatError(name, line, f"expected {encoding.upper()}, found byte 0x{fault.object[fault.start]:02x}")


def _split(text: str) -> Iterator[str]:
    """Yield the lines of a text, split only at line feeds: str.splitlines also splits at U+2028, form feeds and others."""
    start = 0
    while end := text.find("\n", start) + 1:
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


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
        At the first line that is invalid in the encoding, has a NUL, or is too long (see `limits`).
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
        text = text_pieces(_after(first[length:], pieces), name, encoding or "utf-8")
        for number, line in _whole_lines(text, name):
            if "\0" in line:
                raise FormatError(name, number, "expected text, found a NUL character")
            yield number, line


def _after(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    if first:
        yield first
    yield from rest


def _whole_lines(pieces: Iterator[str], name: str) -> Iterator[tuple[int, str]]:
    """Yield numbered lines joined from pieces."""
    held: list[str] = []
    number, size, longest = 1, 0, most()
    for piece in pieces:
        size += len(piece)
        if size > longest:
            raise too_much(name, number, f"{megabytes(longest)} in a line")
        if not piece.endswith("\n"):
            held.append(piece)
            continue
        yield number, "".join([*held, piece]) if held else piece
        held.clear()
        number, size = number + 1, 0
    if held:
        yield number, "".join(held)
