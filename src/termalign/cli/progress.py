"""The progress of a long command, shown as a count on standard error."""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

_CLEAR = "\r\x1b[K"
Item = TypeVar("Item")


def wanted(options: argparse.Namespace) -> bool:
    """Return whether standard error is a terminal, and the output does not go to the same terminal."""
    return not options.quiet and sys.stderr.isatty() and (options.output is not None or not sys.stdout.isatty())


def counted(items: Iterable[Item], what: str, options: argparse.Namespace) -> Iterator[Item]:
    """Yield the items and, if progress is `wanted`, show their number and rate. `what` is a plural noun for them."""
    if not wanted(options):
        yield from items
        return
    start, shown = time.monotonic(), float("-inf")
    try:
        for count, item in enumerate(items, 1):
            yield item
            now = time.monotonic()
            if now - shown >= 0.2:  # seconds: more frequent updates are hard to read
                shown = now
                _say(f"{_CLEAR}{what}: {count:,}, {count / (now - start):,.0f} a second")
    finally:
        _say(_CLEAR)


@contextmanager
def announced(what: str, options: argparse.Namespace) -> Iterator[None]:
    """Show a message on a terminal while a long operation runs."""
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
