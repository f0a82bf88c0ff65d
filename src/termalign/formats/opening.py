"""Opening of files for reading, with gzip decompressed and text decoded piece by piece.

The text before an invalid byte is yielded first, so that the records before an error are not lost.
"""

import codecs
import errno
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase, StringIO, TextIOBase
from typing import Any, BinaryIO, cast

from termalign.formats.errors import FormatError
from termalign.formats.limits import megabytes, most, too_much
from termalign.text.scripts import JAPANESE

Source = str | os.PathLike[str] | BinaryIO

_CHUNK = 1 << 16
_TEXT = re.compile(r"[\n\t。、？！]|\A[^./\\]*[ぁ-ゖ][^./\\]*\Z")  # punctuation, or kana without an ending or a folder
_SHOWN = 40  # characters of such a text in a message
GZIP = b"\x1f\x8b"
_DOUBTFUL = ("\0", "\x1b")  # if a chunk has one of these, its lines are checked one by one
# JIS X 0208 characters between their escape sequences, which no other text has by chance.
_JAPANESE = re.compile(f"[{JAPANESE}]")
_ISO_2022_JP = re.compile(r"\x1b\$[@B](?:[!-~]{2})+\x1b\([BJ]")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def name_of(source: Source) -> str:
    """Return the name of a file for messages."""
    if isinstance(source, str | os.PathLike):
        return os.fspath(source)
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else "<stream>"


def no_text(source: object) -> None:
    """Raise a FileNotFoundError if a string given as a path is a text: it has marks or kana of sentences, and is no file."""
    if isinstance(source, str) and _TEXT.search(source) and not os.path.exists(source):
        shown = f"{source[:_SHOWN]}…" if len(source) > _SHOWN else source
        raise FileNotFoundError(errno.ENOENT, "No such file, and this looks like a text, not like a path", shown)


@contextmanager
def opened(source: Source) -> Iterator[BinaryIO]:
    """Open a file as a binary stream, decompressed if its content is gzip, whatever its name.

    Anything but a path or a binary stream raises a TypeError.
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
        start, stream = begun(source, len(GZIP))
        if start == GZIP:
            with gzip.open(stream) as unpacked:
                yield cast(BinaryIO, unpacked)
        else:
            yield stream


def begun(stream: BinaryIO, size: int) -> tuple[bytes, BinaryIO]:
    """Return the first bytes of a stream (fewer than `size` if it is shorter), and a stream of all its bytes.

    The given stream is never rewound, so it can be a pipe, which may deliver its bytes one by one. The caller must not read
    it any more, but closes it.

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
    """A stream whose first bytes have already been read."""

    def __init__(self, start: bytes, stream: BinaryIO) -> None:
        super().__init__()
        self.name = name_of(stream)
        self._held = start
        self._read = getattr(stream, "read1", stream.read)  # read1 returns each line as it arrives

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
    """Yield the bytes of a stream in pieces. Damaged gzip raises `FormatError` after the bytes that can be decompressed."""
    import zlib

    while True:
        try:
            chunk = stream.read(_CHUNK)
        except (EOFError, zlib.error, OSError) as error:
            if isinstance(error, OSError) and error.errno is not None:  # an error of the system, not of the file
                raise
            raise FormatError(name, 0, f"expected a whole gzip file: {error}") from None
        if not chunk:
            return
        yield chunk


def decoded_chunks(pieces: Iterator[bytes], name: str, encoding: str) -> Iterator[str]:
    """Yield the decoded text of pieces. The first invalid byte raises a `FormatError`, after the text before it."""
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
            found = "EUC-JP: save the file as UTF-8" if _is_euc_jp(fault) else f"byte 0x{fault.object[fault.start]:02x}"
            raise FormatError(name, line, f"expected {encoding.upper()}, found {found}")


def _is_euc_jp(fault: UnicodeDecodeError) -> bool:
    """Return whether the line with an invalid byte is Japanese in EUC-JP. In code page 932, hardly any is."""
    line = fault.object[fault.object.rfind(b"\n", 0, fault.start) + 1 :].partition(b"\n")[0]
    try:
        return bool(_JAPANESE.search(line.decode("euc_jp")))
    except UnicodeDecodeError:
        return False


def text_lines(
    source: Source, *, encoding_of: Callable[[bytes], str | None] | None = None
) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines of a UTF-8 file, with their ends, without a byte order mark.

    `encoding_of` returns another encoding, given the first bytes, or None for UTF-8. The first line that is invalid in the
    encoding, has a NUL, is in ISO-2022-JP, or is too long (see `limits`) raises a `FormatError`.
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
    """Yield the chunks of a text, with line feeds if all line ends are carriage returns, as in "CSV (Macintosh)"."""
    alone: bool | None = None  # whether line ends are only carriage returns; None until a line has ended
    held = ""  # a carriage return that a line feed may follow
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
    """Yield the numbered lines of a text in chunks.

    It checks all lines of a chunk at once, so that even millions of empty lines take little time.
    """
    held: list[str] = []  # the parts of a line that has not ended yet
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
    """Return the lines of a text, split only at line feeds. str.splitlines also splits at U+2028, form feeds and others."""
    return StringIO(text, newline="\n").readlines()


def _certain(lines: list[str], number: int, name: str) -> Iterator[tuple[int, str]]:
    """Yield the numbered lines. Raise an error at one with a NUL, or in ISO-2022-JP, whose bytes are also valid UTF-8."""
    for at, line in enumerate(lines, number):
        if "\0" in line:
            raise FormatError(name, at, "expected text, found a NUL character")
        if _ISO_2022_JP.search(line):
            raise FormatError(name, at, "expected UTF-8, found ISO-2022-JP: save the file as UTF-8")
        yield at, line
