"""Short forms that the English text defines: if a candidate is the long form, each mention of the short form is another."""

from collections.abc import Iterator, Sequence

from termalign.propose.candidate import Candidate, by_word, said_as_well
from termalign.target.target import Target


def short_forms(candidates: Sequence[Candidate], target: Target) -> Iterator[Candidate]:
    """Yield one term's candidates for mentions of short forms. Candidates that are already there get the features instead."""
    if not candidates:
        return
    at = {(c.i, c.j): c for c in candidates}
    there = by_word(candidates)
    for short, long, uses in target.definitions:
        near = {id(c): c for k in range(*long) for c in there.get(k, ())}
        best, off = _nearest(list(near.values()), long)
        if best is None:
            continue
        for use in dict.fromkeys([short, *uses]):
            features = {
                "short": 1.0,
                "short of odds": best.odds,
                "short off": float(off),
                "short whole": float(not off),
                "short defined here": float(use == short),
            }
            yield from said_as_well(best, at, use, "acronym", features)


def _nearest(candidates: Sequence[Candidate], long: tuple[int, int]) -> tuple[Candidate | None, int]:
    """Return the candidate closest to the long form, the likelier of two, and how many words its ends are off."""
    i, j = long
    near = [(abs(c.i - i) + abs(c.j - j), -c.odds, n) for n, c in enumerate(candidates)]
    if not near:
        return None, 0
    off, _, n = min(near)
    return candidates[n], off
