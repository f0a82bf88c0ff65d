"""The lexicon: dictionaries of Japanese terms, what was learned, and the user's glossary on top."""

from termalign.formats.glossaries import GlossaryEntry, GlossaryError
from termalign.lexicon.entries import Gloss, KanjiEntry, NameEntry, Rendering, WordEntry
from termalign.lexicon.lexicon import Lexicon
from termalign.lexicon.store import LexiconError

__all__ = [
    "Gloss",
    "GlossaryEntry",
    "GlossaryError",
    "KanjiEntry",
    "Lexicon",
    "LexiconError",
    "NameEntry",
    "Rendering",
    "WordEntry",
]
