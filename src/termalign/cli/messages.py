"""Messages of the command line, which go to standard error: standard output has only results."""

import argparse
import sys


def say(message: str, options: argparse.Namespace) -> None:
    """Write a message to standard error, unless ``--quiet`` is given.

    Errors and warnings are not written here, since ``--quiet`` does not hide them.
    """
    if not options.quiet:
        sys.stderr.write(f"termalign: {message}\n")


def number_of(count: int, what: str) -> str:
    """Return a number of things in words.

    Examples
    --------
    >>> number_of(1, "pair"), number_of(2_000, "term")
    ('1 pair', '2,000 terms')
    """
    return f"{count:,} {what}{'s' * (count != 1)}"
