"""Postings in flat arrays: the records of each key or number."""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate, islice
from operator import le
from typing import IO
from zlib import crc32

_SLICES, _SHIFT = 256, 24
_BITS = 32
_A_BUCKET = 6  # bits: about as many hashes share a bucket as these bits can count
_NEAR = 160
_SLOTS = 4  # filter slots for each hash, at least
_NONE = range(0)
_AT_ONCE = 1 << 20  # bytes read at once, so that a wrong size never allocates more memory than the file has


def key_hash(key: str) -> int:
    """Return the 32-bit hash of a key. If two keys share a hash, a term is compared in vain, but no link is wrong."""
    return crc32(key.encode("utf-8", "surrogatepass"))


def rows_by_number(numbers: Sequence[int], size: int) -> tuple["array[int]", "array[int]"]:
    """Return the row starts of each number ``0 … size - 1``, and the rows ordered by number.

    Returns
    -------
    array of int
        ``size + 1`` positions: the rows of number ``n`` are at ``starts[n]:starts[n + 1]`` of the order.
    array of int
        Rows, in their own order within a number.

    Examples
    --------
    >>> starts, order = rows_by_number([1, 0, 1], 3)
    >>> list(starts), list(order)
    ([0, 1, 3, 3], [1, 0, 2])
    """
    counts = [0] * size
    for number in numbers:
        counts[number] += 1
    starts = array("I", accumulate(counts, initial=0))
    free, order = starts[:], array("I", bytes(4 * len(numbers)))
    for row, number in enumerate(numbers):
        order[free[number]] = row
        free[number] += 1
    return starts, order


class Keys:
    """Distinct key hashes in ascending order, each with a stretch of rows.

    The rows of the k-th hash are at ``starts[k]:starts[k + 1]``.
    """

    def __init__(self, hashes: "array[int]", starts: "array[int]") -> None:
        self.hashes = hashes
        self.starts = starts
        self._shift = _BITS - max(0, len(hashes).bit_length() - _A_BUCKET)

    @classmethod
    def of(cls, hashes: "array[int]", strength: "array[int]") -> tuple["Keys", "array[int]"]:
        """Return the keys of the rows with these hashes, and the order of the rows: by hash, the strongest first."""
        order = _sorted(hashes, strength)
        distinct, starts = array("I"), array("I")
        before = -1
        for at, row in enumerate(order):
            if hashes[row] != before:
                before = hashes[row]
                distinct.append(before)
                starts.append(at)
        starts.append(len(order))
        return cls(distinct, starts), order

    def rows(self, hashed: int) -> range:
        """Return the rows filed under a hash."""
        bucket = hashed >> self._shift
        hashes, end = self.hashes, self._borders[bucket + 1]
        at = bisect_left(hashes, hashed, self._borders[bucket], end)
        if at < end and hashes[at] == hashed:
            return range(self.starts[at], self.starts[at + 1])
        return _NONE

    def present(self, keys: Iterable[str]) -> Iterator[tuple[str, range]]:
        """Yield the keys that have rows, each with its rows."""
        likely = self._likely
        last_bits = len(likely) - 1
        for key in keys:
            hashed = key_hash(key)
            if likely[hashed & last_bits]:
                rows = self.rows(hashed)
                if rows:
                    yield key, rows

    @cached_property
    def _likely(self) -> bytearray:
        """Return a filter of the last bits of all hashes, because most keys of a text are not filed."""
        found = bytearray(_SLOTS << len(self.hashes).bit_length())
        mask = len(found) - 1
        for hashed in self.hashes:
            found[hashed & mask] = 1
        return found

    @cached_property
    def _borders(self) -> "array[int]":
        """Return the start of each bucket of hashes with the same first bits. A bucket is small and adjacent in memory."""
        hashes, size = self.hashes, len(self.hashes)
        borders = array("I", [0])
        at = 0
        for bucket in range(1, 1 << _BITS - self._shift):
            least = bucket << self._shift
            near = min(size, at + _NEAR)
            at = bisect_left(hashes, least, at, near)
            if at == near < size:
                at = bisect_left(hashes, least, at)
            borders.append(at)
        borders.append(size)
        return borders


def _sorted(hashes: "array[int]", strength: "array[int]") -> "array[int]":
    """Return the rows by hash, the strongest first. They are sorted slice by slice, so that memory stays bounded."""
    slices = [array("I") for _ in range(_SLICES)]
    for row, hashed in enumerate(hashes):
        slices[hashed >> _SHIFT].append(row)
    order = array("I")
    for k, rows in enumerate(slices):
        slices[k] = array("I")
        order.extend(sorted(rows, key=lambda row: (hashes[row] << 8) - strength[row]))
    return order


def picked(values: "array[int]", rows: Iterable[int]) -> "array[int]":
    """Return the values at these rows, in order."""
    return array(values.typecode, map(values.__getitem__, rows))


def write(values: "array[int]", file: IO[bytes]) -> None:
    """Write an array in little-endian order."""
    file.write(memoryview(_little_endian(values)))


def digest(values: "array[int]") -> str:
    """Return the digest of what `write` writes."""
    return blake2b(memoryview(_little_endian(values)), digest_size=8).hexdigest()


def read(typecode: str, size: int, file: IO[bytes]) -> "array[int]":
    """Return an array of ``size`` bytes that `write` wrote; a shorter one if the file ends early."""
    data = bytearray()
    while len(data) < size and (more := file.read(min(size - len(data), _AT_ONCE))):
        data += more
    values: array[int] = array(typecode)
    values.frombytes(memoryview(data)[: len(data) // values.itemsize * values.itemsize])
    return _little_endian(values)


def are_starts(starts: "array[int]", stretches: int, size: int) -> bool:
    """Return whether an array has the start of each of ``stretches`` stretches of ``size`` items in all, and the final end.

    >>> are_starts(array("I", [0, 2, 2]), 2, 2), are_starts(array("I", [0, 3, 2]), 2, 2)
    (True, False)
    """
    if len(starts) != stretches + 1 or starts[0] != 0 or starts[-1] != size:
        return False
    return all(map(le, starts, islice(starts, 1, None)))


def _little_endian(values: "array[int]") -> "array[int]":
    """Return the values with bytes swapped on a big-endian machine, otherwise the values themselves."""
    if sys.byteorder == "big":
        values = values[:]
        values.byteswap()
    return values
