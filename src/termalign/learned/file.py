"""The file format of a model: a line that names it, a digest of the rest, a line of JSON about the source, compressed tables."""

import json
import zlib
from collections.abc import Mapping
from hashlib import blake2b
from os import PathLike
from typing import Any

from termalign.formats.limits import most
from termalign.formats.writing import written

_MAGIC = b"termalign model 1\n"
_ANY_MAGIC = _MAGIC[: _MAGIC.rindex(b" ")]
_CURE = "learn it again with `termalign learn` or Aligner.fit"
_PAGES = 16  # times the size limit of a text file, because a model is read whole
_MEMBERS = {"pairs": int, "left_out": int, "digest": str, "made": str, "version": str}


class ModelError(ValueError):
    """An error for a file that is not a model, is damaged, or has another version's format; the message says what to do."""


def packed(text: str) -> bytes:
    """Return tables compressed."""
    return zlib.compress(text.encode(), 9)


def unpacked(body: bytes) -> str:
    """Return tables that `packed` compressed."""
    return zlib.decompressobj().decompress(body, most(_PAGES)).decode()


def write(path: str | PathLike[str], source: Mapping[str, object], body: bytes) -> None:
    """Write a model; an older file is replaced only when the new one is complete."""
    header = json.dumps(source, ensure_ascii=True, sort_keys=True).encode() + b"\n"
    with written(path) as file:
        file.write(_MAGIC + _digest(header + body) + b"\n" + header + body)


def read(path: str | PathLike[str]) -> tuple[dict[str, Any], bytes]:
    """Read a file that `write` wrote, and return the source and the compressed tables."""
    with open(path, "rb") as file:
        magic = file.readline(100)
        if not magic.startswith(_ANY_MAGIC):
            raise ModelError(f"{path} is not a model: {_CURE}")
        if magic != _MAGIC:
            raise ModelError(f"{path} has the model format of another version: {_CURE}")
        digest, content = file.readline(100), file.read()
    if digest != _digest(content) + b"\n":
        raise ModelError(f"{path} is damaged: {_CURE}")
    header, _, body = content.partition(b"\n")
    source = json.loads(header)
    if {name: type(value) for name, value in source.items()} != _MEMBERS:
        raise ModelError(f"{path} is damaged: {_CURE}")
    return source, body


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).hexdigest().encode()
