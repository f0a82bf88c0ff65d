"""How much longer ten times as much takes."""

import signal
from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from time import process_time
from types import FrameType

from benchmarks.growth.entries import Work

_SOON = 0.02  # seconds: what takes less is asked of more
_LATE = 0.3  # seconds: what takes more is asked of less, so that ten times as much is not too long to wait for
MOST_PIECES = 8192  # pieces of a text that is still so fast
_MEASURABLE = 0.1  # seconds: what takes less is done again and again, until it has taken so long
_MOST_TIMES = 1000
_LOOK = 0.5  # seconds between looks at whether it takes too long
TOO_LONG = 5.0
SLOWEST = 20.0  # times: what takes longer is stopped, however long the smaller size takes


@dataclass(frozen=True, slots=True)
class Growth:
    """What ten times as much takes of time; processor seconds."""

    entry: str
    shape: str
    size: int
    once: float
    tenfold: float | None
    """None where it was stopped."""

    @property
    def factor(self) -> float:
        """How many times as long ten times as much takes."""
        return inf if self.tenfold is None else self.tenfold / max(self.once, 1e-6)


class TookTooLongError(Exception):
    """What was timed was stopped."""


def grown(
    entry: str, shape: str, work_of: Callable[[int], Work], start: int = 32, largest: int = MOST_PIECES
) -> Growth:
    """Time the work of a size that takes long enough to be timed, and of ten times that size.

    Each is done several times and the fastest counts; what only happens once, such as opening a dictionary, has then happened.
    """
    size, once = start, _fastest(work_of(start))
    while once < _SOON and size < largest:
        size *= 2
        once = _fastest(work_of(size))
    while once > _LATE and size > 1:
        smaller = _fastest(work_of(size // 2))
        if smaller < _SOON:
            break  # a text with hardly anything to do, such as one without links, is no measure of a longer one
        size, once = size // 2, smaller
    if once == inf:
        return Growth(entry, shape, size, TOO_LONG, None)
    tenfold = _fastest(work_of(10 * size), max(TOO_LONG, SLOWEST * once))
    return Growth(entry, shape, size, once, None if tenfold == inf else tenfold)


def _fastest(work: Work, limit: float = TOO_LONG) -> float:
    """Processor seconds of the faster of two runs, each of so many times that it takes measurable time; inf over the limit.

    The first may open dictionaries and look up what is known from then on.
    """
    try:
        first = _timed(work, limit=limit)
        times = max(1, round(_MEASURABLE / max(first, 1e-6)))
        return min(first, _timed(work, min(times, _MOST_TIMES), limit))
    except TookTooLongError:
        return inf


def _timed(work: Work, times: int = 1, limit: float = TOO_LONG) -> float:
    """Processor seconds of one run, of several on end; what takes longer than the limit is stopped."""
    began = process_time()

    def stop(number: int, frame: FrameType | None) -> None:
        if process_time() - began > limit:
            raise TookTooLongError

    before = signal.signal(signal.SIGALRM, stop)
    # A timer of processor time would have the kernel count that time in ticks of some milliseconds.
    signal.setitimer(signal.ITIMER_REAL, _LOOK, _LOOK)
    try:
        for _ in range(times):
            work()
        return (process_time() - began) / times
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
