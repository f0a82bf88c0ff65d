"""Storage on disk of a bitext's observations, so that they can be read repeatedly."""

import pickle
import zlib
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from types import TracebackType
from typing import Generic, Self, TypeVar

Item = TypeVar("Item")
_BATCH = 256  # items per record


class Spool(Generic[Item]):
    """Items in a temporary file, with one batch at a time in memory. The file has no name and is deleted with the process.

    Examples
    --------
    >>> with Spool() as spool:
    ...     for number in spool.kept(range(1000)):
    ...         pass
    ...     sum(spool), sum(spool)
    (499500, 499500)
    """

    def __init__(self) -> None:
        self._file = TemporaryFile(prefix="termalign-")  # noqa: SIM115 - closed by __exit__

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def kept(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the items, and store each."""
        batch: list[Item] = []
        for item in items:
            batch.append(item)
            yield item
            if len(batch) == _BATCH:
                self._write(batch)
                batch = []
        self._write(batch)

    def _write(self, batch: list[Item]) -> None:
        packed = zlib.compress(pickle.dumps(batch, pickle.HIGHEST_PROTOCOL), 1)
        self._file.write(len(packed).to_bytes(8, "big") + packed)

    def __iter__(self) -> Iterator[Item]:
        self._file.seek(0)
        while size := self._file.read(8):
            yield from pickle.loads(zlib.decompress(self._file.read(int.from_bytes(size, "big"))))
