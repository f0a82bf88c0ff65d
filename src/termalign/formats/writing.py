"""Atomic writing of files: a temporary file in the same folder replaces the old file once it is complete.

If anything goes wrong before that (a full disk, an interrupt, a folder without write permission), the old file is unchanged,
and the temporary file is removed.
"""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from io import BufferedWriter, FileIO, TextIOWrapper, UnsupportedOperation
from secrets import token_hex
from typing import IO, Any, BinaryIO, cast

from termalign.arguments import path_given

_AS_IT_STANDS = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
_PART = ".termalign-{}.part"


@contextmanager
def written(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Open a file for writing. It replaces an old file if the block ends without an exception.

    A new file has the mode that the umask gives. A file that replaces another keeps its mode and, if permitted, its owner and
    group. A symbolic link stays, and points to the new file. A device or a pipe, such as ``/dev/stdout``, is written to
    directly, and a file that this process has open under such a name gets the text at the place where its next text would go.
    The block need not close the file.

    Raises
    ------
    OSError
        If the file cannot be written. The exception names the file.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> path = Path(mkdtemp(), "a.txt")
    >>> with written(path) as file:
    ...     file.write(b"first")
    5
    >>> with written(path) as file:
    ...     file.write(b"half of the sec") / 0
    Traceback (most recent call last):
    ZeroDivisionError: division by zero
    >>> path.read_text(), os.listdir(path.parent)
    ('first', ['a.txt'])
    """
    path_given(path)
    name = os.fspath(path)
    open_file = _open_file(name)
    own = re.fullmatch(rf"/proc/{os.getpid()}/(?:task/[0-9]+/)?fd/([0-9]+)", open_file)
    # Opening an existing file shows whether it is writable, and what sort of file it is.
    try:
        # A second opening of standard output would have a place of its own in the file, and a later text would overwrite it.
        standing = os.dup(int(own[1])) if own else os.open(name, _AS_IT_STANDS)
    except FileNotFoundError:
        if not os.path.basename(name):  # no name, or the name of a folder
            raise
        before = None
    else:
        before = os.fstat(standing)
        if not stat.S_ISREG(before.st_mode) or open_file:
            with _Stream(standing, "wb", name) as stream, BufferedWriter(stream) as file:
                yield file
            return
        os.close(standing)
    target = os.path.realpath(name)
    beside = os.path.join(os.path.dirname(target), _PART.format(token_hex(8)))
    try:
        with _Named(beside, "xb", name) as whole, BufferedWriter(whole) as file:
            yield file
            file.flush()
            with _naming(name):
                os.fsync(whole.fileno())
        with _naming(name):
            if before is not None:
                _liken(beside, before)
            os.replace(beside, target)
    except BaseException:
        with suppress(OSError):  # it is gone already, or was never there
            os.unlink(beside)
        raise


def is_replaced(path: str) -> bool:
    """Return whether writing to a path would replace an old file. A device, a pipe or an open file is not replaced."""
    return os.path.isfile(path) and not _open_file(path)


@contextmanager
def created(path: str | os.PathLike[str]) -> Iterator[IO[str]]:
    """Open a UTF-8 text file for writing as `written` does. Line ends are kept, and files named ``.gz`` are compressed."""
    import gzip

    with written(path) as file:
        name = os.path.basename(os.fspath(path))
        packed = name.lower().endswith(".gz")
        with gzip.GzipFile(name, "wb", fileobj=file) if packed else nullcontext(file) as below:
            text = TextIOWrapper(cast(BinaryIO, below), encoding="utf-8", newline="")
            yield text
            text.detach()


class _Named(FileIO):
    """A temporary file whose errors name the file that it will replace."""

    def __init__(self, file: str | int, mode: str, name: str) -> None:
        self._shown = name
        with _naming(name):
            super().__init__(file, mode)

    def write(self, data: Any, /) -> int:
        with _naming(self._shown):
            return super().write(data)


class _Stream(_Named):
    """A stream that cannot be rewound, even if the system says that it can. ``/dev/null`` is always at its beginning."""

    def seekable(self) -> bool:
        return False

    def seek(self, *to: int) -> int:
        raise UnsupportedOperation("a device or a pipe is written from the beginning to the end")

    tell = seek


@contextmanager
def _naming(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, name) from None  # Python picks the subclass for the number


def _liken(file: str, before: os.stat_result) -> None:
    """Give a new file the mode and, if permitted, the owner and group of the file that it replaces."""
    mode = stat.S_IMODE(before.st_mode)
    if hasattr(os, "chown"):
        try:
            os.chown(file, before.st_uid, before.st_gid)
        except PermissionError:
            mode &= 0o777  # a file that runs as its owner must not run as another user
            with suppress(PermissionError):
                os.chown(file, -1, before.st_gid)
    os.chmod(file, mode)


def _open_file(path: str) -> str:
    """Return the open file of a process (``/proc/7/fd/1``) to which a path (``/dev/stdout``) leads, or ``""``.

    Such a file must not be replaced by name.
    """
    passed = set()
    while os.path.islink(path) and path not in passed:  # a link that leads back to itself cannot be opened
        passed.add(path)
        folder = os.path.realpath(os.path.dirname(path))
        if folder.startswith("/proc/"):
            return os.path.join(folder, os.path.basename(path))
        path = os.path.join(folder, os.readlink(path))
    return ""
