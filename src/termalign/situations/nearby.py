"""What a kind of evidence finds for a headword in all of an English text, and of that what is nearest to a place.

A text that says the same again and again has as many places for each of as many mentions: only so many are looked at for each.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from termalign.kinds.kind import Finding

MOST_PLACES = 16  # for one mention of a headword, of each kind of evidence


class Nearby:
    """Findings, of which those near a place may be had.

    Parameters
    ----------
    findings : iterable of Finding
        All that one kind of evidence says of one headword.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._all = list(findings)
        if len(self._all) > MOST_PLACES:
            self._all.sort(key=_twice_the_middle)
            self._middles = list(map(_twice_the_middle, self._all))

    def to(self, middle: float) -> Sequence[Finding]:
        """Those nearest to a place, given in words; all where there are few."""
        if len(self._all) <= MOST_PLACES:
            return self._all
        at = bisect_left(self._middles, 2 * middle)
        first, last = max(0, at - MOST_PLACES), min(len(self._all), at + MOST_PLACES)
        while last - first > MOST_PLACES:
            if 2 * middle - self._middles[first] > self._middles[last - 1] - 2 * middle:
                first += 1
            else:
                last -= 1
        return self._all[first:last]


def _twice_the_middle(finding: Finding) -> int:
    return finding.i + finding.j
