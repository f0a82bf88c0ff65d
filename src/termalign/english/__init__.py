"""English: words with offsets, lemmas, derivational families, sentence borders."""

from termalign.english.gloss import gloss_keys
from termalign.english.lexis import lexeme
from termalign.english.text import EnglishText

__all__ = ["EnglishText", "gloss_keys", "lexeme"]
