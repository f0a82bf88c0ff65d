"""Many pairs: one after the other, or on several processes with results in order and memory bounded."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import Future

    from termalign.aligner import Aligner
    from termalign.alignment import Alignment

_AHEAD = 4  # chunks in flight for each process

_worker: "Aligner | None" = None


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
    from concurrent.futures import ProcessPoolExecutor

    source = iter(pairs)
    waiting: deque[Future[list[Alignment]]] = deque()
    pool = ProcessPoolExecutor(n_process, initializer=_start, initargs=(aligner,))
    try:
        while True:
            while len(waiting) < n_process * _AHEAD and (chunk := list(islice(source, batch_size))):
                waiting.append(pool.submit(_work, [(ja if isinstance(ja, str) else list(ja), en) for ja, en in chunk]))
            if not waiting:
                break
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _start(aligner: "Aligner") -> None:
    global _worker
    _worker = aligner


def _work(chunk: list[tuple[Any, str]]) -> "list[Alignment]":
    assert _worker is not None
    return [_worker.align(ja, en) for ja, en in chunk]
