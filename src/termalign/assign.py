"""The choice among competing candidates.

A candidate says that a Japanese range is rendered by an English range, with a score. For a term list every mention of every
term is kept that clears the threshold and does not overlap a better mention of the same term. For parallel text the chosen
links share no words on either side and maximise the sum, over links, of (score above the threshold) × (content morphemes
covered). The maximum is approached greedily, in two passes: the first finds anchors by each candidate's own evidence; then
every candidate is scored anew in the light of its rivals and of where its neighbours' anchors stand (`surroundings`), and the
choice is made again.
"""

import math
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from termalign.calibration import Way, scale
from termalign.evidence.match import Match
from termalign.evidence.nearness import closeness, drift
from termalign.evidence.term import Term
from termalign.score import probability

ANCHOR = 0.3  # least score, by its own evidence, of a candidate that others are judged by


class Candidate(NamedTuple):
    """A possible link: folded Japanese code points ``start:end``, English words ``i:j``."""

    start: int
    end: int
    i: int
    j: int
    term: Term
    matches: tuple[Match, ...]
    score: float
    size: float  # content morphemes

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Where it stands on both sides."""
        return (self.start, self.end, self.i, self.j)


def mentions(candidates: Sequence[Candidate], threshold: float) -> list[Candidate]:
    """Every mention of each term, the better of two that overlap."""
    chosen: dict[tuple[int, int], list[Candidate]] = {}
    for c in sorted(candidates, key=lambda c: (-c.score, c.i - c.j, c.start, c.i)):
        if c.score < threshold:
            break
        taken = chosen.setdefault((c.start, c.end), [])
        if not any(c.i < t.j and t.i < c.j for t in taken):
            taken.append(c)
    return sorted((c for group in chosen.values() for c in group), key=lambda c: (c.start, c.end, c.i))


def one_to_one(candidates: Sequence[Candidate], threshold: float, words: int, length: int) -> list[Candidate]:
    """A choice in which no word belongs to two links.

    Parameters
    ----------
    candidates : sequence of Candidate
        In any order.
    threshold : float
        Least score of a link.
    words, length : int
        English words and Japanese code points of the two texts.
    """
    scored = rescored(candidates, greedy(candidates, ANCHOR), words, length)
    return sorted(greedy(scored, threshold), key=lambda c: c.place)


def rescored(
    candidates: Sequence[Candidate], anchors: Sequence[Candidate], words: int, length: int, given: bool = False
) -> list[Candidate]:
    """The candidates with the score that their surroundings leave them; `given` where the user named the terms."""
    return [
        c._replace(score=probability(numbers))
        for c, numbers in zip(candidates, surroundings(candidates, anchors, words, length, given), strict=True)
    ]


def greedy(candidates: Sequence[Candidate], threshold: float) -> list[Candidate]:
    """The best candidate, then the best of those that share no word with it, and so on."""
    chosen: list[Candidate] = []
    ja_taken: set[int] = set()
    en_taken: set[int] = set()
    able = [c for c in candidates if c.score >= threshold]
    for c in sorted(able, key=lambda c: (-(c.score - threshold) * c.size, c.place)):
        ja, en = range(c.start, c.end), range(c.i, c.j)
        if ja_taken.isdisjoint(ja) and en_taken.isdisjoint(en):
            chosen.append(c)
            ja_taken.update(ja)
            en_taken.update(en)
    return chosen


def calibrated(chosen: Sequence[Candidate], way: Way) -> list[Candidate]:
    """The chosen candidates with the chance that each is right in place of the score that it was chosen by."""
    line = scale(way)
    return [c._replace(score=line.chance(c.score)) for c in chosen]


def surroundings(
    candidates: Sequence[Candidate], anchors: Sequence[Candidate], words: int, length: int, given: bool = False
) -> list[dict[str, float]]:
    """Named numbers that say how well each candidate fits among the others; names begin with ``choice/``."""
    rivals = _Rivals(candidates)
    expected = _Expected(anchors)
    found = []
    for c in candidates:
        own = math.log(c.score / (1.0 - c.score)) if 0.0 < c.score < 1.0 else 5.0
        ja, en = rivals.of(c)
        near, ordered = expected.nearness(c)
        found.append(
            {
                "choice/bias": 1.0,
                "choice/logit": own,
                "choice/rival-ja": ja - c.score,
                "choice/rival-en": en - c.score,
                "choice/near": near,
                "choice/ordered": ordered,
                "choice/drift": drift(c.i, c.j, words, (c.start + c.end) / (2 * max(1, length))),
                "choice/size": math.log(max(0.5, c.size)),
                "choice/words": math.log(c.j - c.i),
            }
        )
        if given:
            found[-1] |= {"choice/given": 1.0, "choice/given-logit": own}
    return found


class _Rivals:
    """The best other candidate for the same Japanese, and for the same English."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._ja: dict[tuple[int, int], list[Candidate]] = {}
        self._en: dict[int, list[Candidate]] = {}
        for c in sorted(candidates, key=lambda c: (-c.score, c.place)):
            self._ja.setdefault((c.start, c.end), []).append(c)
            for k in range(c.i, c.j):
                self._en.setdefault(k, []).append(c)

    def of(self, c: Candidate) -> tuple[float, float]:
        ja = next((r.score for r in self._ja[c.start, c.end] if r.j <= c.i or c.j <= r.i), 0.0)
        en = max(
            next((r.score for r in self._en[k] if r.end <= c.start or c.end <= r.start), 0.0) for k in range(c.i, c.j)
        )
        return ja, en


class _Expected:
    """Where a Japanese position is expected to be rendered, from the links already chosen."""

    def __init__(self, anchors: Sequence[Candidate]) -> None:
        self._anchors = sorted(anchors, key=lambda c: c.place)
        self._starts = [c.start for c in self._anchors]

    def nearness(self, c: Candidate) -> tuple[float, float]:
        """How near the candidate stands to its neighbours' renderings, and whether it stands between them: 0 to 1 each."""
        at = bisect_left(self._starts, c.start)
        left = next((a for a in reversed(self._anchors[max(0, at - 2) : at]) if a.end <= c.start), None)
        right = next((a for a in self._anchors[at : at + 3] if a.start >= c.end), None)
        near = max((closeness(c.i, c.j, a.i, a.j) for a in (left, right) if a is not None), default=0.0)
        if left is None or right is None:
            return near, 0.0
        low, high = sorted((left.i, right.i))
        return near, 1.0 if low <= c.i <= high else 0.0
