"""Chosen candidates in code points, with a published score and all their evidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from termalign.decide.calibration import Scale
from termalign.decide.inference import choose
from termalign.kinds.kind import Finding, Part
from termalign.odds import chance
from termalign.once import once
from termalign.propose.candidate import Candidate
from termalign.situations.pair import Pair
from termalign.terms.term import Term

_LEAST_PART = 0.3  # chance from which a candidate can be part of a link


@dataclass(frozen=True, slots=True)
class Reason:
    """A piece of evidence for a link.

    ``strength`` is the chance that the link is right by this evidence alone. ``coverage`` is the share of the Japanese
    that the evidence accounts for, 0 to 1. ``forms`` were compared, Japanese first.
    """

    kind: str
    strength: float
    coverage: float
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A chosen candidate, from which a link is made.

    ``start:end`` are folded code points and ``i:j`` English words. The kind of the first reason is the kind of the
    link. ``parts`` are correspondences within it, and ``score`` is the chance that it is right.
    """

    start: int
    end: int
    i: int
    j: int
    term: Term
    reasons: tuple[Reason, ...]
    parts: tuple[Part, ...]
    score: float

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Return the positions on both sides."""
        return self.start, self.end, self.i, self.j


def scored(chosen: Iterable[Candidate], pair: Pair, calibrated: Scale) -> list[Chosen]:
    """Return the candidates in folded code points, each with its chance of being right on the given scale."""
    found = []
    for c in chosen:
        start, end = pair.span_of(c.a, c.b)
        term = pair.terms.at(pair.ja, c.a, c.b)
        score = calibrated.chance(c.odds)
        found.append(Chosen(start, end, c.i, c.j, term, _reasons(c, pair), _parts(c, pair), score))
    return found


def _reasons(c: Candidate, pair: Pair) -> tuple[Reason, ...]:
    """Return the evidence for a candidate, starting with the one that gives it its kind: the user's glossary, or the surest."""
    surface, phrase = pair.ja.surface(c.a, c.b), pair.english.phrase(c.i, c.j)
    coverage = min(1.0, c.covered / len(surface)) if c.covered else 1.0
    own = next((f for f in c.findings if f.kind == "glossary"), None)
    first = own or (c.findings[0] if c.findings else None)
    kind, forms = "glossary" if own else c.kind, first.forms if first else (surface, phrase)
    best = Reason(kind, chance(c.single_odds), coverage, forms)
    others: dict[str, Finding] = {}
    for f in sorted([f for f in c.findings if f is not first], key=lambda f: -f.odds):
        if f.kind != kind:
            others.setdefault(f.kind, f)
    return (
        best,
        *[Reason(k, chance(f.odds), 1 - f.features.get("left over", 0.0), f.forms) for k, f in others.items()],
    )


def _parts(c: Candidate, pair: Pair) -> tuple[Part, ...]:
    base = pair.ja.morphemes[c.a].start
    if c.findings and c.findings[0].parts:
        return c.findings[0].parts
    leaves = c.parts or _finer(c, pair)
    if not leaves:
        return ()
    morphemes = pair.ja.morphemes
    return tuple([Part(morphemes[p.a].start - base, morphemes[p.b - 1].end - base, p.i, p.j, p.kind) for p in leaves])


def _finer(c: Candidate, pair: Pair) -> tuple[Candidate, ...]:
    """Return the parts of a term that was compared as one piece: candidates of its morphemes within its own words."""
    if c.b - c.a < 2 or c.j - c.i < 2:
        return ()
    starting = _by_first_word(pair)
    near = sorted([each for k in range(c.i, c.j) for each in starting.get(k, ())], key=lambda each: each[0])
    inside = [one for _, one in near if c.a <= one.a and one.b <= c.b and (one.a, one.b) != (c.a, c.b) and one.j <= c.j]
    if len(inside) < 2:
        return ()
    found = choose(inside, [chance(one.single_odds) - _LEAST_PART for one in inside], pair.english)
    return tuple(sorted(found, key=lambda one: one.a)) if len(found) > 1 else ()


@once
def _by_first_word(pair: Pair) -> dict[int, list[tuple[int, Candidate]]]:
    """Return the candidates of single headwords by their first English word, numbered in order."""
    found: dict[int, list[tuple[int, Candidate]]] = {}
    for n, one in enumerate([one for there in pair.found.values() for one in there]):
        found.setdefault(one.i, []).append((n, one))
    return found
