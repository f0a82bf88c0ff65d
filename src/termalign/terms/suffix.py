"""The dictionary entries of a suffix, without those of words that only sound the same."""

import re
from collections.abc import Sequence

from termalign.lexicon import WordEntry
from termalign.lexicon.glosses import without_glosses

_DESCRIBED = re.compile(r"\b(?:suffix|marker|indicat|emphasis)")
_ADVERBIAL = frozenset({"suf", "adv"})


def as_suffix(entries: Sequence[WordEntry]) -> tuple[WordEntry, ...]:
    """Return the entries of a suffix in kana, without homophones or descriptions: さん is not *acid*, *politeness marker*."""
    found = [entry for entry in entries if "suf" in entry.pos]
    found = [entry for entry in found if entry.usual] or found
    return tuple([e._replace(senses=without_glosses(e.senses, _DESCRIBED)) for e in found])


def saying_when(entries: Sequence[WordEntry]) -> tuple[WordEntry, ...]:
    """Return the entries of a suffix for time or place, without nouns: 後 is *after* and *later*, not *back* (うしろ)."""
    return tuple([entry for entry in entries if not entry.pos or entry.pos & _ADVERBIAL]) or tuple(entries)
