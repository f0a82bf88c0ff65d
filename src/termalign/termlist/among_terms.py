"""Mentions of listed terms in the light of each other: words that one of them renders in full are no half of another."""

from collections.abc import Iterable, Mapping
from typing import Final

from termalign.choice import Candidate
from termalign.english import EnglishText
from termalign.evidence.gloss import IN_PART
from termalign.evidence.match import Match
from termalign.evidence.office import office_begins
from termalign.evidence.term import Term
from termalign.japanese.generics import is_minister, roles
from termalign.kana import all_katakana, is_kanji
from termalign.score import COVERED
from termalign.termlist.found import Found
from termalign.termlist.places import is_bare_place, is_placed

_OF_MEANING: Final = frozenset({"gloss", "composed"})
_MORE: Final = 0.2  # of score: what words more are worth
_HEAD: Final = 2  # characters
_NAMED: Final = frozenset({"composed", "name"})
_FAR_LIKELIER: Final = 0.2  # by score
_BY_LETTERS: Final = frozenset({"gloss", "clip"})
_SOUNDS: Final = 0.7
_SOUND: Final = frozenset({"romaji", "name", "loanword"})
_HALVES: Final = frozenset({"family", "given", "family-again", "given-again"})


def among_terms(found: Iterable[Found], english: EnglishText) -> list[Found]:
    """What was found of the terms of a list, without the mentions that another term explains better.

    Parameters
    ----------
    found : iterable of Found
        Every term that has a mention.
    english : EnglishText
        The text.
    """
    terms = list(found)
    if len(terms) < 2:
        return terms
    by_word: dict[int, list[Candidate]] = {}
    longer: dict[int, list[Candidate]] = {}
    alone: dict[int, dict[str, Candidate]] = {}
    for term in terms:
        for c in term.mentions:
            if _is_whole(c):
                for k in range(c.i, c.j):
                    by_word.setdefault(k, []).append(c)
                    if c.j - c.i > 1:
                        longer.setdefault(k, []).append(c)
                    else:
                        alone.setdefault(k, {})[c.term.surface] = c
    kept = []
    for term in terms:
        mentions = []
        for c in term.mentions:
            # One word that is all of its term is left to its like, unless it is a bare place: most terms of a long list are.
            others = longer if c.j - c.i == 1 and _is_whole(c) and not is_bare_place(c) else by_word
            if any(_explains(o, c, english) for o in others.get(c.i, ())) or _is_said_by_less(c, alone.get(c.i)):
                continue
            if not any(_is_all_of_more(o, c) for k in range(c.i + 1, c.j) for o in others.get(k, ())):
                mentions.append(c)
        if all(any(_is_longer_name(o, c) for o in longer.get(c.i, ())) for c in mentions):
            continue
        if mentions:
            kept.append(term._replace(mentions=mentions))
    return kept


def _is_whole(c: Candidate) -> bool:
    """Whether the mention accounts for all of its term."""
    return any(m.coverage >= COVERED and m.rule not in IN_PART for m in c.matches)


def _explains(o: Candidate, c: Candidate, english: EnglishText) -> bool:
    """Whether the words of a mention belong to another term, of which they are all or more than all."""
    same = (o.i, o.j) == (c.i, c.j)
    if o.term.surface == c.term.surface:
        return False
    if not (o.i <= c.i and c.j <= o.j):
        return False
    if same and is_bare_place(c) and all_katakana(o.term.morphemes[0].surface):
        return not is_placed(c.i, english)  # Toyota, the company's and the city's
    if o.score + (0.0 if same else _MORE) < c.score:
        return False
    if not same and is_bare_place(c):
        return _is_named_so(c.term.surface, o.term.surface)  # Yokohama, of Ryusei Yokohama
    if not _is_whole(c):
        if same and o.term.surface in c.term.surface:
            return True  # SDF, 自衛隊
        if all(m.kind in _OF_MEANING for m in c.matches):
            return True  # Self-Defense Forces, of the Ground Self-Defense Force
        return any(m.rule in _HALVES for m in c.matches)
    one, other = c.term.surface, o.term.surface
    if same:
        return False
    if c.j - c.i > 1 and c.i == o.i and c.matches[0].kind in _NAMED and one not in other:
        return True  # Shizuoka District, of the Shizuoka District Court
    if c.j - c.i == 1:
        if all(m.kind == "gloss" for m in c.matches):
            return _are_strangers(one, other)  # nursing, of nursing care
        by_sound = any(m.kind == "clip" or _sounds_otherwise(m) for m in c.matches)
        return one not in other and by_sound and all(map(_is_guess, c.matches))
    if all(m.kind == "gloss" for m in c.matches):
        return not (_is_within(one, other) or _holds_office(o.term, one))  # (short-)term interest rates, of long-term …
    return one[-_HEAD:] == other[-_HEAD:] and one not in other  # Tokyo University, of Agriculture and Technology


def _is_all_of_more(o: Candidate, c: Candidate) -> bool:
    """Whether a term is all that stands there of a longer one: (Japan) Self-Defense Forces, 自衛隊 of 海上自衛隊."""
    within = c.i <= o.i and o.j <= c.j and o.term.surface in c.term.surface
    return within and o.score > c.score and not _is_whole(c) and all(m.kind in _OF_MEANING for m in c.matches)


def _is_said_by_less(c: Candidate, alone: Mapping[str, Candidate] | None) -> bool:
    """Whether a word is all of a term that this one ends in (*Gov.*, 知事 rather than 都知事), or letters that another one is
    far likelier to be written with (*JASDF*, 航空自衛隊).
    """
    if alone is None or len(alone) < 2 or not _is_whole(c):
        return False
    if all(m.kind == "gloss" for m in c.matches):
        return any(c.term.surface[k:] in alone for k in range(1, len(c.term.surface) - 1))
    return c.matches[0].kind == "acronym" and any(o.score >= c.score + _FAR_LIKELIER for o in alone.values())


def _is_guess(m: Match) -> bool:
    return m.kind in _BY_LETTERS or _sounds_otherwise(m)


def _sounds_otherwise(m: Match) -> bool:
    """Whether a match is by a sound that is not the word's own: バール, *bars*."""
    return m.kind == "loanword" and m.strength < _SOUNDS


def _holds_office(named: Term, office: str) -> bool:
    """Whether a term names somebody with an office, and the other an office: 内閣総理大臣, of 高市早苗首相."""
    return office_begins(named) > 0 and (office in roles() or is_minister(office))


def _is_within(one: str, other: str) -> bool:
    """Whether the characters of a term stand in another one, in their order: 外相, of 外務大臣."""
    rest = iter(other)
    return all(c in rest for c in one)


def _is_longer_name(o: Candidate, c: Candidate) -> bool:
    """Whether a mention of one word, which has less than its term, begins the name of another: Mitsubishi, 三菱商事."""
    one = (
        c.j - c.i == 1
        and len(c.term.morphemes) > 1
        and any(m.kind in _SOUND and m.coverage < COVERED for m in c.matches)
    )
    return one and o.i == c.i and c.j < o.j and not _is_within(c.term.surface, o.term.surface)


def _is_named_so(place: str, name: str) -> bool:
    """Whether a name has the characters of a city or prefecture without saying which it is: 横浜流星, of 横浜市; not 愛知県警."""
    return place[:-1] in name and place not in name


def _are_strangers(one: str, other: str) -> bool:
    """Whether two terms have no kanji in common."""
    return not any(c in other for c in filter(is_kanji, one)) and any(map(is_kanji, one))
