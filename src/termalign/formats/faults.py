"""Writing of items up to the first error, which is raised after the preceding items have been written."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from termalign.formats.errors import FormatError

Item = TypeVar("Item")


class UpToFault(Generic[Item]):
    """An iterable that ends before the first invalid item, so that the items before it can be written.

    `settled` then raises the error. `faults` are the exceptions that mark an invalid item, by default `FormatError` and
    TypeError. Others, such as an interrupt, are raised at once. The items can be iterated over only once.

    Attributes
    ----------
    count : int
        The number of items so far.
    fault : Exception or None
        The error that ended the items.

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
        self.fault: Exception | None = None
        self.count = 0

    def __iter__(self) -> Iterator[Item]:
        try:
            for item in self._items:
                yield item
                self.count += 1
        except self._faults as fault:
            self.fault = fault

    def settled(self) -> int:
        """Return the number of items, or raise the error that ended them."""
        if self.fault is not None:
            raise self.fault
        return self.count
