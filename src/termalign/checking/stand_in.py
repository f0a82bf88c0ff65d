"""The English that seems to stand for a term in place of its approved rendering."""

import re
from collections.abc import Iterator, Sequence

from termalign.checking.misspelled import misspelled
from termalign.checking.other_terms import instead_of
from termalign.checking.rendered import is_name
from termalign.checking.segment import TAKEN, Segment, words_at
from termalign.english import EnglishText
from termalign.english.function_words import ARTICLES, LINKING_ADVERBS, PREPOSITIONS
from termalign.formats.glossaries.entry import renderings_of
from termalign.model import Link, Span
from termalign.termbase import Occurrence
from termalign.termbase.by_rendering import Words

_LEAST = 0.7  # lowest score of a link that gives the rendering of the term
_MOST = 2  # free nouns of a text, of which one probably renders the term
_PART = re.compile(r"[^\W_]+|[^\w\s]+")
BEFORE_VERBS = frozenset(
    "i you he she it we they who which that to not can could may might must shall should will would do does did cannot".split()
)
_TWO_WORDS = frozenset(f"{word} to" for word in "according contrary due owing prior pursuant subject thanks".split())
"""Prepositions of two words, of which the first is no noun."""
_OF_NOUNS = ARTICLES | PREPOSITIONS | set("my your his its our their this that these those each any no".split())
_BEHIND_VERBS = ARTICLES | set("it them him her us me this that these those your my our his their its".split())


def stand_in(segment: Segment, at: Occurrence, link: Link | None) -> Span | None:
    """Return the English that seems to stand for a term, or None if that is not sufficiently clear.

    This is a misspelled rendering, or that of an absent term with some of the same words, or the English of the term's `link`, if
    a dictionary or the sound supports it, or else the only words that may render it. Words that render something else are
    neither.
    """
    forms = renderings_of(at.entry)
    found = misspelled(forms, segment.english) or instead_of(at.entry, segment)
    if found is None:
        free = _free(segment, at)
        if link is not None and _shows(link, free, segment):
            return _whole(Span.of(segment.en, link.en.start, link.en.end), segment.en, forms)
        found = _only(free, segment.english, forms)
    return _whole(segment.en_span(*found), segment.en, forms) if found else None


def _shows(link: Link, free: Sequence[int], segment: Segment) -> bool:
    """Return whether a link gives the rendering of its term: it is likely, and nothing else accounts for its words."""
    if link.kind == "context" or link.score < _LEAST:
        return False
    english = segment.english
    return all(
        k in free or english.lexemes[k].function or not english.forms[k].isalpha() for k in segment.words_of(link)
    )


def _only(free: Sequence[int], english: EnglishText, forms: Sequence[str]) -> Words | None:
    """Return the only free words that may stand for a rendering: a name for a name, and otherwise its last word or a noun."""
    if is_name(forms[0]):
        found = list(_names(english, free))
    else:
        nouns = [k for k in free if _may_be_noun(english, k)]
        last = [k for k in nouns if _ends_a_phrase(english, k)]
        heads = {stem for form in forms for stem in EnglishText(form).stems[-1:]}
        found = [(k - (k - 1 in nouns), k + 1) for k in last if english.stems[k] in heads]
        if not found and len(nouns) <= _MOST:
            found = [(k, k + 1) for k in last if k - 1 not in nouns and _follows_a_determiner(english, k)]
    return found[0] if len(found) == 1 else None


def _free(segment: Segment, at: Occurrence) -> list[int]:
    """Return the content words that neither a link nor an approved rendering of another term accounts for."""
    english = segment.english
    taken = {
        k
        for other in segment.links
        if other.score >= TAKEN and not (other.ja.start < at.end and at.start < other.ja.end)
        for k in segment.words_of(other)
    }
    for entry, places in segment.said.items():
        if entry != at.entry:
            taken |= words_at(places)
    return [
        k
        for k in range(len(english))
        if k not in taken and not english.lexemes[k].function and english.forms[k].isalpha()
    ]


def _names(english: EnglishText, free: Sequence[int]) -> Iterator[Words]:
    """Yield the runs of free capitalised words, without a verb that begins a sentence: *Fogport*, *Barren Hills*."""
    run: list[int] = []
    for k in free:
        if run and not (run[-1] == k - 1 and english.tight[k - 1] and english.capitalised[k]):
            yield run[0], run[-1] + 1
            run = []
        if english.capitalised[k] and (run or not _is_opener(english, k)):
            run.append(k)
    if run:
        yield run[0], run[-1] + 1


def _is_opener(english: EnglishText, k: int) -> bool:
    """Return whether a word may have its capital only because it begins a sentence."""
    return english.opens_sentence(k) and english.lexemes[k].known and not _ends_a_phrase(english, k)


def _may_be_noun(english: EnglishText, k: int) -> bool:
    """Return whether a word may be a noun. Words after a pronoun or *to* are taken for verbs."""
    if english.lexemes[k].past or english.lexemes[k].gerund or english.lexemes[k].lower in LINKING_ADVERBS:
        return False
    if " ".join(english.forms[k : k + 2]).lower() in _TWO_WORDS:
        return False
    return not (k and english.forms[k - 1].lower() in BEFORE_VERBS)


def _follows_a_determiner(english: EnglishText, k: int) -> bool:
    """Return whether the word before is one that a noun follows: no pronoun, auxiliary or end of a sentence."""
    if english.opens_sentence(k):
        return False
    return not english.lexemes[k - 1].function or english.lexemes[k - 1].lower in _OF_NOUNS


def _ends_a_phrase(english: EnglishText, k: int) -> bool:
    """Return whether a word may be the last of a noun phrase: it precedes a mark or a function word, but no article or object."""
    if not _may_be_noun(english, k):
        return False
    if k + 1 == len(english) or english.gaps[k] != " ":
        return True
    return english.lexemes[k + 1].function and english.lexemes[k + 1].lower not in _BEHIND_VERBS


def _whole(found: Span, text: str, forms: Sequence[str]) -> Span:
    """Return a span of the text, extended by words and marks of a rendering that stand beside it: *Queen* Isabella."""
    before, behind = text[: found.start], text[found.end :]
    for form in forms:
        parts = [part.span() for part in _PART.finditer(form)]
        first = [re.search(rf"(?<!\w){re.escape(form[:end])}\s?\Z", before, re.IGNORECASE) for _, end in parts[:-1]]
        last = [re.match(rf"\s?{re.escape(form[start:])}(?!\w)", behind, re.IGNORECASE) for start, _ in parts[1:]]
        start = min((match.start() for match in first if match), default=found.start)
        end = max((found.end + match.end() for match in last if match), default=found.end)
        if (start, end) != (found.start, found.end):
            return Span.of(text, start, end)
    return found
