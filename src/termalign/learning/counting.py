"""Counts of very many different items in bounded memory: rare items are dropped if there is no more room."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Tally(Generic[Item]):
    """Counts, of at most so many things at a time (lossy counting: G. Manku and R. Motwani, VLDB 2002).

    Parameters
    ----------
    most : int
        Things that are counted at a time. When there are more, the rarest are forgotten until half of the room is free.

    Examples
    --------
    >>> tally = Tally(3)
    >>> tally.add("aab")
    >>> tally.add("acde")
    >>> dict(tally.items())
    {'a': 3}
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._counts: dict[Item, int] = {}

    def add(self, items: Iterable[Item]) -> None:
        """Count each once."""
        counts = self._counts
        for item in items:
            counts[item] = counts.get(item, 0) + 1
        least = 1
        while len(self._counts) > self._most:
            least += 1
            self._counts = {item: count for item, count in self._counts.items() if count >= least}

    def items(self) -> Iterator[tuple[Item, int]]:
        """Yield the items with their counts, in the order in which they were first seen."""
        return iter(self._counts.items())

    def __len__(self) -> int:
        return len(self._counts)

    def get(self, item: Item) -> int:
        """Return the count of one; 0 where it was not met, or forgotten."""
        return self._counts.get(item, 0)
