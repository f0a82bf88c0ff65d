"""Python's search for garbage, put off while a pair of texts is aligned.

Aligning leaves no cycles behind, but what it finds out about new words stays. A search in the midst of it takes all that is
in hand at the moment for something that stays, too, and looks at it again and again: an eighth of the time of a text full of
new words.

A process that is forked meanwhile must not suffer for what other threads were at: neither for this, nor for `no_fork`.
"""

import gc
import os
import sys
from contextlib import nullcontext
from threading import Lock, RLock
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

#: Characters, about: a longer text is so much work that others' garbage should not wait for it.
_LONGEST = 4000
_SELDOM = 50_000  # new objects: those of some seven hundred sentence pairs' alignments


class garbage_later:
    """Put the search for garbage off for as long as a ``with`` block of this takes.

    Best around the call of a function, whose variables are gone when the search may come.

    Of threads that overlap, the first puts it off until it is done, and the others change nothing: there is a search between
    any two pairs of a thread. Where the search is off already it stays off.

    Parameters
    ----------
    size : int
        Characters that are worked at. For more than a few thousand nothing is put off.

    Examples
    --------
    >>> with garbage_later(100):
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """

    __slots__ = ("_mine", "_short")

    def __init__(self, size: int) -> None:
        self._short = size <= _LONGEST
        self._mine = False

    def __enter__(self) -> None:
        if self._short and gc.isenabled():
            self._mine = _one_at_a_time.acquire(blocking=False)
            if self._mine:
                gc.disable()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._mine:
            gc.enable()
            _one_at_a_time.release()


#: Held by a thread that is at what no other process must have half done: in that, nobody would ever finish it. A finalizer
#: that Python calls in the midst of it may be at such a thing too.
no_fork = RLock()


def no_fork_to_the_end() -> "AbstractContextManager[object]":
    """`no_fork`, for what is called also while the interpreter ends: daemon threads are then gone, whatever they held."""
    return nullcontext() if sys.is_finalizing() else no_fork


class SearchHeldBack:
    """The search for garbage while processes share memory: only among what is new, and seldom.

    A search writes to every object it looks at, and a page that is written to is copied if a forked process shares it. What
    comes from another process comes in bulk and stays: it is looked at once. Of several that hold it back at a time, the first
    does so and the last lets it be as it was.
    """

    def start(self) -> None:
        """Hold it back, unless the caller has settled it otherwise."""
        with no_fork_to_the_end():
            searching = gc.isenabled() or _one_at_a_time.locked()  # by a thread that puts it off
            if not _holders and searching and gc.get_freeze_count() == 0:
                _before.append(gc.get_threshold())
                hold_back_search()
            _holders.add(self)

    def stop(self) -> None:
        """Let it be as it was."""
        with no_fork_to_the_end():
            _holders.discard(self)
            if _before and not _holders:
                gc.unfreeze()
                thresholds = _before.pop()
                if gc.get_threshold()[0] == _SELDOM:  # else the caller has settled it anew
                    gc.set_threshold(*thresholds)


_holders: set[SearchHeldBack] = set()
_before: list[tuple[int, int, int]] = []  # thresholds, where they were ours to change


def hold_back_search() -> None:
    """Do so for good."""
    gc.freeze()
    new, *others = gc.get_threshold()
    if 0 < new < _SELDOM:
        gc.set_threshold(_SELDOM, *others)


_one_at_a_time = Lock()


def _forked() -> None:
    """A process that is forked while a thread of its parent puts the search off has no such thread."""
    if _one_at_a_time.locked():
        _one_at_a_time.release()
        gc.enable()
    no_fork.release()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=no_fork.acquire, after_in_parent=no_fork.release, after_in_child=_forked)
