"""How much memory this process has taken, in MB (10⁶ bytes are not meant: 2²⁰). POSIX only."""

import resource
import sys
from pathlib import Path


def peak() -> float:
    """The most it has held at once."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (2**20 if sys.platform == "darwin" else 2**10)


def own() -> float:
    """What it holds now that is its own; the pages of dictionary files, which all processes share, are not. Linux only."""
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Anonymous:"):
            return int(line.split()[1]) / 2**10
    raise OSError("this kernel does not tell")
