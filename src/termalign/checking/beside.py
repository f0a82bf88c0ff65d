"""A misspelled rendering beside a right one: 江戸時代 and 江戸初期, *the Yedo period* and *early Edo period*."""

from collections.abc import Sequence

from termalign.checking.misspelled import misspelled
from termalign.checking.segment import Segment
from termalign.formats.glossaries.entry import renderings_of
from termalign.termbase import GlossaryEntry, english_places

_TAKEN = 0.4  # lowest score of a link that reserves its English for other Japanese

Words = tuple[int, int]


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
    own = _places(entry, segment)
    mentions = 0
    for occurrence in segment.occurrences:
        theirs = own if occurrence.entry == entry else _places(occurrence.entry, segment)
        mentions += bool(theirs) and all(_meets(place, own) for place in theirs)
    return mentions > len(own)


def _places(entry: GlossaryEntry, segment: Segment) -> list[Words]:
    """Return the places of the approved renderings of a term, without those inside others."""
    found = {place for form in renderings_of(entry) for place in english_places(form, segment.english)}
    return [(i, j) for i, j in found if not any((a, b) != (i, j) and a <= i and j <= b for a, b in found)]


def _is_other(words: Words, entry: GlossaryEntry, segment: Segment) -> bool:
    """Return whether other Japanese accounts for words that resemble a rendering of a term."""
    others = {each.entry for each in segment.occurrences} - {entry}
    if any(_meets(words, _places(other, segment)) for other in others):
        return True
    own = [each for each in segment.occurrences if each.entry == entry]
    links = (link for link in segment.alignment if link.score >= _TAKEN)
    return any(
        _meets(words, [segment.english.words_in(link.en.start, link.en.end)])
        and not any(link.ja.start < each.end and each.start < link.ja.end for each in own)
        for link in links
    )


def _meets(words: Words, places: Sequence[Words]) -> bool:
    return any(a < words[1] and words[0] < b for a, b in places)
