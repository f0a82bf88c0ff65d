"""A checksum of a lexicon file: the CRC-32 of all its bytes, stored in the file itself.

SQLite reserves four bytes of each file for the application (`user_version`,
https://www.sqlite.org/fileformat2.html#user_version_number). They hold the checksum, which is computed with zeros in their
place.
"""

import os
from zlib import crc32

_AT, _END = 60, 64
_ZEROS = bytes(_END - _AT)
_CHUNK = 1 << 18  # stays in the processor's cache

_whole: set[tuple[object, ...]] = set()


def sealed(data: bytes) -> bytes:
    """Return the bytes of an SQLite file with their checksum in them.

    >>> data = sealed(bytes(100))
    >>> data == sealed(data), data[:60] == bytes(60), int.from_bytes(data[60:64]) == crc32(bytes(100))
    (True, True, True)
    """
    checksum = crc32(memoryview(data)[_END:], crc32(data[:_AT] + _ZEROS))
    return data[:_AT] + checksum.to_bytes(_END - _AT) + data[_END:]


def is_whole(path: str) -> bool:
    """Return whether a file matches its checksum. A file that does is not read again in this process unless it changes."""
    with open(path, "rb", buffering=0) as file:
        found = os.fstat(file.fileno())
        known = (path, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)
        if known in _whole:
            return True
        buffer = memoryview(bytearray(_CHUNK))
        size = file.readinto(buffer)
        seal, buffer[_AT:_END] = bytes(buffer[_AT:_END]), _ZEROS
        checksum = 0
        while size:
            checksum = crc32(buffer[:size], checksum)
            size = file.readinto(buffer)
    if checksum != int.from_bytes(seal):
        return False
    _whole.add(known)
    return True
