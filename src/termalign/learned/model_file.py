"""The file format of a model: a line that names it, a digest of the rest, a line of JSON about the source, and tables."""

import json
import zlib
from collections.abc import Mapping
from hashlib import blake2b
from os import PathLike
from typing import Any

from termalign.formats.limits import VARIABLE, megabytes, most
from termalign.formats.writing import written

_MAGIC = b"termalign model 1\n"
_ANY_MAGIC = _MAGIC[: _MAGIC.rindex(b" ")]
_CURE = "learn it again with `termalign learn` or Aligner.fit"
_UNPACKED = 4  # times the size limit of a text file, because a model is read whole
_LONGEST_HEADER = 4096
_MEMBERS = {"pairs": int, "left_out": int, "digest": str, "made": str, "version": str}


class ModelError(ValueError):
    """An error for a file that is not a model, is damaged, or has the format of another version. The message says what to do."""


def packed(text: str) -> bytes:
    """Return tables in compressed form."""
    return zlib.compress(text.encode(), 9)


def unpacked(body: bytes) -> str:
    """Return tables that `packed` compressed.

    Raises
    ------
    ValueError
        If the data is damaged, or the tables exceed the limit on memory.
    """
    limit = most(_UNPACKED)
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(body, limit)
    except zlib.error as error:
        raise ValueError("not compressed") from error
    if unpacking.unconsumed_tail:
        raise ValueError(f"its tables have more than {megabytes(limit)}: to read it anyway, raise {VARIABLE}")
    if not unpacking.eof:
        raise ValueError("cut short")
    return text.decode()


def write(path: str | PathLike[str], source: Mapping[str, object], body: bytes) -> None:
    """Write a model; an older file is replaced only when the new one is complete."""
    header = json.dumps(source, ensure_ascii=True, sort_keys=True).encode() + b"\n"
    with written(path) as file:
        file.write(_MAGIC + _digest(header + body) + b"\n" + header + body)


def read(path: str | PathLike[str]) -> tuple[dict[str, Any], bytes]:
    """Read a file that `write` wrote, and return the source and the compressed tables.

    Raises
    ------
    ModelError
        If the file is not a model, is damaged, or has another version's format.
    """
    with open(path, "rb") as file:
        magic = file.readline(100)
        if not magic.startswith(_ANY_MAGIC):
            raise ModelError(f"{path} is not a model: {_CURE}")
        if magic != _MAGIC:
            raise ModelError(f"{path} has the model format of another version: {_CURE}")
        digest, content = file.readline(100), file.read()
    if digest != _digest(content) + b"\n":
        raise damaged(path)
    end = content.find(b"\n", 0, _LONGEST_HEADER)
    try:
        source = json.loads(content[: max(0, end)])
    except (ValueError, RecursionError) as error:
        raise damaged(path) from error
    if not isinstance(source, dict) or {name: type(value) for name, value in source.items()} != _MEMBERS:
        raise damaged(path)
    return source, content[end + 1 :]


def damaged(path: str | PathLike[str], why: str = "") -> ModelError:
    """Return the error for a file whose contents `write` cannot have written."""
    return ModelError(f"{path} is damaged{f' ({why})' if why else ''}: {_CURE}")


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).hexdigest().encode()
