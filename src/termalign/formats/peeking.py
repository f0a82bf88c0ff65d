"""A look at the first items of an iterable before they are consumed."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeVar

from termalign.formats.errors import FormatError

#: The number of lines or rows by which the layout of a table is recognised.
SAMPLE = 50
_LONGEST = 1 << 16  # code points of lines: a line can be a document

Item = TypeVar("Item")


def peeked(items: Iterable[Item], count: int = SAMPLE) -> tuple[list[Item], Iterator[Item]]:
    """Return the first items, and an iterator over all items.

    An error in the file is raised where it occurs, after the items before it.

    Parameters
    ----------
    items : iterable
        Lines or rows with their numbers, which are read only as needed.
    count : int
        The number of first items; fewer are returned if they are long.
    """
    source = iter(items)
    first: list[Item] = []
    size = 0
    try:
        for item in source:
            first.append(item)
            size += len(item[1]) if isinstance(item, tuple) and isinstance(item[1], str) else 0
            if len(first) >= count or size > _LONGEST:
                break
    except FormatError as error:
        return first, chain(iter([*first]), _raising(error))
    return first, chain(iter([*first]), source)


def _raising(error: FormatError) -> Iterator[Item]:
    raise error
    yield  # makes this a generator, which raises the error only when it is iterated
