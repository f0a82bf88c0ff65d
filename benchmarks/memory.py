"""How much memory this process has taken, in MB (10⁶ bytes are not meant: 2²⁰). POSIX only."""

import resource
import sys


def peak() -> float:
    """The most it has held at once."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)
