"""Foreign people for the kind `person`: クリストファー・ノーラン *Nolan*, by sound; 尹錫悦 *Yoon*, beside *Yoon Suk Yeol*."""

import re
from collections.abc import Collection, Iterator

from termalign.japanese.sino import sino_readings
from termalign.kinds.kind import Part
from termalign.kinds.match import DOUBTED, SURE, Match
from termalign.names.alone import begins_inside, goes_on
from termalign.names.people import is_family_name, is_given_name
from termalign.once import once
from termalign.phonetics import SAME_SOUND, spans_within
from termalign.target.target import Target
from termalign.terms.term import Term, once_a_term

_JOINT = re.compile("[・＝=]")

Words = tuple[int, int]
"""English words, half-open."""


def has_surname(term: Term) -> bool:
    """Return whether a term may be a given name and a surname in katakana."""
    names = _JOINT.split(term.surface)
    return term.katakana and len(names) > 1 and all(names)


def in_katakana(term: Term, target: Target) -> Iterator[Match]:
    """Yield the capitalised words that sound like a whole name, or like its surname.

    If the text has the full name, a bare surname refers to that person again, and one in another name to somebody else.
    """
    full = _sounding_alike(term, target)
    if full and not _is_of_person(term, full, target):
        return
    for i, j in () if target.parallel else full:  # in a translation, the sound alone says enough
        yield Match(i, j, "name", (term.surface, target.english.phrase(i, j)), (), "full")
    surname = _JOINT.split(term.surface)[-1]
    found = spans_within(surname, target.spoken, 1, SAME_SOUND, target.breaks, starts=_capitals(target))
    alike = {i for i, _, chance in found if chance >= SAME_SOUND}
    yield from _surnames(term, len(term.surface) - len(surname), alike, full, -1, target)


def in_kanji(term: Term, target: Target) -> Iterator[Match]:
    """Yield the surname of a Chinese or Korean name alone, if the text has the full name too."""
    known, families = _romanised(term)
    places = [place for letters in known for place in target.capitalised.get(letters, ())]
    full = [(i, j) for i, j in places if j - i > 1 and target.english.lexemes[i].plain in families]
    if full:
        yield from _surnames(term, 0, (), full, 0, target)


def _surnames(
    term: Term, start: int, alike: Collection[int], full: Collection[Words], at: int, target: Target
) -> Iterator[Match]:
    """Yield the places of a surname alone: words that sound alike, and that of the full names, whose word ``at`` it is."""
    english = target.english
    said = {english.lexemes[range(i, j)[at]].lower for i, j in full}
    places = {*alike, *[k for word in said for k in english.by_form[word]]}
    places -= {k for i, j in full for k in range(i, j)}
    places = {k for k in places if english.capitalised[k]}
    alone = {k for k in places if not begins_inside(k, english) and not goes_on(k, english)}
    strength = SURE if full or alone == places else DOUBTED
    end = len(term.surface) if at else 1
    for k in sorted(alone):
        part = Part(start, end, k, k + 1, "name")
        rule, share = "family-again" if full else "family", (end - start) / len(term.surface)
        yield Match(k, k + 1, "name", (term.surface, english.forms[k]), (part,), rule, share, strength)


def _sounding_alike(term: Term, target: Target) -> list[Words]:
    """Return the capitalised words that sound like a whole name."""
    words = len(_JOINT.split(term.surface)) + 1
    capitals = _capitals(target)
    found = spans_within(term.surface, target.spoken, words, SAME_SOUND, target.breaks, target.function_words, capitals)
    return [(i, j) for i, j, _ in found if j - i > 1 and capitals.issuperset(range(i, j))]


@once
def _capitals(target: Target) -> frozenset[int]:
    """Return the capitalised words."""
    return frozenset([k for k, capital in enumerate(target.english.capitalised) if capital])


def _is_of_person(term: Term, full: Collection[Words], target: Target) -> bool:
    """Return whether a full name is a person's: the surname is no English word, or a dictionary lists one of the two names.

    スター・ウォーズ *Star Wars* and シリコン・バレー *Silicon Valley* are none.
    """
    names = _JOINT.split(term.surface)
    listed = is_given_name(names[0], term.lexicon) or is_family_name(names[-1], term.lexicon)
    return listed or any(not target.english.lexemes[j - 1].known for _, j in full)


@once_a_term
def _romanised(term: Term) -> tuple[frozenset[str], frozenset[str]]:
    """Return the letters of a Chinese or Korean name, as it is read or as dictionaries have it, and those of its family name."""
    if term.kanji != term.surface:
        return frozenset(), frozenset()
    read = [reading for reading in sino_readings(term.surface) if " " in reading]
    listed = [g.text for entry in term.words for g in entry.glosses] + [name.romaji for name in term.names]
    return frozenset(map(_letters, [*read, *listed])), frozenset(_letters(r.partition(" ")[0]) for r in read)


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.partition(" (")[0].lower()))
