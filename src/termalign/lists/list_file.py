"""The file format of a prepared term list: a line that names it, a line of JSON, a digest, then texts and arrays."""

import json
from array import array
from contextlib import nullcontext
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from os import PathLike
from pathlib import Path
from typing import BinaryIO

import termalign.lists.postings as postings
from termalign._version import __version__
from termalign.arguments import path_given
from termalign.formats.opening import Source, begun, name_of
from termalign.formats.writing import written
from termalign.lexicon import Lexicon
from termalign.lexicon.store import open_store
from termalign.lists.index import Index
from termalign.lists.postings import are_starts, digest

MAGIC = b"termalign term list 18\n"
_ANY_MAGIC = MAGIC[: MAGIC.rindex(b" ")]
_CURE = "prepare it again"  # `termalign terms prepare`, or Aligner.prepare
_LONGEST_HEADER = 1 << 16
_TEXTS = ("ja", "surfaces")
_TYPECODES = {"ja": "B", "surfaces": "B", "weights": "B", "undivided": "B", "heard": "B", "masks": "Q"}


class TermListError(ValueError):
    """An error for a file that is not a prepared list, or for a list prepared with another lexicon, glossary or version."""


def made_of(lexicon: Lexicon) -> dict[str, str]:
    """Return the digests, by name, of all that a prepared list depends on."""
    dictionaries = sorted(open_store(lexicon.path).metadata().items())
    layers = [(term, lexicon.told(term)) for term in sorted(lexicon.glossary_terms)]
    return {
        "version of termalign": __version__,
        "version of the kinds of evidence": _kinds(),
        "lexicon": _digest(ascii(dictionaries).encode()),
        "glossary": _digest(ascii(layers).encode()),
    }


@cache
def _kinds() -> str:
    """Return a digest of the source of all kinds of evidence, because a kind may change without a new version."""
    modules = [file for file in files("termalign.kinds").iterdir() if file.name.endswith(".py")]
    return _digest(b"".join(file.read_bytes() for file in sorted(modules, key=lambda file: file.name)))


def write(
    path: Path, known: dict[str, str], texts: dict[str, str], arrays: dict[str, "array[int]"], index: Index
) -> None:
    """Write a list; an older file is replaced only when the new one is complete. Only the texts are copied in memory."""
    blocks = {name: array("B", text.encode("utf-8", "surrogatepass")) for name, text in texts.items()}
    blocks |= arrays | dict(index.arrays())
    sizes = [(name, len(values) * values.itemsize, digest(values)) for name, values in blocks.items()]
    header = {"made of": known, "blocks": sizes}
    line = json.dumps(header, ensure_ascii=False).encode()
    with written(path) as file:
        file.write(MAGIC)
        file.write(line + b"\n" + _digest(line).encode() + b"\n")
        for values in blocks.values():
            postings.write(values, file)


def read(source: Source) -> tuple[dict[str, str], dict[str, str], dict[str, "array[int]"], Index]:
    """Read a file that `write` wrote, and return the digests of `made_of`, the texts, the arrays and the index."""
    path = name_of(source)
    with open(source, "rb") if isinstance(source, str | PathLike) else nullcontext(source) as stream:
        _, file = begun(stream, 0)  # wrapped so that a read returns as many bytes as requested
        if file.read(len(MAGIC)) != MAGIC:
            raise TermListError(f"{path} is not a prepared term list of this version: {_CURE}")
        try:
            line = file.readline(_LONGEST_HEADER)
            if file.readline(_LONGEST_HEADER) != _digest(line[:-1]).encode() + b"\n":
                raise _damaged(path)
            header = json.loads(line)
            blocks = {}
            for name, size, expected in header["blocks"]:
                if not isinstance(size, int):
                    raise _damaged(path)
                values = blocks[name] = postings.read(_TYPECODES.get(name, "I"), size, file)
                if len(values) * values.itemsize != size or digest(values) != expected:
                    raise _damaged(path)
            if file.read(1):
                raise _damaged(path)
            texts = {name: blocks.pop(name).tobytes().decode("utf-8", "surrogatepass") for name in _TEXTS}
            arrays = {name: blocks.pop(name) for name in ("ends", "numbers", "owners", "surface_ends")}
            index = Index(**blocks)
            if not (_are_sound(texts, arrays) and index.is_sound(len(arrays["surface_ends"]))):
                raise _damaged(path)
            return dict(header["made of"]), texts, arrays, index
        except (KeyError, TypeError, ValueError, RecursionError) as error:
            if isinstance(error, TermListError):
                raise
            raise _damaged(path) from error


def _damaged(path: str) -> TermListError:
    return TermListError(f"{path} is damaged: {_CURE}")


def _are_sound(texts: dict[str, str], arrays: dict[str, "array[int]"]) -> bool:
    """Return whether the texts are completely divided into terms, and each term refers to one distinct text or more."""
    ends, numbers, owners, surface_ends = (arrays[name] for name in ("ends", "numbers", "owners", "surface_ends"))
    divided = are_starts(array("I", [0, *ends]), len(ends), len(texts["ja"]))
    return (
        divided
        and are_starts(array("I", [0, *surface_ends]), len(surface_ends), len(texts["surfaces"]))
        and len(numbers) == len(owners)
        and list(dict.fromkeys(owners)) == list(range(len(ends)))
        and max(numbers, default=-1) < len(surface_ends) == len(set(numbers))
    )


def is_term_list(path: str | Path) -> bool:
    """Return whether a file is a prepared term list of any version, by its first line."""
    path_given(path)
    with open(path, "rb") as file:
        return begins_term_list(file)[0]


def begins_term_list(stream: BinaryIO) -> tuple[bool, BinaryIO]:
    """Return whether a stream is a prepared term list of any version, and a stream of all its bytes."""
    start, whole = begun(stream, len(_ANY_MAGIC))
    return start == _ANY_MAGIC, whole


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()
