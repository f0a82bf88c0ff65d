"""Words rendered by less than what a link claims: the Japanese brought down to the part that its English word renders."""

from collections.abc import Callable, Sequence

from termalign.choice import Candidate
from termalign.evidence.composition import Place
from termalign.evidence.term import Term
from termalign.evidence.valued import VALUES

_HALF = 0.66  # strength below which a gloss of several words has said but one of them
_BETTER = 0.3  # by how much a part must be better rendered than the whole


def narrowed(c: Candidate, places_of: Callable[[Term], Sequence[Place]]) -> Candidate:
    """The candidate of what one English word renders, where that is a part of the term: 42箇所 of 42箇所設置, *42*; the surname
    of a full name; 堂 of 転法輪堂, where *hall* is only the last word of its gloss.
    """
    if c.j - c.i > 1 or len(c.term.morphemes) < 2:
        return c
    best = c.matches[0]
    if best.kind in VALUES and len(c.term.quantities) == 1:
        start, end = c.term.quantities[0].start, c.term.quantities[0].end
        if (start, end) == (0, len(c.term.surface)):
            return c
    elif best.coverage < 1.0 and len(best.parts) == 1:
        start, end = best.parts[0].start, best.parts[0].end
    elif best.kind == "gloss" and best.strength < _HALF:
        least = best.strength + _BETTER
        alone = [p for p in places_of(c.term) if (p.i, p.j) == (c.i, c.j) and p.strength >= least]
        if len(alone) != 1:
            return c
        start, end = c.term.morphemes[alone[0].a].start, c.term.morphemes[alone[0].b - 1].end
    else:
        return c
    matches = (best._replace(parts=()), *c.matches[1:])  # parts are counted from where the term began
    return c._replace(start=c.start + start, end=c.start + end, term=c.term.within(start, end), matches=matches)
