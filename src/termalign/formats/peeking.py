"""A look at the first items of an iterable before they are consumed."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeVar

from termalign.formats.errors import FormatError

#: The number of lines or rows from which the layout of a table is recognised.
_SAMPLE = 50
_LONGEST = 1 << 16  # code points of the first lines together, because a line can be a whole document

Item = TypeVar("Item")


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
