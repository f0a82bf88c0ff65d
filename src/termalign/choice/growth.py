"""What a rendering may not go on with: words that render another term."""

from collections.abc import Collection, Sequence

from termalign.choice.candidate import Candidate
from termalign.english import EnglishText
from termalign.english.function_words import JOINING
from termalign.evidence.doubled import DOUBLED
from termalign.evidence.grown import GROWN

_OVER_JOINTS = frozenset({GROWN, DOUBLED})
_NEARLY = 0.8  # of its score: what is as good
_HALF = 0.5  # of its score: a term that wants the word so much less does not lose it


def at_no_cost(candidates: Sequence[Candidate], least: float) -> list[Candidate]:
    """The candidates without those that grew by a word of which another term has a candidate of at least the score `least`, and
    of half the candidate's own, unless the other has as good a one elsewhere: of two words *policy*, 金融政策 takes one.
    """
    grown = {k for k, c in enumerate(candidates) if c.matches[0].rule == GROWN}
    if not grown:
        return list(candidates)
    own: dict[tuple[int, int], set[int]] = {}
    wanted: dict[int, list[Candidate]] = {}
    best: dict[tuple[int, int], list[Candidate]] = {}
    for k, c in enumerate(candidates):
        if k not in grown:
            own.setdefault((c.start, c.end), set()).update(range(c.i, c.j))
            if c.score >= least:
                best.setdefault((c.start, c.end), []).append(c)
                for word in range(c.i, c.j):
                    wanted.setdefault(word, []).append(c)

    def costs(c: Candidate) -> bool:
        more = set(range(c.i, c.j)).difference(own.get((c.start, c.end), ()))
        return any(
            (o.end <= c.start or c.end <= o.start) and o.score >= _HALF * c.score and not finds_elsewhere(o, c)
            for word in more
            for o in wanted.get(word, ())
        )

    def finds_elsewhere(o: Candidate, c: Candidate) -> bool:
        return any(p.score >= _NEARLY * o.score and (p.j <= c.i or c.j <= p.i) for p in best[o.start, o.end])

    return [c for k, c in enumerate(candidates) if k not in grown or not costs(c)]


def without_listed(candidates: Sequence[Candidate], english: EnglishText, taken: Collection[int]) -> list[Candidate]:
    """The candidates without those that grew over *and* or *or* to words that are all `taken`: they say what stands beside
    the term, as in 調査研究, *research* and *study*.
    """
    return [c for c in candidates if c.matches[0].rule not in _OVER_JOINTS or not _lists(c, english, taken)]


def _lists(c: Candidate, english: EnglishText, taken: Collection[int]) -> bool:
    for k in range(c.i + 1, c.j - 1):
        if english.lexemes[k].lower in JOINING:
            sides = (
                [w for w in side if not english.lexemes[w].function] for side in (range(c.i, k), range(k + 1, c.j))
            )
            return any(all(w in taken for w in side) for side in sides)
    return False
