"""Short forms that the English text defines: where a candidate is the long one, each mention of the short one is another."""

from collections.abc import Iterator, Sequence

from termalign.bitext.bitext import Bitext
from termalign.propose.candidate import Candidate, by_word, said_as_well


def short_forms(candidates: Sequence[Candidate], bitext: Bitext) -> Iterator[Candidate]:
    """Yield candidates for the mentions of short forms, with what speaks for each; what is there already gets the features too.

    Parameters
    ----------
    candidates : sequence of Candidate
        Those of one term.
    bitext : Bitext
        The English.
    """
    if not candidates:
        return
    at = {(c.i, c.j): c for c in candidates}
    there = by_word(candidates)
    for short, long, uses in bitext.definitions:
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
    """Of candidates at words of the long form, which is most nearly it, the likeliest of such, and by how many words off."""
    i, j = long
    near = [(abs(c.i - i) + abs(c.j - j), -c.odds, n) for n, c in enumerate(candidates)]
    if not near:
        return None, 0
    off, _, n = min(near)
    return candidates[n], off
