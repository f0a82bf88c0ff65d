"""Messages of the command line, which go to standard error because standard output has only results."""

import argparse
import sys


def say(message: str, options: argparse.Namespace) -> None:
    """Write a message to standard error, unless ``--quiet`` is given.

    Do not use it for errors and warnings, which ``--quiet`` does not hide.
    """
    if not options.quiet:
        sys.stderr.write(f"termalign: {message}\n")


def number_of(count: int, what: str) -> str:
    """Return a count with its noun.

    Examples
    --------
    >>> number_of(1, "pair"), number_of(2_000, "term")
    ('1 pair', '2,000 terms')
    """
    return f"{count:,} {what}{'s' * (count != 1)}"
