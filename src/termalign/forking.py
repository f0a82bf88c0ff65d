"""A lock for forking, so that a new process does not inherit what another thread has half done."""

import os
import sys
from contextlib import nullcontext
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

#: A lock held during work that a forked process must not inherit half done, because no thread there would finish it. It is
#: reentrant, because a finalizer that Python runs during such work may do such work too.
no_fork = RLock()


def no_fork_to_the_end() -> "AbstractContextManager[object]":
    """Return `no_fork`, or no lock while the interpreter ends, since daemon threads may have ended while holding it."""
    return nullcontext() if sys.is_finalizing() else no_fork


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=no_fork.acquire, after_in_parent=no_fork.release, after_in_child=no_fork.release)
