"""Items up to the first error, which is raised after the items before it, and a look at the first items."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Generic, TypeVar

from termalign.formats.errors import FormatError

Item = TypeVar("Item")
#: The number of lines or rows from which the layout of a table is recognised.
_SAMPLE = 50
_LONGEST = 1 << 16  # code points of the first lines together, because a line can be a whole document


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
        """Return the number of items, or raise the error that ended the iteration."""
        if self.fault is not None:
            raise self.fault
        return self.count


def peeked(items: Iterable[Item], *faults: type[Exception]) -> tuple[list[Item], Iterator[Item]]:
    """Return the first items, 50 of them unless they are long or fewer, and an iterator over all items.

    An error in the file, or one of `faults`, is raised in its place, after the items before it.
    """
    source = iter(items)
    first: list[Item] = []
    size = 0
    known: tuple[type[Exception], ...] = (FormatError, *faults)
    try:
        for item in source:
            first.append(item)
            size += len(item[1]) if isinstance(item, tuple) and isinstance(item[1], str) else 0
            if len(first) == _SAMPLE or size > _LONGEST:
                break
    except known as error:
        return first, chain(iter([*first]), _raising(error))
    return first, chain(iter([*first]), source)


def _raising(error: Exception) -> Iterator[Item]:
    raise error
    yield  # make this a generator, which raises the error only when it is iterated
