"""The English that belongs to other terms of the glossary, and so does not render a term: *resident tax* for 固定資産税."""

from collections.abc import Sequence

from termalign.checking.segment import Segment
from termalign.english import EnglishText
from termalign.formats.glossaries.entry import renderings_of
from termalign.once import once
from termalign.termbase import GlossaryEntry
from termalign.termbase.by_rendering import Words, english_terms
from termalign.text import blanked_at


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

    A single word may also be said for a relative: *program* for プログラミング.
    """
    others = [place for other, places in segment.said.items() if other != entry for place in places]
    return [place for place in (*others, *absent_terms(segment)) if place[1] - place[0] > 1]


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
