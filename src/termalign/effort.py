"""How much may be compared for one pair of texts, so that no pair, however hostile, keeps a crawl or a server for long.

It is counted in comparisons, not in seconds: the answer is the same on every machine, and tomorrow. Whatever compares asks
here, deep inside as it may be; so no way through the library goes round the limit, and what does not compare need not hand it on.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf


class Effort:
    """The comparisons that one pair of texts may still have.

    Parameters
    ----------
    most : int, optional
        How many it may have; any number without it.

    Attributes
    ----------
    complete : bool
        Whether everything could be compared so far.

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
        """Count what has been compared."""
        self._left -= comparisons

    def allows_more(self) -> bool:
        """Whether there is something left for what is asked about now; where there is not, the answer is not complete."""
        if self._left > 0:
            return True
        self.complete = False
        return False


_current: ContextVar[Effort | None] = ContextVar("effort", default=None)


@contextmanager
def limited(most: int | None) -> Iterator[Effort]:
    """Compare at most so much in this block; any number without `most`.

    Examples
    --------
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
    """Warn of an answer that cannot say itself that it is not complete."""
    warnings.warn(f"{what}: not everything was compared, for max_comparisons is {most}", RuntimeWarning, stacklevel=4)


def effort_of_pair() -> Effort:
    """What the pair that is aligned just now may still have; without a limit outside of `limited`."""
    return _current.get() or Effort()
