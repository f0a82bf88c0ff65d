"""The file of a model: its format, a digest of all that follows, a line of JSON about its source, and the packed tables."""

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
_PAGES = 16  # times the limit of one file's text: a model is many lines, and read whole
_MEMBERS = {"pairs": int, "left_out": int, "digest": str, "made": str, "version": str}


class ModelError(ValueError):
    """A file is no model, is damaged, or is of another version's format; says which file, and what to do."""


def packed(text: str) -> bytes:
    """Tables as they are kept."""
    return zlib.compress(text.encode(), 9)


def unpacked(body: bytes) -> str:
    """What `packed` packed."""
    return zlib.decompressobj().decompress(body, most(_PAGES)).decode()


def write(path: str | PathLike[str], source: Mapping[str, object], body: bytes) -> None:
    """Write a model; the file appears when all is written."""
    header = json.dumps(source, ensure_ascii=True, sort_keys=True).encode() + b"\n"
    with written(path) as file:
        file.write(_MAGIC + _digest(header + body) + b"\n" + header + body)


def read(path: str | PathLike[str]) -> tuple[dict[str, Any], bytes]:
    """What `write` wrote: the source, and the packed tables."""
    with open(path, "rb") as file:
        magic = file.readline(100)
        if not magic.startswith(_ANY_MAGIC):
            raise ModelError(f"{path} is no model: {_CURE}")
        if magic != _MAGIC:
            raise ModelError(f"{path} is a model of another version's format: {_CURE}")
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
