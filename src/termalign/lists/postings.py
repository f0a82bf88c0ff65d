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
_A_BUCKET = 6  # bits: hashes are looked up among so many
_NEAR = 160
_SLOTS = 4  # or more, for each hash
_NONE = range(0)
_AT_ONCE = 1 << 20  # bytes: no more is set aside than the file has


def key_hash(key: str) -> int:
    """Return the 32 bits by which a key is filed; two keys that share them cost a look in vain, never a link."""
    return crc32(key.encode("utf-8", "surrogatepass"))


def rows_by_number(numbers: Sequence[int], size: int) -> tuple["array[int]", "array[int]"]:
    """Return the starts of the rows of each number ``0 … size - 1``, and the rows in that order.

    Returns
    -------
    array of int
        ``size + 1`` positions: the rows of number ``n`` stand at ``starts[n]:starts[n + 1]`` of the order.
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

    Parameters
    ----------
    hashes : array of int
        Ascending, distinct.
    starts : array of int
        One more than `hashes`: the rows of the k-th stand at ``starts[k]:starts[k + 1]``.
    """

    def __init__(self, hashes: "array[int]", starts: "array[int]") -> None:
        self.hashes = hashes
        self.starts = starts
        self._shift = _BITS - max(0, len(hashes).bit_length() - _A_BUCKET)

    @classmethod
    def of(cls, hashes: "array[int]", strength: "array[int]") -> tuple["Keys", "array[int]"]:
        """File the rows of `hashes`, under each key the strongest first; also returns the rows in that order."""
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
        """Yield the keys under which anything is filed, each with its rows."""
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
        """Which last bits of a hash occur: a filter, because most keys of a text are not filed."""
        found = bytearray(_SLOTS << len(self.hashes).bit_length())
        mask = len(found) - 1
        for hashed in self.hashes:
            found[hashed & mask] = 1
        return found

    @cached_property
    def _borders(self) -> "array[int]":
        """The beginnings of the hashes that share their first bits: they are few, and adjacent in memory."""
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
    """Return rows by hash, the strongest first; one slice of the hashes after another, so that memory stays bounded."""
    slices = [array("I") for _ in range(_SLICES)]
    for row, hashed in enumerate(hashes):
        slices[hashed >> _SHIFT].append(row)
    order = array("I")
    for k, rows in enumerate(slices):
        slices[k] = array("I")
        order.extend(sorted(rows, key=lambda row: (hashes[row] << 8) - strength[row]))
    return order


def picked(values: "array[int]", rows: Iterable[int]) -> "array[int]":
    """Return the values of `rows`, in that order."""
    return array(values.typecode, map(values.__getitem__, rows))


def write(values: "array[int]", file: IO[bytes]) -> None:
    """Write an array in little-endian order."""
    file.write(memoryview(_little_endian(values)))


def digest(values: "array[int]") -> str:
    """Return the digest of what `write` writes."""
    return blake2b(memoryview(_little_endian(values)), digest_size=8).hexdigest()


def read(typecode: str, size: int, file: IO[bytes]) -> "array[int]":
    """Return the array of so many bytes that `write` wrote, as far as the file goes."""
    data = bytearray()
    while len(data) < size and (more := file.read(min(size - len(data), _AT_ONCE))):
        data += more
    values: array[int] = array(typecode)
    values.frombytes(memoryview(data)[: len(data) // values.itemsize * values.itemsize])
    return _little_endian(values)


def are_starts(starts: "array[int]", stretches: int, size: int) -> bool:
    """Return whether an array has the start of each of some stretches of `size` items, and the end of the last.

    >>> are_starts(array("I", [0, 2, 2]), 2, 2), are_starts(array("I", [0, 3, 2]), 2, 2)
    (True, False)
    """
    if len(starts) != stretches + 1 or starts[0] != 0 or starts[-1] != size:
        return False
    return all(map(le, starts, islice(starts, 1, None)))


def _little_endian(values: "array[int]") -> "array[int]":
    """Return the values themselves, or turned round for a machine, or from one, that has the last byte first."""
    if sys.byteorder == "big":
        values = values[:]
        values.byteswap()
    return values
