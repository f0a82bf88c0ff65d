"""Distribution of pairs among this process and others, with results in order."""

import gc
import os
import pickle
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, count, islice
from typing import TYPE_CHECKING, Any

from termalign.arguments import whole_number
from termalign.model import TextSituation
from termalign.pipe.exchange import Aligning, SavedLists, Terms, align_pair, received

if TYPE_CHECKING:
    from termalign.alignment import Alignment
    from termalign.pipe.worker import Worker

_MOST_PROCESSES = 256  # or the number of processors if it is higher; each process opens its own dictionaries
_AHEAD = 8  # batches read ahead for each process
_QUEUED = 3  # batches handed to each other process: the current one, the next, and one on its way
_LOOKS = 4  # checks for results in the time that another process needs for its batches


def most_processes() -> int:
    """Return the number of processes that may share the work."""
    return max(_MOST_PROCESSES, os.cpu_count() or 1)


def align_pairs(
    aligner: Aligning,
    pairs: Iterable[tuple[Any, str]],
    n_process: int,
    batch_size: int,
    situation: TextSituation | None = None,
) -> "Iterator[Alignment]":
    """Return the alignments of `pairs` in order. `situation` applies to pairs of two texts."""
    n_process = whole_number(n_process, "n_process", most=most_processes())
    batch_size = whole_number(batch_size, "batch_size", most=sys.maxsize)
    if n_process > 1:
        from multiprocessing import current_process

        if not current_process().daemon:  # a daemonic process must not start others
            return _align_on_processes(aligner, pairs, n_process, batch_size, situation)
    return _align_here(aligner, pairs, situation)


def _align_here(
    aligner: Aligning, pairs: Iterable[tuple[Any, str]], situation: TextSituation | None
) -> "Iterator[Alignment]":
    for number, (ja, en) in enumerate(pairs):
        pair = _Pair(ja, en, number)
        pair.align(aligner, situation)
        yield pair.result()


def _align_on_processes(
    aligner: Aligning,
    pairs: Iterable[tuple[Any, str]],
    n_process: int,
    batch_size: int,
    situation: TextSituation | None,
) -> "Iterator[Alignment]":
    from termalign.pipe.worker import WorkerDied

    sharing = _Sharing(aligner, pairs, n_process, batch_size, situation)
    try:
        sharing.start()
        yield from sharing.run()
    except WorkerDied as error:
        from concurrent.futures.process import BrokenProcessPool

        raise BrokenProcessPool(f"a worker process of pipe() has died: {error}") from error
    finally:
        sharing.stop()


class _Pair:
    """A pair with its number and its result."""

    __slots__ = ("en", "error", "found", "ja", "number")

    def __init__(self, ja: Terms, en: str, number: int, error: Exception | None = None) -> None:
        self.ja = ja
        self.en = en
        self.number = number
        self.found: Alignment | None = None
        self.error = error

    def align(self, aligner: Aligning, situation: TextSituation | None) -> None:
        """Find the result in this process."""
        try:
            self.found = align_pair(aligner, self.ja, self.en, situation)
        except Exception as error:
            self.fail(error)

    def fail(self, error: Exception) -> None:
        """Put an error in the place of the result; it names the pair."""
        error.add_note(f"pair {self.number}, counted from 0")
        self.error = error

    @property
    def done(self) -> bool:
        """Whether there is a result, or an error in its place."""
        return self.found is not None or self.error is not None

    def result(self) -> "Alignment":
        """Return the result, or raise the error."""
        if self.error is not None:
            raise self.error
        assert self.found is not None
        return self.found


