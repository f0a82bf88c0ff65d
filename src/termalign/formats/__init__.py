"""File formats of other tools for bitexts, glossaries and alignments, one module each.

>>> from pathlib import Path
>>> from tempfile import mkdtemp
>>> path = Path(mkdtemp()) / "memory.tmx"
>>> write_pairs(path, [("桜島が噴火した。", "Sakurajima erupted.")])
1
>>> list(read_pairs(path))
[('桜島が噴火した。', 'Sakurajima erupted.')]
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from termalign.formats.errors import FormatError
from termalign.formats.glossaries import GlossaryEntry, GlossaryError
from termalign.formats.limits import size_limit
from termalign.formats.pairs import read_pairs, write_pairs

if TYPE_CHECKING:
    from termalign.termbase import Glossary

__all__ = ["FormatError", "Glossary", "GlossaryEntry", "GlossaryError", "read_pairs", "size_limit", "write_pairs"]


def __getattr__(name: str) -> Any:
    """Import `Glossary` on first use, because its module belongs to a higher layer."""
    if name == "Glossary":
        return import_module("termalign.termbase").Glossary
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
