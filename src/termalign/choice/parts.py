"""A part of a term does not stand for the whole where the rest is rendered too: 全国11, *11* … around the *country*."""

from bisect import bisect_left
from collections.abc import Sequence

from termalign.choice.candidate import Candidate
from termalign.evidence.alike import ALIKE

_COVERED = 0.9
_OWN, _FIRM = 0.5, 0.75  # score of a word's own term, strength of a part


def without_parts_for_wholes(candidates: Sequence[Candidate], least: float) -> list[Candidate]:
    """The candidates without those whose English renders a part of their Japanese that has it as its own, and whose rest
    has a candidate of at least the score `least` elsewhere.

    They would win by their size, and keep the rest of their term from its own rendering.
    """
    partial = [c for c in candidates if c.size > 1.0 and c.matches[0].coverage < _COVERED]
    if not partial:
        return list(candidates)
    by_words: dict[tuple[int, int], list[Candidate]] = {(c.i, c.j): [] for c in partial}
    able = sorted([o for o in candidates if o.score >= least], key=lambda o: o.start)
    starts = [o.start for o in able]
    for o in able:
        if (o.i, o.j) in by_words:
            by_words[o.i, o.j].append(o)
    dropped: set[int] = set()
    for c in partial:
        for o in by_words[c.i, c.j]:
            if (
                c.start <= o.start
                and o.end <= c.end
                and o.end - o.start < c.end - c.start
                and all(o.start <= c.start + p.start and c.start + p.end <= o.end for p in c.matches[0].parts)
                and _rest_rendered(c, o, able[bisect_left(starts, c.start) : bisect_left(starts, c.end)])
            ):
                dropped.add(id(c))
                break
    return [c for c in candidates if id(c) not in dropped]


def _rest_rendered(c: Candidate, part: Candidate, within: Sequence[Candidate]) -> bool:
    """Whether Japanese of `c` beside the `part` has a candidate for other words, among those that begin in `c`; of one character
    (沖縄*県*) no word that is only like it.
    """
    return any(
        r.end <= c.end
        and (r.end <= part.start or part.end <= r.start)
        and (r.j <= c.i or c.j <= r.i)
        and not (r.end - r.start == 1 and r.matches[0].rule == ALIKE)
        for r in within
    )
