"""Mentions of a listed term by words that name something else: *fans open* their wallets, no 公明党; the only *son*, no 村."""

from typing import Final

from termalign.choice import Candidate
from termalign.english import EnglishText
from termalign.english.personal_titles import is_personal_title
from termalign.evidence.term import Term, once_a_term
from termalign.evidence.trust import entries_of, makes_verb
from termalign.kana import is_romaji
from termalign.score import COVERED

_FISCAL: Final = frozenset({"fiscal", "fy", "financial", "business", "academic", "school"})
_FISCAL_YEAR: Final = "年度"
_OF_MEANING: Final = frozenset({"gloss", "composed", "loanword"})


def is_other_thing(c: Candidate, english: EnglishText) -> bool:
    """Whether the words of a mention are known to be something else than the term.

    Parameters
    ----------
    c : Candidate
        A mention of a listed term.
    english : EnglishText
        The text.
    """
    return (
        _is_calendar_year(c, english)
        or _is_deed(c, english)
        or _is_half_in_kana(c, english)
        or (english.cased and (_is_name_in_small(c, english) or _is_somebody(c, english)))
    )


def _is_name_in_small(c: Candidate, english: EnglishText) -> bool:
    """Whether a name would be an English word, or would be put together of what its characters mean, without a capital."""
    if any(english.capitalised[c.i : c.j]):
        return False
    if c.j - c.i == 1:
        return english.lexemes[c.i].known and all(m.kind == "name" for m in c.matches)
    return _is_proper(c.term) and all(m.kind == "gloss" and len(m.parts) > 1 for m in c.matches)


@once_a_term
def _is_proper(term: Term) -> bool:
    """Whether dictionaries know nothing but names for the term."""
    glosses = [gloss.text for entry in entries_of(term) for gloss in entry.glosses]
    return bool(glosses) and all(text[:1].isupper() for text in glosses)


def _is_calendar_year(c: Candidate, english: EnglishText) -> bool:
    """Whether a bare year stands where the term is a fiscal one."""
    if c.j - c.i > 1 or not c.term.surface.endswith(_FISCAL_YEAR) or not english.forms[c.i].isdecimal():
        return False
    return not (c.i and english.lexemes[c.i - 1].lower in _FISCAL)


def _is_deed(c: Candidate, english: EnglishText) -> bool:
    """Whether a word is what was done, and the term a noun that nobody makes a verb of: had *killed* 13, no 殺人."""
    x = english.lexemes[c.i]
    if c.j - c.i > 1 or not (x.past or x.gerund) or not c.term.words:
        return False
    if makes_verb(c.term):
        return False
    return all(m.kind == "gloss" and x.lower not in m.forms[-1].lower() for m in c.matches)


def _is_half_in_kana(c: Candidate, english: EnglishText) -> bool:
    """Whether a small word is no more than the katakana of a compound: *cost*, of 資本コスト."""
    if c.j - c.i > 1 or c.term.proper or english.capitalised[c.i] or c.matches[0].kind != "loanword":
        return False
    return c.matches[0].coverage < COVERED and all(m.kind in _OF_MEANING for m in c.matches)


def _is_somebody(c: Candidate, english: EnglishText) -> bool:
    """Whether the Japanese name of a firm is somebody's family name: Kenta *Suzuki*, no スズキ."""
    if c.j - c.i > 1 or not c.i or not c.term.katakana or c.matches[0].kind != "romaji":
        return False
    before = english.lexemes[c.i - 1]
    if is_personal_title(before.lower):
        return True
    beside = english.capitalised[c.i - 1] and english.gap(c.i - 1) == " "
    return beside and not before.known and not before.function and is_romaji(before.lower)
