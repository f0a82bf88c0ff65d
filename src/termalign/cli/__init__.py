"""The command line: ``termalign COMMAND``."""

from termalign.cli.program import main

__all__ = ["main"]
