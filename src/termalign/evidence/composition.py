"""What parts of a compound that stand together are worth as evidence for all of it."""

from typing import NamedTuple

from termalign.evidence.match import Match, Part
from termalign.evidence.part_weights import part_weights
from termalign.evidence.term import Term

_new = tuple.__new__  # a named tuple's own __new__ takes twice as long
_HEAD_WEIGHT = 0.5
_HEADLESS = 0.8  # compounds are head-final: without the last part they speak of something else
#: What the share of a compound that is covered is raised to: with a name among the parts, and of ordinary words alone, which
#: render something else more often than not where they render half of a compound.
DISTINCT_SHARE, ORDINARY_SHARE = 0.5, 3.0
_STRAY = 0.85  # for each English word inside the phrase that no part accounts for
_SURE = 0.9  # strength of a gloss that stands there as it is
_NAMED = frozenset({"romaji", "name"})
DISTINCT = frozenset({"romaji", "name", "loanword", "verbatim", "clip", "glossary"})


class Place(NamedTuple):
    """A part ``a:b`` of the term standing at the English words ``i:j``."""

    i: int
    j: int
    a: int
    b: int
    kind: str
    strength: float
    forms: tuple[str, ...]


class Composition(NamedTuple):
    """English words ``i:j`` covered by parts of a term, whose morphemes ``a:b`` they span."""

    a: int
    b: int
    i: int
    j: int
    places: tuple[Place, ...]
    strays: int

    def within(self) -> "Composition":
        """The same with morphemes counted from the first one covered, as the term ``a:b`` counts them."""
        a = self.a
        if a == 0:
            return self
        moved = tuple([Place(p.i, p.j, p.a - a, p.b - a, p.kind, p.strength, p.forms) for p in self.places])
        return Composition(0, self.b - a, self.i, self.j, moved, self.strays)


def as_match(term: Term, composition: Composition) -> Match:
    """The composition as evidence for the whole of `term`."""
    return _match(term, composition, *_worth(term, composition))


def _worth(term: Term, composition: Composition) -> tuple[float, float]:
    """How sure the parts are, and the share of the term that they count for."""
    weights = part_weights(term)
    best: dict[tuple[int, int], float] = {}
    covered: set[int] = set()
    power = ORDINARY_SHARE
    for _, _, a, b, kind, strength, _ in composition.places:
        if strength > best.get((a, b), 0.0):
            best[a, b] = strength
            covered.update(range(a, b))
        if kind in DISTINCT:
            power = DISTINCT_SHARE
    weighed = mean = 0.0
    for (a, b), strength in best.items():
        own = sum(weights[a:b])
        weighed += own
        mean += strength * own
    share = (sum([weights[k] for k in covered]) / (sum(weights) or 1.0)) ** power
    heads = [k for k, w in enumerate(weights) if w >= _HEAD_WEIGHT]
    if heads and heads[-1] not in covered and not term.proper:
        share *= _HEADLESS
    return mean / (weighed or 1.0) * _STRAY**composition.strays, share


def _match(term: Term, composition: Composition, strength: float, share: float) -> Match:
    forms = tuple([form for p in composition.places for form in p.forms[:2]])
    parts = tuple([part_at(term, p) for p in composition.places if p.j <= composition.j])
    return Match(composition.i, composition.j, _kind(term, composition), strength, share, forms, parts)


def part_at(term: Term, p: Place) -> Part:
    """The place as a finer correspondence inside a match for `term`."""
    i, j, a, b, kind, strength, _ = p
    return _new(Part, (term.morphemes[a].start, term.morphemes[b - 1].end, i, j, kind, strength))


def _kind(term: Term, composition: Composition) -> str:
    kinds = {p.kind for p in composition.places}
    if kinds <= _NAMED and len(composition.places) > 1:
        return "name" if term.proper else "romaji"
    return kinds.pop() if len(kinds) == 1 else "composed"


def without_crossing(matches: list[Match]) -> list[Match]:
    """The matches without those made of parts that share words with a whole gloss and have others: has *endorsed* marketing
    approval, 製造販売承認.
    """
    whole = [
        (m.i, m.j)
        for m in matches
        if m.j - m.i > 1 and m.kind == "gloss" and not m.parts and not m.rule and m.strength >= _SURE
    ]
    if not whole:
        return matches
    return [m for m in matches if not (m.parts and any(m.i < i < m.j < j or i < m.i < j < m.j for i, j in whole))]
