"""Many pairs: one after the other, or on several processes with results in order and memory bounded."""

import gc
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from termalign.termlist import TermList
from termalign.termlist.listed import ListedAlignment

if TYPE_CHECKING:
    from concurrent.futures import Future

    from termalign.aligner import Aligner
    from termalign.alignment import Alignment
    from termalign.model import Link

_AHEAD = 4  # batches read for each process
_QUEUED = 3  # of them handed to each other process: the one it works on, the next, and one that is still on its way

_Pair = tuple["str | list[str] | _Saved", str]
_Done = tuple[
    "list[Alignment | _OfSaved]", Exception | None
]  # what came before the first pair that failed, and how that failed

_worker: "Aligner | None" = None


class _Saved(NamedTuple):
    """A prepared term list, in a file that every process reads once."""

    path: str


class _OfSaved(NamedTuple):
    """The alignment of a saved list without the list, which is at hand where the alignment is awaited."""

    path: str
    en: str
    links: "tuple[Link, ...]"


class _Lists:
    """The term lists among the pairs, saved for the processes as they come up."""

    def __init__(self, aligner: "Aligner", folder: str) -> None:
        self._aligner = aligner
        self._folder = folder
        self._by_path: dict[str, TermList] = {}

    def sent(self, ja: str | Iterable[str]) -> "str | list[str] | _Saved":
        """What a process is sent for the Japanese of a pair."""
        terms = ja if isinstance(ja, str) else self._aligner.kept(ja)
        if not isinstance(terms, TermList):
            return terms
        path = next((path for path, known in self._by_path.items() if known is terms), None)
        if path is None:
            path = str(Path(self._folder, f"{len(self._by_path)}.tlist"))
            terms.save(path)
            self._by_path[path] = terms
        return _Saved(path)

    def received(self, found: "Alignment | _OfSaved") -> "Alignment":
        """What came back, whole."""
        if isinstance(found, _OfSaved):
            return ListedAlignment(self._by_path[found.path], found.en, found.links)
        return found


def align_pairs(
    aligner: "Aligner", pairs: Iterable[tuple[Any, str]], n_process: int, batch_size: int
) -> "Iterator[Alignment]":
    """Alignments of `pairs` in their order."""
    for name, value in (("n_process", n_process), ("batch_size", batch_size)):
        if value < 1:
            raise ValueError(f"{name} must be at least 1, not {value}")
    if n_process == 1:
        return (aligner.align(ja, en) for ja, en in pairs)
    return _align_on_processes(aligner, pairs, n_process, batch_size)


def _align_on_processes(
    aligner: "Aligner", pairs: Iterable[tuple[Any, str]], n_process: int, batch_size: int
) -> "Iterator[Alignment]":
    """This process is one of them: it hands batches out, and aligns those that no other has begun."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    folder = TemporaryDirectory(prefix="termalign")
    lists = _Lists(aligner, folder.name)
    batches = _batches(pairs, batch_size, lists)
    ahead: deque[_Batch] = deque()
    pool = ProcessPoolExecutor(n_process - 1, initializer=_start, initargs=(aligner,))
    try:
        while True:
            ahead.extend(map(_Batch, islice(batches, n_process * _AHEAD - len(ahead))))
            if not ahead:
                return
            waiting = [batch for batch in ahead if batch.waits]
            for batch in waiting[: (n_process - 1) * _QUEUED - sum(batch.runs for batch in ahead)]:
                batch.elsewhere = pool.submit(_align, batch.pairs)
            mine = next((batch for batch in waiting if batch.waits), None)
            if mine is not None and not ahead[0].done:
                mine.here = _align_with(aligner, mine.pairs)
                continue
            found, error = ahead.popleft().wait()
            yield from map(lists.received, found)
            if error is not None:
                raise error
    except BrokenProcessPool as error:
        raise BrokenProcessPool(
            "a worker process of pipe() has died: it was killed, or there was no memory left"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        folder.cleanup()


class _Batch:
    """Pairs that are aligned by this process or by another."""

    def __init__(self, pairs: Sequence[_Pair]) -> None:
        self.pairs = pairs
        self.here: _Done | None = None
        self.elsewhere: Future[_Done] | None = None

    @property
    def waits(self) -> bool:
        """Whether nobody has it."""
        return self.here is None and self.elsewhere is None

    @property
    def runs(self) -> bool:
        """Whether another process has it and is not done."""
        return self.elsewhere is not None and not self.elsewhere.done()

    @property
    def done(self) -> bool:
        """Whether there are results."""
        return self.here is not None or (self.elsewhere is not None and self.elsewhere.done())

    def wait(self) -> _Done:
        """The results, when they are there."""
        if self.here is not None:
            return self.here
        assert self.elsewhere is not None
        return self.elsewhere.result()


def _batches(pairs: Iterable[tuple[Any, str]], size: int, lists: _Lists) -> Iterator[list[_Pair]]:
    source = iter(pairs)
    while batch := [(lists.sent(ja), en) for ja, en in islice(source, size)]:
        yield batch


def _start(aligner: "Aligner") -> None:
    """Make a process a worker."""
    global _worker
    _worker = aligner
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the first process, which ends this one
    gc.freeze()  # what was there before stays: its memory is shared as long as nobody looks at it


@lru_cache(maxsize=4)
def _loaded(path: str) -> TermList:
    return TermList.load(path)


def _align(pairs: Sequence[_Pair]) -> _Done:
    assert _worker is not None
    return _align_with(_worker, pairs)


def _align_with(aligner: "Aligner", pairs: Sequence[_Pair]) -> _Done:
    found: list[Alignment | _OfSaved] = []
    for ja, en in pairs:
        try:
            if isinstance(ja, _Saved):
                found.append(_OfSaved(ja.path, en, aligner.align(_loaded(ja.path), en).links))
            else:
                found.append(aligner.align(ja, en))
        except Exception as error:
            return found, error
    return found, None
