"""What a dictionary says of a suffix, without what it says of the words that sound like it."""

import re
from collections.abc import Sequence

from termalign.lexicon import WordEntry

_DESCRIBED = re.compile(r"\b(?:suffix|marker|indicat|emphasis)")


def as_suffix(entries: Sequence[WordEntry]) -> tuple[WordEntry, ...]:
    """The entries of a suffix written in kana, without the words that sound like it and what only describes it: さん is no
    acid and no *politeness marker*.
    """
    found = [entry for entry in entries if "suf" in entry.pos]
    found = [entry for entry in found if entry.usual] or found
    return tuple([e._replace(glosses=tuple([g for g in e.glosses if not _DESCRIBED.search(g.text)])) for e in found])
