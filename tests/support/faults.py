"""Faults that really happen: a full disk, a folder that may not be written to, an interrupt."""

import os
import signal
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")

_NOBODY = 65534


@contextmanager
def full_disk(size: int = 4096) -> Iterator[None]:
    """No file of this process can grow beyond so many bytes: the system refuses to write, as where the disk is full."""
    import resource  # not on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    writes_none = sys.dont_write_bytecode
    sys.dont_write_bytecode = True  # Python 3.11 would leave the first bytes of a module's code behind
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        sys.dont_write_bytecode = writes_none


def nobody_may_read(file: Path) -> bool:
    """Whether somebody without the rights of root may read a file: not where the checkout is in a closed folder."""
    with as_nobody():
        return os.access(file, os.R_OK, effective_ids=True)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of root, who may write anywhere whatever the mode says."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@contextmanager
def open_to_all() -> Iterator[Path]:
    """A new folder that everybody may enter and write to."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        yield Path(folder)


def interrupted(items: Iterable[Item]) -> Iterator[Item]:
    """The items, and then Ctrl-C."""
    yield from items
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background has it ignored
    try:
        os.kill(os.getpid(), signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)
