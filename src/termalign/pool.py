"""A pool of a few objects that are costly to make and that only one thread may use at a time."""

import os
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Lock
from types import TracebackType
from typing import Generic, TypeVar

_T = TypeVar("_T")
_LONG = 10.0  # seconds: a thread that waits longer gets a new object, as an interrupted thread may have lost one


class Pool(Generic[_T]):
    """A pool of at most `most` objects, each of which is used by one thread at a time.

    A thread takes a free object. If there is none, `make` makes a new one, unless there are `most` already; then the thread
    waits. So any number of server threads share a few objects. A forked process keeps the objects that were free.

    >>> pool = Pool(list, most=2)
    >>> with pool.lent() as one, pool.lent() as other:
    ...     one is other
    False
    >>> with pool.lent() as again:
    ...     again is one or again is other
    True
    """

    def __init__(self, make: Callable[[], _T], most: int) -> None:
        self._make, self._most = make, most
        self._free: SimpleQueue[_T] = SimpleQueue()
        self._made, self._counting = 0, Lock()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._forked)

    def lent(self) -> "Loan[_T]":
        """Lend an object for the duration of a ``with`` block."""
        return Loan(self)

    def take(self) -> _T:
        """Take an object, which must be given back."""
        with suppress(Empty):
            return self._free.get_nowait()
        counted = self._may_make()
        if not counted:
            with suppress(Empty):
                return self._free.get(timeout=_LONG)
        try:
            return self._make()
        except BaseException:
            if counted:
                with self._counting:
                    self._made -= 1
            raise

    def give_back(self, one: _T) -> None:
        """Give an object back, so that other threads can use it."""
        self._free.put(one)

    def _may_make(self) -> bool:
        with self._counting:
            if self._made < self._most:
                self._made += 1
                return True
            return False

    def _forked(self) -> None:
        """Keep only the free objects: the threads that used the others do not exist in a forked process."""
        free: SimpleQueue[_T] = SimpleQueue()
        with suppress(Empty):
            while True:
                free.put(self._free.get_nowait())
        self._free, self._made, self._counting = free, free.qsize(), Lock()


class Loan(Generic[_T]):
    """The loan of an object of a pool for a ``with`` block."""

    __slots__ = ("_one", "_pool")

    def __init__(self, pool: Pool[_T]) -> None:
        self._pool = pool

    def __enter__(self) -> _T:
        self._one = self._pool.take()
        return self._one

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.give_back(self._one)
