"""Mentions that are there by chance: a long text has many words, and some of them always look like some of a term."""

from typing import Final

from termalign.choice import Candidate
from termalign.english import EnglishText
from termalign.evidence.gloss import IN_PART
from termalign.evidence.match import Match
from termalign.evidence.trust import entries_of
from termalign.kana import is_hiragana

_POSSESSIVES: Final = frozenset({"its", "his", "her", "their", "our", "my", "your"})
_SCRAP: Final = 2  # characters
_LONG: Final = 100  # words of a text
_GUESSED: Final = frozenset({"grown", "calque", "kanji", *IN_PART})
_BY_CHARACTER: Final = frozenset({"grown", "kanji"})
_SURELY_HEARD: Final = 0.95
_THREE_WORDS: Final = 3
_SURELY_GROWN: Final = 0.95


def is_chance(c: Candidate, english: EnglishText) -> bool:
    """Whether a mention rests on nothing but what is likely to be there by chance.

    Parameters
    ----------
    c : Candidate
        A mention of a listed term.
    english : EnglishText
        The text.
    """
    return _stands_anywhere(c, english) or _is_scrap(c) or _is_other_word(c, english)


def by_gloss(c: Candidate) -> bool:
    """Whether nothing but meaning speaks for a mention."""
    return all(m.kind == "gloss" for m in c.matches)


def _stands_anywhere(c: Candidate, english: EnglishText) -> bool:
    """Whether all there is of a term of the dictionary are words that stand together in many a long text.

    Some of a gloss, grown by a word that one character means (*American government*, 備蓄米), or meanings of its parts, none of
    them together in a gloss, with another word between (*state of cardiac arrest*, 逮捕状). Three words are hardly so by chance.
    """
    if len(english) < _LONG or not c.term.words or not by_gloss(c):
        return False
    rules = {m.rule for m in c.matches}
    if c.j - c.i >= _THREE_WORDS and c.matches[0].strength >= _SURELY_GROWN:
        return False
    if not _BY_CHARACTER.isdisjoint(rules) and rules <= _GUESSED:
        return True
    return all(_is_strayed(m, c, english) for m in c.matches)


def _is_strayed(m: Match, c: Candidate, english: EnglishText) -> bool:
    covered = {k for p in m.parts for k in range(p.i, p.j)}
    content = [k for k in range(m.i, m.j) if not english.lexemes[k].function]
    if not covered or (covered.issuperset(content) and not _is_clause(m.i, m.j, english)):
        return False
    said = {english.stems[k] for k in content if k in covered}
    return not any(said.issubset(gloss.keys) for entry in entries_of(c.term) for gloss in entry.glosses)


def _is_clause(i: int, j: int, english: EnglishText) -> bool:
    """Whether the words are no noun phrase: manager, *led*; changed *its* rules."""
    if any(x.lower in _POSSESSIVES for x in english.lexemes[i:j]):
        return True
    last = english.lexemes[j - 1]
    return j - i > 1 and last.lower != last.lemma and last.lower.endswith("ed")


def _is_scrap(c: Candidate) -> bool:
    """Whether all that speaks for a mention is less than half of the characters of a term with kana in it: かけ子, *interest*."""
    size = len(c.term.surface)
    all_hiragana = all(map(is_hiragana, c.term.surface))
    if not any(map(is_hiragana, c.term.surface)) or not by_gloss(c):
        return False
    said = [sum(p.end - p.start for p in m.parts) for m in c.matches]
    return all(0 < each <= _SCRAP and 2 * each < size + all_hiragana for each in said)


def _is_other_word(c: Candidate, english: EnglishText) -> bool:
    """Whether nothing but sound speaks for an English word that is no name, where a dictionary says what the term means."""
    word = english.lexemes[c.i]
    if not word.known or not english.cased:
        return False
    # By its sound, TOuitsu KYOukai; not by the English of what the term is short for, nor as words that all of it begins like.
    best = c.matches[0]
    if best.kind == "clip" and best.forms[0] != c.term.surface and all(map(_is_short, c.matches)):
        return True
    if c.j - c.i > 1:
        return False
    small = bool(c.term.words) and english.forms[c.i].islower()  # インフレ, *injured*
    return small and all(m.kind == "loanword" and m.strength < _SURELY_HEARD for m in c.matches)


def _is_short(m: Match) -> bool:
    return m.kind == "clip" or (m.kind == "acronym" and not m.rule)
