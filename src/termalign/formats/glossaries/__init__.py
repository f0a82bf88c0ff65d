"""Glossaries: Japanese terms with their English, and the files they are kept in."""

from termalign.formats.glossaries.glossary import (
    FORMATS,
    Glossary,
    GlossaryEntry,
    GlossaryError,
    GlossaryLike,
    japanese_terms,
    read_terms,
)

__all__ = ["FORMATS", "Glossary", "GlossaryEntry", "GlossaryError", "GlossaryLike", "japanese_terms", "read_terms"]
