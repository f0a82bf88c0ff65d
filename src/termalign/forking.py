"""A lock for forking, so that a new process does not inherit another thread's unfinished work."""

import os
import sys
from contextlib import nullcontext
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

#: A lock held during work that a forked process must not inherit unfinished, because no thread there would finish it. It is
#: reentrant, because Python may run a finalizer during such work that does such work too.
no_fork = RLock()


def no_fork_to_the_end() -> "AbstractContextManager[object]":
    """Return `no_fork`, or no lock while the interpreter shuts down, since a daemon thread may have ended while holding it."""
    return nullcontext() if sys.is_finalizing() else no_fork


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=no_fork.acquire, after_in_parent=no_fork.release, after_in_child=no_fork.release)
