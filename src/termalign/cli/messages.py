"""Messages of the command line, which go to standard error because standard output has only results."""

import argparse
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO


def say(message: str, options: argparse.Namespace) -> None:
    """Write a message to standard error, unless ``--quiet`` is given.

    Use `warn` for warnings, which ``--quiet`` does not hide.
    """
    if not options.quiet:
        warn(message)


def warn(message: str) -> None:
    """Write a warning to standard error."""
    sys.stderr.write(f"termalign: {message}\n")


@contextmanager
def warnings_said(options: argparse.Namespace) -> Iterator[None]:
    """Show the warnings that the library gives its callers as messages, each once."""
    known: set[str] = set()
    with warnings.catch_warnings():
        others = warnings.showwarning

        def show(
            message: Warning | str,
            category: type[Warning],
            filename: str,
            lineno: int,
            file: TextIO | None = None,
            line: str | None = None,
        ) -> None:
            if category is UserWarning:
                if str(message) not in known:
                    known.add(str(message))
                    say(str(message), options)
            else:
                others(message, category, filename, lineno, file, line)

        warnings.filterwarnings("always", category=UserWarning)
        warnings.showwarning = show
        yield


def number_of(count: int, what: str) -> str:
    """Return a count with its noun.

    Examples
    --------
    >>> number_of(1, "pair"), number_of(2_000, "term")
    ('1 pair', '2,000 terms')
    """
    return f"{count:,} {what}{'s' * (count != 1)}"
