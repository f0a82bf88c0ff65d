"""What a candidate is judged by beside its own evidence: its rivals, and the links around it."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence

from termalign.choice.candidate import Candidate
from termalign.evidence.nearness import NEAR, closeness

_WEIGHTIER = 1.2  # times what a candidate's score and size are worth together: what claims its words will keep them
_FIRM = 0.7  # least score of what is taken to keep its words
_CLEAR = 0.78  # least score of what is a rival to anything


class Rivals:
    """Who else wants the same Japanese, and the same English.

    Who can't have it is no rival: the children of *Children and Families Agency* are the agency's (こども家庭庁), whatever 子ども
    would like. Nor is what says a rendering again in fewer words, in brackets right behind it (ASEAN).

    Parameters
    ----------
    candidates : sequence of Candidate
        All of a text.
    anchors : sequence of Candidate
        A first choice among them.
    opening : collection of int
        Words that a bracket opens behind.
    """

    def __init__(
        self, candidates: Sequence[Candidate], anchors: Sequence[Candidate], opening: Collection[int] = ()
    ) -> None:
        self._opening = opening
        self._owner = {k: a for a in anchors if a.score >= _FIRM for k in range(a.i, a.j)}
        self._ja: defaultdict[tuple[int, int], list[Candidate]] = defaultdict(list)
        self._en: defaultdict[int, list[Candidate]] = defaultdict(list)
        best_first = sorted([(-c.score, *c[:4], k) for k, c in enumerate(candidates)])
        for *_, place in best_first:
            c = candidates[place]
            if self._owner and self._is_beaten(c):
                continue
            self._ja[c[:2]].append(c)
            for k in range(c.i, c.j):
                self._en[k].append(c)

    def _is_beaten(self, c: Candidate) -> bool:
        """Whether a link that is chosen already, of other Japanese, claims some of the words, and with much more right."""
        start, end, i, j, _, _, score, size = c
        if score >= _CLEAR:
            return False
        for k in range(i, j):
            a = self._owner.get(k)
            if (
                a is not None
                and (a.end <= start or end <= a.start)
                and a.score >= score
                and a.score * a.size > _WEIGHTIER * score * size
            ):
                return True
        return False

    def of(self, c: Candidate) -> tuple[float, float]:
        """The score of the best other candidate for the same Japanese, and of the best for the same English; 0 without one."""
        start, end, i, j = c[:4]
        ja = en = 0.0
        for _, _, first, last, _, _, score, _ in self._ja[start, end]:
            if last <= i or (j <= first and not (j == first and last - first < j - i and j - 1 in self._opening)):
                ja = score
                break
        for k in range(i, j):
            for first, last, _, _, _, _, score, _ in self._en[k]:
                if last <= start or end <= first:
                    if score > en:
                        en = score
                    break
        return ja, en


class Expected:
    """Where a Japanese position is expected to be rendered, from the links already chosen."""

    def __init__(self, anchors: Sequence[Candidate]) -> None:
        self._anchors = sorted([c[:4] for c in anchors])
        self._starts = [place[0] for place in self._anchors]
        self._known: dict[tuple[int, int], tuple[tuple[int, int] | None, tuple[int, int] | None]] = {}

    def nearness(self, c: Candidate) -> tuple[float, float]:
        """How near the candidate stands to its neighbours' renderings, and whether it stands between them: 0 to 1 each."""
        start, end, i, j = c[:4]
        found = self._known.get((start, end))
        if found is None:
            found = self._known[start, end] = self._neighbours(start, end)
        left, right = found
        if left is None or right is None:
            only = left or right
            return (closeness(i, j, *only) if only else 0.0), 0.0
        apart = min(max(left[0] - j, i - left[1]), max(right[0] - j, i - right[1]))
        near = math.exp(-apart / NEAR) if apart > 0 else 1.0  # the greater `closeness` of the two
        between = left[0] <= i <= right[0] or right[0] <= i <= left[0]
        return near, 1.0 if between else 0.0

    def _neighbours(self, start: int, end: int) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
        """The words that render what stands before the code points ``start:end``, and what stands after them."""
        anchors = self._anchors
        at = bisect_left(self._starts, start)
        left = right = None
        for a in anchors[max(0, at - 2) : at][::-1]:
            if a[1] <= start:
                left = a[2:]
                break
        for a in anchors[at : at + 3]:
            if a[0] >= end:
                right = a[2:]
                break
        return left, right
