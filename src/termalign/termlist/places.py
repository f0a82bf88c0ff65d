"""Bare names of cities and prefectures that name somebody or something else: Nobuhiro *Kagawa*, *Kumamoto* Castle."""

from collections.abc import Sequence
from typing import Final

from termalign.choice import Candidate
from termalign.english import EnglishText
from termalign.evidence.term import Term, once_a_term
from termalign.kana import is_romaji

_ADMINISTRATIVE: Final = frozenset("都道府県市区町村郡")
_LEAST: Final = 2  # letters of a given name
_ADDRESS: Final = frozenset({"mr", "ms", "mrs", "miss", "dr", "prof", "professor"})
_PLACED: Final = frozenset("in at from near of to around across outside for between and".split())
#: What is named for a place and is another thing, by the English that follows it.
_BODIES: Final = frozenset(
    "airport bank base bay bridge broadcasting castle college dome electric expressway gas hospital institute line "
    "marathon museum park port railway stadium station steel symphony television temple tower university zoo".split()
)
_COURTS: Final = frozenset({"district", "high", "family", "summary"})


def without_other_names(mentions: Sequence[Candidate], english: EnglishText) -> list[Candidate]:
    """The mentions of one term; of a city or prefecture without the bare name where it is a person's, or only a body's.

    Parameters
    ----------
    mentions : sequence of Candidate
        Of one term.
    english : EnglishText
        The text.
    """
    if not mentions or not _is_administrative(mentions[0].term):
        return list(mentions)
    people = {english.stems[c.i] for c in mentions if is_bare_place(c) and _after_given_name(c.i, english)}
    if people:
        mentions = [
            c for c in mentions if not (is_bare_place(c) and english.stems[c.i] in people) or is_placed(c.i, english)
        ]
    if all(_before_body(c.j, english) for c in mentions):
        return []
    return list(mentions)


def is_bare_place(c: Candidate) -> bool:
    """Whether the mention is one word, the name of a city or prefecture without what it is."""
    return c.j - c.i == 1 and _is_administrative(c.term) and any(m.kind in ("romaji", "name") for m in c.matches)


@once_a_term
def _is_administrative(term: Term) -> bool:
    return len(term.morphemes) > 1 and term.proper and term.surface[-1] in _ADMINISTRATIVE


def _after_given_name(i: int, english: EnglishText) -> bool:
    """Whether what stands before word `i` is the first name of a Japanese, or how people are addressed."""
    if not i or english.gap(i - 1) not in (" ", ". ") or not english.capitalised[i - 1]:
        return False
    before = english.lexemes[i - 1]
    if before.lower.rstrip(".") in _ADDRESS:
        return True
    return english.gap(i - 1) == " " and not before.known and len(before.lower) > _LEAST and is_romaji(before.lower)


def is_placed(i: int, english: EnglishText) -> bool:
    """Whether a preposition of place stands before word `i`, and no name."""
    return i > 0 and english.gap(i - 1) == " " and english.lexemes[i - 1].lower in _PLACED


def _before_body(j: int, english: EnglishText) -> bool:
    """Whether the name goes on at word `j` as that of a body or a building."""
    if j >= len(english) or english.gap(j - 1) != " " or not english.capitalised[j]:
        return False
    word = english.lexemes[j].lower
    if word in _COURTS:
        return j + 1 < len(english) and english.lexemes[j + 1].lower in ("court", "public")
    return word in _BODIES
