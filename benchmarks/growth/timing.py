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


@dataclass(frozen=True, slots=True)
class Growth:
    """What ten times as much takes of time; processor seconds."""

    entry: str
    shape: str
    size: int
    once: float
    tenfold: float | None
    """None where it took longer than `TOO_LONG`."""

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
    size, times = start, 2.0
    try:
        once = _fastest(work_of(size))
        if once > _LATE:
            times = 0.5
        while (once < _SOON if times > 1 else once > _LATE) and 1 < size < largest:
            size = int(size * times)
            once = _fastest(work_of(size))
    except TookTooLongError:
        return Growth(entry, shape, size, TOO_LONG, None)
    try:
        return Growth(entry, shape, size, once, _fastest(work_of(10 * size)))
    except TookTooLongError:
        return Growth(entry, shape, size, once, None)


def _fastest(work: Work) -> float:
    """Processor seconds of the faster of two runs, each of so many times that it takes measurable time.

    The first may open dictionaries and look up what is known from then on.
    """
    first = _timed(work)
    times = max(1, round(_MEASURABLE / max(first, 1e-6)))
    return min(first, _timed(work, min(times, _MOST_TIMES)))


def _timed(work: Work, times: int = 1) -> float:
    """Processor seconds of one run, of several on end."""
    began = process_time()

    def stop(number: int, frame: FrameType | None) -> None:
        if process_time() - began > TOO_LONG:
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
