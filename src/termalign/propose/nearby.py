"""The findings of a kind of evidence for a headword in a whole English text, and those nearest to a place.

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

    @property
    def everywhere(self) -> Sequence[Finding]:
        """All of them."""
        return self._all

    def to(self, middle: float) -> Sequence[Finding]:
        """Return the findings nearest to a place, counted in words; all if there are few."""
        if len(self._all) <= MOST_PLACES:
            return self._all
        return self._all[nearest(self._middles, 2 * middle, MOST_PLACES)]


def nearest(places: Sequence[float], place: float, most: int) -> slice:
    """Return the range of the `most` of the sorted `places` that are nearest to a place.

    Examples
    --------
    >>> [10, 20, 30, 40, 50][nearest([10, 20, 30, 40, 50], 32, 3)]
    [20, 30, 40]
    """
    at = bisect_left(places, place)
    first, last = max(0, at - most), min(len(places), at + most)
    while last - first > most:
        if place - places[first] > places[last - 1] - place:
            first += 1
        else:
            last -= 1
    return slice(first, last)


def _twice_the_middle(finding: Finding) -> int:
    return finding.i + finding.j
