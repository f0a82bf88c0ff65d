"""What a candidate is judged by beside its own evidence: its rivals, and the links around it."""

from bisect import bisect_left
from collections.abc import Sequence

from termalign.choice.candidate import Candidate
from termalign.evidence.nearness import closeness


class Rivals:
    """Who else wants the same Japanese, and the same English."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._ja: dict[tuple[int, int], list[Candidate]] = {}
        self._en: dict[int, list[Candidate]] = {}
        for c in sorted(candidates, key=lambda c: (-c.score, c.start, c.end, c.i, c.j)):
            self._ja.setdefault((c.start, c.end), []).append(c)
            for k in range(c.i, c.j):
                self._en.setdefault(k, []).append(c)

    def of(self, c: Candidate) -> tuple[float, float]:
        """The score of the best other candidate for the same Japanese, and of the best for the same English; 0 without one."""
        ja = next((r.score for r in self._ja[c.start, c.end] if r.j <= c.i or c.j <= r.i), 0.0)
        en = max(
            next((r.score for r in self._en[k] if r.end <= c.start or c.end <= r.start), 0.0) for k in range(c.i, c.j)
        )
        return ja, en


class Expected:
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
