"""Counts of very many different items in bounded memory. Rare items are dropped when memory is full."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Tally(Generic[Item]):
    """Counts of at most a given number of items at a time (lossy counting: G. Manku and R. Motwani, VLDB 2002).

    Parameters
    ----------
    most : int
        The number of items to count at a time. If there are more, the rarest are dropped until no more than that are
        left.

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
        """Count each item once more."""
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
        """Return the count of an item; 0 if it is new or was dropped."""
        return self._counts.get(item, 0)
