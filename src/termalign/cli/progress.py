"""How far a long job is: a count on standard error, for a person who would otherwise see nothing."""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

_EVERY = 0.2  # seconds; more often is hard to read
_CLEAR = "\r\x1b[K"
Item = TypeVar("Item")


def wanted(options: argparse.Namespace) -> bool:
    """Whether somebody is watching standard error, and the data does not go to the same screen."""
    return not options.quiet and sys.stderr.isatty() and (options.output is not None or not sys.stdout.isatty())


def counted(items: Iterable[Item], what: str, options: argparse.Namespace) -> Iterator[Item]:
    """The items; while they are taken, their number and pace are shown where `wanted`.

    Parameters
    ----------
    items : iterable
        Taken one by one.
    what : str
        What they are called, in the plural.
    options : argparse.Namespace
        ``quiet`` and ``output`` of the command.
    """
    if not wanted(options):
        yield from items
        return
    start, shown = time.monotonic(), float("-inf")
    try:
        for count, item in enumerate(items, 1):
            yield item
            now = time.monotonic()
            if now - shown >= _EVERY:
                shown = now
                _say(f"{_CLEAR}{what}: {count:,}, {count / (now - start):,.0f} a second")
    finally:
        _say(_CLEAR)


@contextmanager
def announced(what: str, options: argparse.Namespace) -> Iterator[None]:
    """Say that something long is under way, until it is over."""
    if not options.quiet and sys.stderr.isatty():
        _say(what)
        try:
            yield
        finally:
            _say(_CLEAR)
    else:
        yield


def _say(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
