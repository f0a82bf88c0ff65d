"""What only one thread at a time may use and what is dear to make: a few of them, lent in turn."""

import os
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Lock
from types import TracebackType
from typing import Generic, TypeVar

_T = TypeVar("_T")
_LONG = 10.0  # seconds: who waits longer gets one of their own, for one may have been lost with an interrupted thread


class Pool(Generic[_T]):
    """A few things of a kind, each in the hands of one thread at a time.

    A thread takes one that is free; if there is none, one is made as long as there are less than `most`; else it waits. So a
    server's threads, however many come and go, share these few. A forked process goes on with those that were free.

    Parameters
    ----------
    make : callable
        Makes one.
    most : int
        How many there are at most.

    Examples
    --------
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
        """One of them, for as long as a ``with`` block takes."""
        return Loan(self)

    def take(self) -> _T:
        """One of them, to be given back."""
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
        """Let others have it."""
        self._free.put(one)

    def _may_make(self) -> bool:
        with self._counting:
            if self._made < self._most:
                self._made += 1
                return True
            return False

    def _forked(self) -> None:
        """The threads that had the others are not in this process."""
        free: SimpleQueue[_T] = SimpleQueue()
        with suppress(Empty):
            while True:
                free.put(self._free.get_nowait())
        self._free, self._made, self._counting = free, free.qsize(), Lock()


class Loan(Generic[_T]):
    """A ``with`` block's hold on one thing of a pool."""

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
