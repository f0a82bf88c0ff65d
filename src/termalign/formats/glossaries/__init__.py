"""Glossaries: Japanese terms with their English renderings, and the file formats of glossaries."""

from termalign.formats.glossaries.entry import GlossaryEntry, joined
from termalign.formats.glossaries.glossary_files import (
    FORMATS,
    GlossaryError,
    Reading,
    japanese_terms,
    read_entries,
    write_entries,
)
from termalign.formats.glossaries.stand_ins import GlossaryLike, given_entries, paired_entries

__all__ = [
    "FORMATS",
    "GlossaryEntry",
    "GlossaryError",
    "GlossaryLike",
    "Reading",
    "given_entries",
    "japanese_terms",
    "joined",
    "paired_entries",
    "read_entries",
    "write_entries",
]
