"""The file of a prepared term list: a line that names the format, a line of JSON, then texts and arrays as they are."""

import json
import os
import tempfile
from array import array
from hashlib import blake2b
from pathlib import Path

from termalign._version import __version__
from termalign.lexicon import Lexicon
from termalign.lexicon.store import open_store
from termalign.termlist.index import Index
from termalign.termlist.postings import from_bytes, to_bytes

MAGIC = b"termalign term list 3\n"


class TermListError(ValueError):
    """A file is no prepared term list, or the list does not belong to the lexicon in use."""


def made_of(lexicon: Lexicon) -> dict[str, str]:
    """What a prepared list depends on, by name."""
    dictionaries = sorted(open_store(lexicon.path).metadata().items())
    layers = [(term, lexicon.renderings(term)) for term in sorted(lexicon.glossary_terms)]
    return {
        "version of termalign": __version__,
        "lexicon": _digest(ascii(dictionaries).encode()),
        "glossary": _digest(ascii(layers).encode()),
    }


def write(
    path: Path, known: dict[str, str], texts: dict[str, str], arrays: dict[str, "array[int]"], index: Index
) -> None:
    """Write a list; the file appears when all is written."""
    blocks = [(name, text.encode("utf-8", "surrogatepass")) for name, text in texts.items()]
    blocks += [(name, to_bytes(values)) for name, values in arrays.items()]
    blocks += index.to_bytes()
    header = {"made of": known, "blocks": [[name, len(data), _digest(data)] for name, data in blocks]}
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.name, suffix=".tmp", delete=False) as file:
        try:
            file.write(MAGIC)
            file.write(json.dumps(header, ensure_ascii=False).encode() + b"\n")
            for _, data in blocks:
                file.write(data)
            file.close()
            os.replace(file.name, path)
        except BaseException:
            file.close()
            os.unlink(file.name)
            raise


def read(path: Path) -> tuple[dict[str, str], dict[str, str], dict[str, "array[int]"], Index]:
    """What `write` wrote: what it was made of, texts, arrays and the index."""
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise TermListError(f"{path} is no prepared term list of this version's format: prepare it again")
        try:
            header = json.loads(file.readline())
            blocks = {}
            for name, size, digest in header["blocks"]:
                data = blocks[name] = file.read(size)
                if len(data) != size or _digest(data) != digest:
                    raise TermListError(f"{path} is damaged: prepare it again")
            texts = {name: blocks[name].decode("utf-8", "surrogatepass") for name in ("ja", "surfaces")}
            arrays = {name: from_bytes("I", blocks[name]) for name in ("ends", "nodes_of_terms", "surface_ends")}
            return dict(header["made of"]), texts, arrays, Index.from_bytes(blocks)
        except (KeyError, TypeError, ValueError) as error:
            if isinstance(error, TermListError):
                raise
            raise TermListError(f"{path} is damaged: prepare it again") from error


def is_term_list(path: str | Path) -> bool:
    """Whether a file begins as a prepared term list does."""
    with open(path, "rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()