class _Sharing:
    """The distribution of pairs among processes.

    This process takes single pairs, and the others get batches, which are smaller towards the end.
    """

    def __init__(
        self,
        aligner: Aligning,
        pairs: Iterable[tuple[Any, str]],
        n_process: int,
        batch_size: int,
        situation: TextSituation | None,
    ) -> None:
        self._aligner = aligner
        self._situation = situation
        self._source = iter(pairs)
        self._exhausted = False
        self._numbers = count()
        self._n_process = n_process
        self._batch_size = batch_size
        self._lists = SavedLists()
        self._workers: list[Worker] = []
        self._handed: dict[Worker, deque[list[_Pair]]] = {}  # the batches of each worker that is still needed
        self._ahead: deque[_Pair] = deque()  # pairs that were read and not yet yielded
        self._waiting: deque[_Pair] = deque()  # pairs ahead that no process has begun
        self._owner = os.getpid()
        self._unseen = 0  # pairs aligned here since the last check for results

    def start(self) -> None:
        """Start the other processes.

        Forked processes share the memory of the objects that exist now. The garbage collector would write to them, and so
        copy them, unless they are frozen.
        """
        frozen_here = gc.get_freeze_count() == 0
        if frozen_here:
            gc.freeze()
        try:
            self._start_workers()
        finally:
            if frozen_here:
                gc.unfreeze()

    def _start_workers(self) -> None:
        from termalign.pipe.worker import NoWorker, Worker

        while len(self._workers) < self._n_process - 1:
            try:
                worker = Worker(self._aligner)
            except NoWorker:
                return
            self._workers.append(worker)
            self._handed[worker] = deque()

    def stop(self) -> None:
        if self._owner != os.getpid():
            return  # this is a fork of the process that owns the workers
        for worker in self._handed:
            worker.dismiss()
        for worker in self._workers:
            worker.join()
        self._lists.close()

    def run(self) -> "Iterator[Alignment]":
        """Yield the alignments in order."""
        while True:
            self._read()
            if not self._ahead:
                return
            self._hand_out()
            if self._ahead[0].done:
                for _ in range(self._batch_size):
                    if not self._ahead or not self._ahead[0].done:
                        break
                    yield self._ahead.popleft().result()
            elif self._waiting:
                self._waiting.popleft().align(self._aligner, self._situation)
                if self._may_run_short():
                    self._collect(0)
            else:
                self._collect(None)

    def _read(self) -> None:
        """Read batches until enough are ahead. An error in reading is raised after the pairs before it."""
        while not self._exhausted and len(self._ahead) <= (self._n_process * _AHEAD - 1) * self._batch_size:
            batch = islice(self._source, self._batch_size)
            before = len(self._ahead)
            try:
                for ja, en in batch:
                    pair = _Pair(ja if isinstance(ja, str) else self._aligner.kept(ja), en, next(self._numbers))
                    self._ahead.append(pair)
                    self._waiting.append(pair)
            except Exception as error:
                self._ahead.append(_Pair("", "", next(self._numbers), error))
                self._exhausted = True
            self._exhausted |= len(self._ahead) < before + self._batch_size

    def _hand_out(self) -> None:
        """Hand out pairs so that each other process has work."""
        for worker, handed in list(self._handed.items()):
            while worker.ready and len(handed) < _QUEUED and (size := self._share(handed)):
                batch = [self._waiting.popleft() for _ in range(size)]
                if self._sent(worker, batch):
                    handed.append(batch)
            if self._exhausted and not self._waiting and not handed:
                del self._handed[worker]
                worker.dismiss()

    def _share(self, handed: deque[list[_Pair]]) -> int:
        """Return the number of pairs to hand to a process that already has these."""
        if not self._exhausted:
            return self._batch_size if len(self._waiting) >= self._batch_size else 0
        left = len(self._waiting) + sum(map(len, chain.from_iterable(self._handed.values())))
        lacking = left // self._n_process - sum(map(len, handed))
        return min(self._batch_size, len(self._waiting), max(0, lacking + 1) // 2)

    def _sent(self, worker: "Worker", batch: list[_Pair]) -> bool:
        """Send a batch and return True. If it cannot be pickled, align it here and return False."""
        try:
            pairs = [(self._lists.sent(pair.ja), pair.en) for pair in batch]
            message = pickle.dumps((pairs, self._situation), pickle.HIGHEST_PROTOCOL)
        except Exception:
            for pair in batch:
                pair.align(self._aligner, self._situation)
            return False
        worker.send(message)
        return True

    def _may_run_short(self) -> bool:
        """Return whether to check for results, often enough that no process waits, but seldom enough to cost little."""
        self._unseen += 1
        least = min([sum(map(len, handed)) for handed in self._handed.values()], default=0)
        if self._unseen * _LOOKS < least:
            return False
        self._unseen = 0
        return True

    def _collect(self, timeout: float | None) -> None:
        """Take the results that have arrived. With the timeout None, wait until some arrive."""
        from multiprocessing.connection import wait

        workers = {worker.connection: worker for worker in self._handed}
        for connection in wait(workers, timeout):
            self._receive(workers[connection])  # type: ignore[index]

    def _receive(self, worker: "Worker") -> None:
        """Take the results of a process."""
        from termalign.pipe.worker import NoWorker

        try:
            done = worker.receive()
        except NoWorker:  # the process has no batches yet
            del self._handed[worker]
            worker.dismiss()
            return
        if done is not None:
            found, error = done
            batch = self._handed[worker].popleft()
            for pair, packed in zip(batch, found, strict=False):
                pair.found = received(packed, pair.ja, pair.en)
            if error is not None:
                batch[len(found)].fail(error)
            else:
                for pair in batch[len(found) :]:  # pairs that the process could not read
                    pair.align(self._aligner, self._situation)
