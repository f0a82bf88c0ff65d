"""Mentions of listed terms in the light of each other: words that one of them renders in full are no half of another."""

from collections.abc import Iterable
from typing import Final

from termalign.choice import Candidate
from termalign.evidence.gloss import IN_PART
from termalign.kana import is_kanji
from termalign.score import COVERED
from termalign.termlist.found import Found

_OF_MEANING: Final = frozenset({"gloss", "composed"})
_HALVES: Final = frozenset({"family", "given", "family-again", "given-again"})


def among_terms(found: Iterable[Found]) -> list[Found]:
    """What was found of the terms of a list, without the mentions that another term explains better.

    Parameters
    ----------
    found : iterable of Found
        Every term that has a mention.
    """
    terms = list(found)
    if len(terms) < 2:
        return terms
    whole = [c for term in terms for c in term.mentions if _is_whole(c)]
    by_word: dict[int, list[Candidate]] = {}
    for c in whole:
        for k in range(c.i, c.j):
            by_word.setdefault(k, []).append(c)
    kept = []
    for term in terms:
        mentions = [c for c in term.mentions if not any(_explains(o, c) for o in by_word.get(c.i, ()))]
        if mentions:
            kept.append(term._replace(mentions=mentions))
    return kept


def _is_whole(c: Candidate) -> bool:
    """Whether the mention accounts for all of its term."""
    return any(m.coverage >= COVERED and m.rule not in IN_PART for m in c.matches)


def _explains(o: Candidate, c: Candidate) -> bool:
    """Whether the words of a mention belong to another term, of which they are all or more than all."""
    if o.term.surface == c.term.surface or not (o.i <= c.i and c.j <= o.j) or o.score < c.score:
        return False
    same = (o.i, o.j) == (c.i, c.j)
    if not _is_whole(c):
        if all(m.kind in _OF_MEANING for m in c.matches):
            return True  # Self-Defense Forces, of the Ground Self-Defense Force
        return same and any(m.rule in _HALVES for m in c.matches)
    inside = not same and c.j - c.i == 1 and all(m.kind == "gloss" for m in c.matches)
    return inside and _are_strangers(c.term.surface, o.term.surface)  # nursing, of nursing care


def _are_strangers(one: str, other: str) -> bool:
    """Whether two terms have no kanji in common."""
    return not any(c in other for c in filter(is_kanji, one)) and any(map(is_kanji, one))
