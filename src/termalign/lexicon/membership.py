"""A Bloom filter of the headwords of a table, so that most look-ups of missing headwords need no query.

Most pieces of a text that are looked up are not words. The filter has one hash function: a test of one bit rules out nineteen
in twenty of these pieces, in a fraction of a microsecond.
"""

from collections.abc import Iterable
from zlib import crc32

_BITS = 16  # least bits of the table for each headword: at most 1 in 16 other strings passes


def packed(headwords: Iterable[str]) -> bytes:
    """Return the bits of a table whose size is a power of two; the CRC-32 of each headword sets one bit."""
    hashes = {crc32(headword.encode()) for headword in headwords}
    size = 8
    while size < _BITS * len(hashes):
        size *= 2
    table = bytearray(size // 8)
    for each in hashes:
        at = each % size
        table[at >> 3] |= 1 << (at & 7)
    return bytes(table)


class Membership:
    """A set of headwords by hash: always right about members, and rarely wrong about others.

    >>> known = Membership(packed(["詐欺", "警察庁"]))
    >>> known.may_hold("詐欺"), known.may_hold("匿流")
    (True, False)
    """

    def __init__(self, table: bytes) -> None:
        self._table = table
        self._last = len(table) * 8 - 1

    def may_hold(self, headword: str) -> bool:
        """Return False only if it is certain that `headword` is not in the set."""
        try:
            at = crc32(headword.encode()) & self._last
        except UnicodeEncodeError:  # a lone surrogate: no headword has one
            return False
        return self._table[at >> 3] >> (at & 7) & 1 == 1
