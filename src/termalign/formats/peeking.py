"""The first of many items looked at before they are taken."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeVar

from termalign.formats.errors import FormatError

#: How many lines or rows tell how a table is laid out.
SAMPLE = 50
_LONGEST = 1 << 16  # code points of lines: a line can be a document

Item = TypeVar("Item")


def peeked(items: Iterable[Item], count: int = SAMPLE) -> tuple[list[Item], Iterator[Item]]:
    """The first items, and all of them.

    What is wrong with the file is told where it is met, behind the items that stand before it.

    Parameters
    ----------
    items : iterable
        Lines or rows with their numbers; taken as they are asked for.
    count : int
        How many to look at; fewer where they are long.
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
    yield  # a generator, whose error comes when it is asked
