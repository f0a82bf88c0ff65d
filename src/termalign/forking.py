"""A lock that forking waits for: a process must not inherit what another thread has half done."""

import os
import sys
from contextlib import nullcontext
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

#: Held by a thread that is at what no other process must have half done: in that, nobody would ever finish it. A finalizer
#: that Python calls in the midst of it may be at such a thing too.
no_fork = RLock()


def no_fork_to_the_end() -> "AbstractContextManager[object]":
    """`no_fork`, for what is called also while the interpreter ends: daemon threads are then gone, whatever they held."""
    return nullcontext() if sys.is_finalizing() else no_fork


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=no_fork.acquire, after_in_parent=no_fork.release, after_in_child=no_fork.release)
