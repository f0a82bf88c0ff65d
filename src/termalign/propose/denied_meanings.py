"""Candidates whose English denies what the Japanese affirms: *mismatch* for 一致.

Dictionaries relate such words, and translations often have one for the denial of the other: *mismatch* renders 一致しない. So
a candidate is refused only if nothing near the Japanese denies.
"""

from termalign.english import EnglishText
from termalign.english.denials import denied
from termalign.japanese.denials import may_deny
from termalign.japanese.text import JapaneseText
from termalign.kinds.meanings import meanings
from termalign.propose.candidate import Candidate
from termalign.terms.term import Term, once_a_term
from termalign.terms.term_cache import TermCache

_BEFORE, _AFTER = 2, 15  # characters around a term that may deny it


def denies(c: Candidate, ja: JapaneseText, english: EnglishText, terms: TermCache) -> bool:
    """Return whether a part of a candidate has a word that denies a meaning of its Japanese, which nothing there denies."""
    return any(_is_denial(part, ja, english, terms) for part in c.leaves)


def _is_denial(c: Candidate, ja: JapaneseText, english: EnglishText, terms: TermCache) -> bool:
    words = [(word.stem, stem) for word in english.lexemes[c.i : c.j] if (stem := denied(word)) is not None]
    if not words:
        return False
    meant = _glossed(terms.at(ja, c.a, c.b))
    if all(own in meant or stem not in meant for own, stem in words):
        return False
    start, end = ja.morphemes[c.a].start, ja.morphemes[c.b - 1].end
    before = ja.text[max(0, start - _BEFORE) : start].rpartition("。")[2]
    return not may_deny(before + ja.text[start : end + _AFTER].partition("。")[0])


@once_a_term
def _glossed(term: Term) -> frozenset[str]:
    """Return the stems of the meanings of a term that were not learned from translations, in which it may have been denied."""
    return frozenset(key for keys, fields in meanings(term).items() if fields[1] != "learned" for key in keys)
