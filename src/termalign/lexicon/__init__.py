"""The lexicon: dictionaries of Japanese terms, with learned renderings and the user's glossary on top."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from termalign.formats.glossaries import GlossaryEntry, GlossaryError
from termalign.lexicon.entries import KanjiEntry, NameEntry, Rendering, WordEntry
from termalign.lexicon.glosses import Gloss
from termalign.lexicon.lexicon import Lexicon
from termalign.lexicon.store import LexiconError

if TYPE_CHECKING:
    from termalign.termbase import Glossary

__all__ = [
    "Gloss",
    "Glossary",
    "GlossaryEntry",
    "GlossaryError",
    "KanjiEntry",
    "Lexicon",
    "LexiconError",
    "NameEntry",
    "Rendering",
    "WordEntry",
]


def __getattr__(name: str) -> Any:
    """Import `Glossary` on first use, because its module belongs to a higher layer."""
    if name == "Glossary":
        return import_module("termalign.termbase").Glossary
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
