"""The full forms of a clipping: 経産省 → 経済産業省."""

import re

from termalign.english import gloss_keys
from termalign.japanese.tagger import morphemes
from termalign.terms.term import Term, once_a_term

_ABBREVIATES = re.compile(r"^\(abbr\.?\)\s*|\s*\([^()]*\)")
_MARKED = re.compile(r"^\(abbr\.?\)|\babbr\b")


@once_a_term
def is_clip(term: Term) -> bool:
    """Return whether a dictionary marks the term as short for something."""
    clip = any(entry.clip_of for entry in term.words) or bool(term.names and clipped_names(term))
    return clip and len(term.surface) > 1


@once_a_term
def full_forms(term: Term) -> tuple[Term, ...]:
    """Return the Japanese that the term is short for, according to the dictionary of words."""
    found = dict.fromkeys(full for entry in term.words for full in entry.clip_of if full != term.surface)
    return tuple(term.cache.get(full, cut) for full in found if (cut := morphemes(full)))


@once_a_term
def clipped_names(term: Term) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the English, and its keys, that the name dictionary gives for a name marked as an abbreviation."""
    if not term.names:
        return ()
    if not any("abbr" in n.romaji or "abbr" in n.note for n in term.names):
        return ()
    texts = [_ABBREVIATES.sub("", n.romaji) for n in term.names if _MARKED.search(n.romaji) or _MARKED.search(n.note)]
    return tuple((text, keys) for text in dict.fromkeys(texts) if len(keys := gloss_keys(text)) > 1)
