"""Access to dictionary files, gzip or not, in EUC-JP or UTF-8, with errors that name the file and the line."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

__all__ = ["DictionaryError"]

_GZIP = b"\x1f\x8b"
_SAMPLE = 1 << 16
_LONGEST_LINE = 1 << 20  # bytes


class DictionaryError(ValueError):
    """An error for a dictionary file that cannot be read; the message names the file, the line and what was expected."""


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file as a binary stream, decompressed if it is gzip; raise a `DictionaryError` if the gzip stream is damaged."""
    with path.open("rb") as raw:
        packed = raw.read(2) == _GZIP
        raw.seek(0)
        try:
            yield cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if packed else raw
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise DictionaryError(f"{path}: expected a complete gzip file: {error}") from error


def text_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text dictionary without their ends, each with its number.

    The beginning of the file decides which of the two encodings it has. A line in another encoding, or longer than any line
    of a dictionary, raises a `DictionaryError`.
    """
    with opened(path) as file:
        encoding = _encoding(file.read(_SAMPLE))
        file.seek(0)
        for number, raw in enumerate(iter(lambda: file.readline(_LONGEST_LINE + 1), b""), 1):
            if len(raw) > _LONGEST_LINE:
                raise DictionaryError(
                    f"{path}, line {number}: refused, because no dictionary has a line of this length"
                )
            try:
                yield number, raw.decode(encoding).rstrip("\r\n")
            except UnicodeDecodeError as error:
                raise DictionaryError(
                    f"{path}, line {number}: expected {encoding}: {error.reason} at byte {error.start}"
                ) from None


def _encoding(sample: bytes) -> str:
    whole_lines = sample[: sample.rfind(b"\n") + 1] or sample
    try:
        whole_lines.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "euc_jp"
    return "utf-8-sig" if sample.startswith(b"\xef\xbb\xbf") else "utf-8"
