"""Where the parts of a compound stand in the English, each by itself."""

from collections.abc import Callable, Sequence

from termalign.evidence.alike import ALIKE
from termalign.evidence.composition import Place
from termalign.evidence.match import Match
from termalign.evidence.part_weights import part_weights, weight
from termalign.evidence.stretches import stretches
from termalign.evidence.term import Term, once_a_term
from termalign.japanese.morpheme import follows_person
from termalign.kana import is_hiragana

_new = tuple.__new__  # a named tuple's own __new__ takes twice as long
LONGEST_PART = 5  # morphemes
WEAKEST = 0.3
_LETTER, _PREFIX = "記号-一般", "接頭辞"


def places(term: Term, matches_of: Callable[[Term], Sequence[Match]]) -> list[Place]:
    """Where each part of the term stands, at most once a part, place and kind of evidence."""
    best: dict[tuple[int, int, int, int], Place] = {}
    for a, b in _parts(term):
        for i, j, kind, strength, coverage, forms, _, rule in matches_of(term.part(a, b)):
            strength *= coverage
            if strength < WEAKEST or kind == "apposition":  # which says what the part is called by itself
                continue
            if rule == ALIKE and (_rendered_in_part(term, a, b, i, matches_of) if b - a > 1 else _is_no_word(term, a)):
                continue
            key = (i, j, a, b)
            known = best.get(key)
            if known is None or known.strength < strength:
                best[key] = _new(Place, (i, j, a, b, kind, strength, forms))
    return sorted(best.values())


def _is_no_word(term: Term, k: int) -> bool:
    """Whether nothing is rendered by what is only like morpheme `k`: a prefix (本業務, no *part*), an affix with words on either
    side, which means too much, and what somebody is whose name stands before (投手, *hit*).
    """
    if term.morphemes[k].pos.startswith(_PREFIX):
        return True
    within = 0 < k < len(term.morphemes) - 1
    return (within and weight(term.morphemes[k]) < 1.0) or follows_person(term.morphemes, k)


def _rendered_in_part(term: Term, a: int, b: int, i: int, matches_of: Callable[[Term], Sequence[Match]]) -> bool:
    """Whether the word is like the compound ``a:b`` because it renders a piece: *investigation* is 捜査, not all of 捜査課."""
    pieces = [term.part(k, k + 1) for k in range(a, b)]
    return any(m.i <= i < m.j and m.kind == "gloss" and m.rule != ALIKE for piece in pieces for m in matches_of(piece))


@once_a_term
def _parts(term: Term) -> tuple[tuple[int, int], ...]:
    """The morphemes ``a:b`` of the term that are a part of it with a meaning of their own."""
    n = len(term.morphemes)
    if all(map(is_hiragana, term.surface)) and any(m.pos.startswith(_LETTER) for m in term.morphemes):
        return ()  # ちょうかい, which the tagger does not know
    weights = part_weights(term)
    able = stretches(n, min(LONGEST_PART, n - 1))
    return tuple([part for part in able if any(weights[slice(*part)]) and term.is_part(*part)])
