"""Which English terms of a glossary a translation renders by the agreed Japanese, and what it has instead."""

import math
from collections.abc import Mapping, Sequence

from termalign.checking.glossed import glossed
from termalign.checking.segment import TAKEN, Segment, is_nominal
from termalign.checking.stand_in import BEFORE_VERBS
from termalign.english import lexeme
from termalign.english.gloss import as_phrase
from termalign.lexicon.folding import folded
from termalign.model import Link, Span
from termalign.once import once
from termalign.termbase import english_places
from termalign.termbase.by_rendering import EnglishTerm, Words, english_terms

_BEFORE, _BEHIND = frozenset("*`_<:"), frozenset("*`_>")
"""Marks around names in code, and around words that stand for themselves."""


@once
def terms_of(segment: Segment) -> Mapping[EnglishTerm, Sequence[Words]]:
    """Return the glossary's terms in the English, with their places."""
    if not len(segment.glossary):
        return {}
    found = {
        term: [place for place in places if not _is_marked(place, segment)]
        for term, places in english_terms(segment.glossary, segment.english).items()
    }
    return {term: places for term, places in found.items() if places}


@once
def unrendered(segment: Segment) -> Sequence[EnglishTerm]:
    """Return the terms for which the Japanese has none of the approved terms."""
    return [term for term in terms_of(segment) if term.ja and not _is_rendered(term, segment)]


def is_said(ja: Sequence[str], segment: Segment) -> bool:
    """Return whether the Japanese has one of these terms, in any spelling, inflected, or as part of a longer word."""
    text = folded(segment.ja_prose)
    return any(occurrence.entry.ja in ja for occurrence in segment.occurrences) or any(
        folded(term) in text for term in ja
    )


def said_for(term: EnglishTerm, segment: Segment) -> Span | None:
    """Return the Japanese that the aligner links with a term, or None."""
    places = [segment.english.offsets(*place) for place in terms_of(segment)[term]]
    links = [link for link in segment.links if _renders(link, places)]
    best = max(links, key=lambda link: link.score, default=None)
    return Span.of(segment.ja, best.ja.start, best.ja.end) if best else None


def features_of(term: EnglishTerm, instead: Span | None, segment: Segment) -> Mapping[str, float]:
    """Return what tells a wrong term from one that Japanese leaves out, or says in another way.

    The longer the English, the more it may leave out. Japanese nouns that render nothing else may be the wrong term.
    """
    content = sum(not each.function for each in segment.english.lexemes)
    return {
        "linked": float(instead is not None),
        "free": math.log(1 + _free_nouns(segment)) if instead is None else 0.0,
        "length": math.log(1 + content),
        "verb": float(_is_verb(term, segment)),
    }


def _is_marked(place: Words, segment: Segment) -> bool:
    start, end = segment.english.offsets(*place)
    return segment.en[max(0, start - 1) : start] in _BEFORE or segment.en[end : end + 1] in _BEHIND


def _is_rendered(term: EnglishTerm, segment: Segment) -> bool:
    if is_said(term.ja, segment) or (term.stays and folded(term.en) in folded(segment.ja_prose)):
        return True
    longer = _longer_terms(segment)
    return all(
        any(i <= first and last <= j and j - i > last - first for i, j in longer)
        for first, last in terms_of(segment)[term]
    )


@once
def _longer_terms(segment: Segment) -> Sequence[Words]:
    """Return the places of the dictionary's phrases for words of the Japanese, such as *accounts payable* for 買掛金."""
    words = {segment.ja_prose[word.start : word.end] for word in glossed(segment) if word.is_content}
    entries = (entry for word in words for entry in segment.lexicon.words(word))
    phrases = {as_phrase(gloss.text) for entry in entries for gloss in entry.glosses}
    return [place for phrase in phrases if " " in phrase for place in english_places(phrase, segment.english)]


def _renders(link: Link, places: Sequence[Words]) -> bool:
    """Return whether a link has the last word of a place, and nothing besides the place."""
    if link.kind == "context" or link.score < TAKEN:
        return False
    return any(start <= link.en.start and link.en.end == end for start, end in places)


def _free_nouns(segment: Segment) -> int:
    """Return how many nouns of the Japanese neither a link nor a term of the English accounts for."""
    agreed = {ja for term in terms_of(segment) for ja in term.ja}
    spans = [link.ja for link in segment.links if link.score >= TAKEN]
    spans += [occurrence.span for occurrence in segment.occurrences if occurrence.entry.ja in agreed]
    taken = {k for span in spans for k in range(span.start, span.end)}
    nouns = [each for each in segment.morphemes if is_nominal(each) and len(each.surface) > 1]
    return sum(taken.isdisjoint(range(noun.start, noun.end)) for noun in nouns)


def _is_verb(term: EnglishTerm, segment: Segment) -> bool:
    """Return whether the English has the term as a verb, which Japanese may say in many ways: *is supported* for *support*."""
    english, (i, j) = segment.english, terms_of(segment)[term][0]
    said, listed = english.lexemes[j - 1], lexeme(term.en.split()[-1])
    if (said.past and not listed.past) or (said.gerund and not listed.gerund):
        return True
    return i > 0 and english.forms[i - 1].lower() in BEFORE_VERBS
