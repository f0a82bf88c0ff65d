"""The English that belongs to other terms of the glossary, and so does not render a term: *resident tax* for 固定資産税."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from termalign.checking.segment import Segment
from termalign.english import EnglishText
from termalign.formats.glossaries.entry import renderings_of
from termalign.once import once
from termalign.termbase import GlossaryEntry
from termalign.termbase.by_rendering import Words, english_terms
from termalign.text import blanked_at

_JOINING = frozenset({"and", "or"})
_LISTED = frozenset({", ", "/"})


@once
def absent_terms(segment: Segment) -> Sequence[Words]:
    """Return the places of the whole renderings of terms that the Japanese does not have."""
    return [
        place
        for term, places in english_terms(segment.glossary, segment.english).items()
        if term.ja and not any(ja in segment.ja_prose for ja in term.ja)
        if segment.terms.keys().isdisjoint(filter(None, map(segment.glossary.get, term.ja)))
        for place in places
    ]


def claimed(entry: GlossaryEntry, segment: Segment) -> Sequence[Words]:
    """Return the places of several words that render other terms as agreed.

    A single word may also be said for a relative: *program* for プログラミング. Words that a list joins with words of this term
    belong to both: *resident and light vehicle taxes*.
    """
    english = segment.english
    own = {stem for form in renderings_of(entry) for stem in EnglishText(form).stems}
    others = [place for other, places in segment.said.items() if other != entry for place in places]
    several = [place for place in (*others, *absent_terms(segment)) if place[1] - place[0] > 1]
    words = {k for place in several for k in range(*place)}
    return [
        place
        for place in several
        if own.isdisjoint(english.stems[k] for k in _listed_with(place, english) if k not in words)
    ]


def without(places: Sequence[Words], english: EnglishText) -> EnglishText:
    """Return a text with blanks in place of some of its words."""
    return EnglishText(blanked_at(english.raw, [english.offsets(*place) for place in places])) if places else english


def instead_of(entry: GlossaryEntry, segment: Segment) -> Words | None:
    """Return the rendering of an absent term that has most content words of a rendering of this one, and at least one."""
    english = segment.english
    own = {word.stem for form in renderings_of(entry) for word in EnglishText(form).lexemes if not word.function}
    shared = [(len(own.intersection(english.stems[slice(*place)])), place) for place in absent_terms(segment)]
    best = max(shared, default=(0, None), key=lambda each: each[0])
    return best[1] if best[0] else None


def _listed_with(place: Words, english: EnglishText) -> Iterator[int]:
    """Yield the words that a list joins with a rendering: *fixed asset and* for *resident taxes*."""
    first, last = place
    before = takewhile(lambda k: _goes_on(english, k, k), range(first - 1, -1, -1))
    after = takewhile(lambda k: _goes_on(english, k, k - 1), range(last, len(english)))
    if first and (_joins(english, first - 1) or english.gaps[first - 1] in _LISTED):
        yield from before
    if last < len(english) and (_joins(english, last) or english.gaps[last - 1] in _LISTED):
        yield from after


def _joins(english: EnglishText, k: int) -> bool:
    return english.lexemes[k].lower in _JOINING


def _goes_on(english: EnglishText, k: int, gap: int) -> bool:
    """Return whether a list may go on with word `k`, which this gap divides from the rest."""
    content = _joins(english, k) or not english.lexemes[k].function
    return content and (english.tight[gap] or english.gaps[gap] in _LISTED)
