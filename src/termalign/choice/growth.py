"""What a rendering may not go on with: words that render another term."""

from collections.abc import Sequence

from termalign.choice.candidate import Candidate
from termalign.evidence.grown import GROWN


def at_no_cost(candidates: Sequence[Candidate], least: float) -> list[Candidate]:
    """The candidates without those that grew by a word of which another term has a candidate of at least the score `least`."""
    grown = {k for k, c in enumerate(candidates) if c.matches[0].rule == GROWN}
    if not grown:
        return list(candidates)
    own: dict[tuple[int, int], set[int]] = {}
    wanted: dict[int, list[Candidate]] = {}
    for k, c in enumerate(candidates):
        if k not in grown:
            own.setdefault((c.start, c.end), set()).update(range(c.i, c.j))
            if c.score >= least:
                for word in range(c.i, c.j):
                    wanted.setdefault(word, []).append(c)

    def costs(c: Candidate) -> bool:
        more = set(range(c.i, c.j)).difference(own.get((c.start, c.end), ()))
        return any(o.end <= c.start or c.end <= o.start for word in more for o in wanted.get(word, ()))

    return [c for k, c in enumerate(candidates) if k not in grown or not costs(c)]
