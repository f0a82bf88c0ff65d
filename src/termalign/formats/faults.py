"""What is to be written, up to where it is found to be no good."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from termalign.formats.errors import FormatError

Item = TypeVar("Item")


class UpToFault(Generic[Item]):
    """Items that end where one is no good: what stands before it can be written to its end, and what is wrong said after that.

    Anything else that their source raises, an interrupt for instance, goes through.

    Parameters
    ----------
    items : iterable
        Taken as they are asked for, once.
    *faults : type of exception
        What means that an item is no good; by default that a file is broken (`FormatError`), or that an item is none.

    Examples
    --------
    >>> def read():
    ...     yield "灰"
    ...     raise FormatError("m.tmx", 2, "expected a <seg>")
    >>> items = UpToFault(read())
    >>> list(items)
    ['灰']
    >>> items.settled()
    Traceback (most recent call last):
    termalign.formats.errors.FormatError: m.tmx, line 2: expected a <seg>
    """

    def __init__(self, items: Iterable[Item], *faults: type[Exception]) -> None:
        self._items = items
        self._faults = faults or (FormatError, TypeError)
        self._fault: Exception | None = None
        self._count = 0

    def __iter__(self) -> Iterator[Item]:
        try:
            for item in self._items:
                yield item
                self._count += 1
        except self._faults as fault:
            self._fault = fault

    def settled(self) -> int:
        """How many items there were; raises what was wrong, if anything was."""
        if self._fault is not None:
            raise self._fault
        return self._count
