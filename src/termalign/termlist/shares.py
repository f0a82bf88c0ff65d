"""Compounds under one part, by the share that it is of them."""

from bisect import bisect_right
from collections.abc import Callable, Iterator

from termalign.termlist.index import UNIT, Index
from termalign.termlist.standing import LONG


class Shares:
    """What is filed under the parts of compounds, the largest share first.

    Parameters
    ----------
    index : Index
        Of the term list.
    surface : callable
        The text of a node.
    """

    def __init__(self, index: Index, surface: Callable[[int], str]) -> None:
        self._index = index
        self.surface = surface

    def enough(
        self, start: int, end: int, least: int, alone: Callable[[int, int], bool]
    ) -> Iterator[tuple[int, int, int]]:
        """The compounds of the rows ``start:end`` for which what is filed there is enough `alone`, their nodes and its share.

        Parameters
        ----------
        least : int
            The share that may be enough, in 255ths.
        alone : callable
            Whether a share is enough for a compound of so many characters.
        """
        index = self._index
        for row in self._rows(start, end, least, alone):
            compound = index.parents[row]
            whole = index.compound_node[compound]
            share = index.parent_share[row]
            if alone(share, len(self.surface(whole))):
                yield compound, whole, share

    def _rows(self, start: int, end: int, least: int, alone: Callable[[int, int], bool]) -> Iterator[int]:
        """Those of the rows ``start:end`` of which the share may be enough `alone`, whatever their compounds' length."""
        shares = self._index.parent_share
        end = self._down_to(least, start, end)
        while start < end:
            share = shares[start]
            last = self._down_to(share, start, end)
            if last - start <= LONG or any(alone(share, length) for length in range(1, LONG + 1)):
                yield from range(start, last)
            start = last

    def _down_to(self, least: int, start: int, end: int) -> int:
        """Where the rows ``start:end`` of `parent_share`, which fall, come below `least`."""
        if least > UNIT:
            return start
        return bisect_right(self._index.parent_share, -least, start, end, key=lambda share: -share)
