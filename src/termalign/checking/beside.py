"""A misspelled rendering beside a right one: 江戸時代 and 江戸初期, *the Yedo period* and *early Edo period*."""

from collections.abc import Iterable

from termalign.checking.misspelled import misspelled
from termalign.checking.segment import TAKEN, Segment, outermost
from termalign.formats.glossaries.entry import renderings_of
from termalign.termbase import GlossaryEntry
from termalign.termbase.by_rendering import Words


def misspelled_beside(entry: GlossaryEntry, segment: Segment) -> Words | None:
    """Return the misspelled rendering of one mention of a term whose other mentions are rendered as agreed, or None.

    The Japanese must mention the term more often than the English has it, because a word that resembles a rendering may also be
    another word.
    """
    if not _too_few(entry, segment):
        return None
    found = misspelled(renderings_of(entry), segment.english)
    return found if found and not _is_other(found, entry, segment) else None


def _too_few(entry: GlossaryEntry, segment: Segment) -> bool:
    """Return whether a term and those that the same English renders have more mentions than that English."""
    own = outermost(segment.said[entry])
    words = _words(own)
    mentions = 0
    for other, occurrences in segment.terms.items():
        places = outermost(segment.said[other])
        if places and not any(words.isdisjoint(range(*place)) for place in places):
            mentions += len(occurrences)
    return mentions > len(own)


def _words(places: Iterable[Words]) -> set[int]:
    return {k for place in places for k in range(*place)}


def _is_other(words: Words, entry: GlossaryEntry, segment: Segment) -> bool:
    """Return whether other Japanese accounts for words that resemble a rendering of a term."""
    there = set(range(*words))
    if any(not there.isdisjoint(_words(places)) for other, places in segment.said.items() if other != entry):
        return True
    own = {k for term in segment.terms[entry] for k in range(term.start, term.end)}
    return any(
        link.score >= TAKEN
        and not there.isdisjoint(segment.words_of(link))
        and own.isdisjoint(range(link.ja.start, link.ja.end))
        for link in segment.links
    )
