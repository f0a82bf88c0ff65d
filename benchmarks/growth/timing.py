"""How much longer ten times as much takes."""

import signal
from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from time import process_time
from types import FrameType

from benchmarks.growth.entries import Work

_SOON = 0.02  # seconds: what takes less is asked of more
_LARGEST = 8192  # pieces of a text that is still so fast
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


def grown(entry: str, shape: str, work_of: Callable[[int], Work], start: int = 32) -> Growth:
    """Time the work of a size that takes long enough to be timed, and of ten times that size.

    Each is done several times and the fastest counts; what only happens once, such as opening a dictionary, has then happened.
    """
    size = start
    try:
        while (once := _fastest(work_of(size))) < _SOON and size < _LARGEST:
            size *= 2
    except TookTooLongError:
        return Growth(entry, shape, size, TOO_LONG, None)
    try:
        return Growth(entry, shape, size, once, _fastest(work_of(10 * size)))
    except TookTooLongError:
        return Growth(entry, shape, size, once, None)


def _fastest(work: Work) -> float:
    """Processor seconds of the fastest of a few runs, or of the first if that takes long."""
    first = _timed(work)
    again = 0 if first > 10 * _SOON else 1 if first > _SOON else 4
    return min([first, *[_timed(work) for _ in range(again)]])


def _timed(work: Work) -> float:
    def stop(number: int, frame: FrameType | None) -> None:
        raise TookTooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, TOO_LONG)
    began = process_time()
    try:
        work()
        return process_time() - began
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
