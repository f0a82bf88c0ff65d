"""How much longer ten times as much takes."""

import gc
import signal
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import inf
from multiprocessing import get_context
from time import process_time
from types import FrameType

from benchmarks.growth.entries import Work

WorkOf = Callable[[range], Work]
"""The work on the pieces with these numbers."""

_SOON = 0.05  # seconds: what takes less is asked of more
_LATE = 0.4  # seconds: what takes more is asked of less, so that ten times as much is not too long to wait for
MOST_PIECES = 8192  # pieces of a text that is still so fast
_OTHERS = 8  # pieces with other words, on which the library is tried before it is timed
_SUSPICIOUS = 11.0  # times
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


def grown(entry: str, shape: str, work_of: WorkOf, start: int = 32, largest: int = MOST_PIECES) -> Growth:
    """Time the work of a size that takes long enough to be timed, and of ten times that size.

    Where the longer takes suspiciously long, both are timed again, and the faster runs count.
    """
    size, once = start, _seconds(work_of, start)
    while once < _SOON and size < largest:
        size *= 2
        once = _seconds(work_of, size)
    while once > _LATE and size > 1:
        smaller = _seconds(work_of, size // 2)
        if smaller < _SOON:
            break  # a text with hardly anything to do, such as one without links, is no measure of a longer one
        size, once = size // 2, smaller
    if once == inf:
        return Growth(entry, shape, size, TOO_LONG, None)
    once = min(once, _seconds(work_of, size))
    limit = max(TOO_LONG, SLOWEST * once)
    tenfold = _seconds(work_of, 10 * size, limit)
    if _SUSPICIOUS * once < tenfold < inf:
        once = min(once, _seconds(work_of, size))
        tenfold = min(tenfold, _seconds(work_of, 10 * size, limit))
    return Growth(entry, shape, size, once, None if tenfold == inf else tenfold)


def _seconds(work_of: WorkOf, size: int, limit: float = TOO_LONG) -> float:
    """Processor seconds of one run; inf over the limit.

    It has a process of its own, in which the library has not seen the pieces of the text. What happens only once, such as
    opening a dictionary, has happened: the process has done the same with a few other pieces.
    """
    return _apart(partial(_fresh, work_of, size, limit))


def _apart(call: Callable[[], float]) -> float:
    """Return what a call in a process of its own returns."""
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=lambda: sender.send(call()))
    process.start()
    sender.close()  # so that nothing is waited for if the process ends without an answer
    try:
        found: float = receiver.recv()
    finally:
        process.join()
        receiver.close()
    return found


def _fresh(work_of: WorkOf, size: int, limit: float) -> float:
    work_of(range(-_OTHERS, 0))()
    work = work_of(range(size))
    gc.collect()
    gc.freeze()
    try:
        return _timed(work, limit)
    except TookTooLongError:
        return inf


def _timed(work: Work, limit: float) -> float:
    """Processor seconds of one run; what takes longer than the limit is stopped."""
    began = process_time()

    def stop(number: int, frame: FrameType | None) -> None:
        if process_time() - began > limit:
            raise TookTooLongError

    before = signal.signal(signal.SIGALRM, stop)
    # A timer of processor time would have the kernel count that time in ticks of some milliseconds.
    signal.setitimer(signal.ITIMER_REAL, _LOOK, _LOOK)
    try:
        work()
        return process_time() - began
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
