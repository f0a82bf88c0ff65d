"""Connections to other processes, whose ends a forked process closes.

A process sees that its connection is closed when the last copy of the other end is closed. A copy in another worker, or in a
process that the caller forked, would keep it waiting forever.
"""

import os
from multiprocessing import Pipe
from typing import TYPE_CHECKING

from termalign.forking import no_fork, no_fork_to_the_end

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_open: "set[Connection]" = set()


def connected() -> "tuple[Connection, Connection]":
    """Return two ends of a connection."""
    with no_fork:
        ends = Pipe()
        _open.update(ends)
    return ends


def close(end: "Connection") -> None:
    with no_fork_to_the_end():
        _open.discard(end)
        end.close()


def hand_on(end: "Connection") -> None:
    """Let processes that are forked from now on keep a connection."""
    _open.discard(end)


def _forked() -> None:
    """Close, in a forked process, the ends that were not handed on to it."""
    for end in _open:
        end.close()
    _open.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)
