"""Which terms are worth scoring: by what the matchers say of them, at the very words.

The bounds of the index tell what a term's keys may be worth at most. Once the matchers have been asked, their own strengths say
so better; and only what may be a link even so is taken apart, scored and chosen among.
"""

from collections.abc import Sequence

from termalign.evidence.acronym import DEFINED
from termalign.evidence.bitext import Bitext
from termalign.evidence.grown import with_character
from termalign.evidence.match import LONGEST_GROWN, Match
from termalign.evidence.term import Term
from termalign.japanese.generics import roles
from termalign.termlist.circumstances import Circumstances


def may_be_linked(term: Term, matches: Sequence[Match], bitext: Bitext, circumstances: Circumstances) -> bool:
    """Whether what speaks for a term, at some words and what may be added to them, may be enough for a link.

    Parameters
    ----------
    term : Term
        A term of a list.
    matches : sequence of Match
        All that speaks for it.
    bitext : Bitext
        The text.
    circumstances : Circumstances
        Its places.
    """
    if not matches:
        return False
    if term.morphemes[-1].surface in roles():
        return True  # what stands before a name, whose capital says nothing then
    by_words: dict[tuple[int, int], list[Match]] = {}
    for m in matches:
        by_words.setdefault(m[:2], []).append(m)
    length = len(term.surface)
    for (i, j), group in by_words.items():
        values: dict[str, float] = {}
        coverage, parts = 0.0, 1
        for m in group:
            if m.rule == DEFINED:
                return True  # as sure as the phrase that the text defines it by
            kind, value = f"{m.kind}/{m.rule}" if m.rule else m.kind, m.strength * m.coverage
            values[kind] = max(value, values.get(kind, 0.0))
            coverage, parts = max(coverage, m.coverage), max(parts, len(m.parts))
        claims = sorted(values.items(), key=_by_sound)
        proper = term.proper and not any(map(_is_small_gloss, group))
        if circumstances.enough(claims, coverage, i, j, True, parts, length, proper):
            return True
    return length <= LONGEST_GROWN and any(True for _ in with_character(term, matches, bitext))


def _is_small_gloss(m: Match) -> bool:
    """Whether a whole gloss that is written small speaks for the words, which then need no capital."""
    return m.kind == "gloss" and not (m.rule or m.parts) and m.forms[-1][:1].islower()


def _by_sound(claim: tuple[str, float]) -> bool:
    """What sounds alike takes no words in; so it stands behind what does."""
    return claim[0] == "loanword"
