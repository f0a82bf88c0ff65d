"""The command line: ``termalign align | romanize | abbreviations | lexicon``."""

from termalign.cli.command import main

__all__ = ["main"]
