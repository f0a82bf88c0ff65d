"""The limit on comparisons for one pair of texts, so that no pair, even a hostile one, delays a crawl or a server for long.

The limit counts comparisons, not seconds, so that results are reproducible. All code that compares consults this module, so
no path through the library avoids the limit, and other code need not pass it on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf

from termalign.warned import warn


class Effort:
    """The number of comparisons that are left for one pair of texts; by default unlimited.

    `complete` says whether everything could be compared so far.

    Examples
    --------
    >>> effort = Effort(2)
    >>> effort.spend(1)
    >>> effort.allows_more(), effort.complete
    (True, True)
    >>> effort.spend(5)  # what is at hand is finished
    >>> effort.allows_more(), effort.complete
    (False, False)
    """

    __slots__ = ("_left", "complete")

    def __init__(self, most: int | None = None) -> None:
        self._left = inf if most is None else most
        self.complete = True

    def spend(self, comparisons: int) -> None:
        """Subtract comparisons that have been made."""
        self._left -= comparisons

    def allows_more(self) -> bool:
        """Return whether comparisons are left; if not, `complete` becomes false."""
        if self._left > 0:
            return True
        self.complete = False
        return False


_current: ContextVar[Effort | None] = ContextVar("effort", default=None)


@contextmanager
def limited(most: int | None) -> Iterator[Effort]:
    """Limit the number of comparisons in a ``with`` block to `most`; with None, there is no limit.

    >>> with limited(1) as effort:
    ...     effort_of_pair() is effort
    True
    """
    effort = Effort(most)
    token = _current.set(effort)
    try:
        yield effort
    finally:
        _current.reset(token)


def not_complete(what: str, most: int | None) -> None:
    """Warn that a result is incomplete, if its type cannot show this."""
    warn(f"{what}: not everything was compared, because max_comparisons is {most}", RuntimeWarning)


def effort_of_pair() -> Effort:
    """Return the comparisons left for the pair being aligned; outside of `limited`, there is no limit."""
    return _current.get() or Effort()
