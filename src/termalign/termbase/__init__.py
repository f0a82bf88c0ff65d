"""Glossaries in use: finding their terms in Japanese in any spelling, and their renderings in English."""

from termalign.formats.glossaries import GlossaryEntry, GlossaryError, GlossaryLike, Reading
from termalign.termbase.glossary import Glossary, Occurrence
from termalign.termbase.needed import select
from termalign.termbase.rendered import english_key, english_places, find_english
from termalign.termbase.same_term import same_term, spelling_key

__all__ = [
    "Glossary",
    "GlossaryEntry",
    "GlossaryError",
    "GlossaryLike",
    "Occurrence",
    "Reading",
    "english_key",
    "english_places",
    "find_english",
    "same_term",
    "select",
    "spelling_key",
]
