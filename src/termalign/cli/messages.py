"""Messages of the command line, which go to standard error: standard output has only results."""

import argparse
import sys


def say(message: str, options: argparse.Namespace) -> None:
    """Write a message to standard error, unless ``--quiet`` is given.

    Errors and warnings are not written here, since ``--quiet`` does not hide them.
    """
    if not options.quiet:
        sys.stderr.write(f"termalign: {message}\n")
