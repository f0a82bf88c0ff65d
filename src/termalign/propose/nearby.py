"""The findings of a kind of evidence for a headword in a whole English text, and those closest to a place.

A repetitive text has many places for each of many mentions. To save time, only the closest places of each mention are
compared.
"""

from bisect import bisect_left
from collections.abc import Sequence

from termalign.kinds.kind import Finding

MOST_PLACES = 8  # for one mention of a headword and one kind of evidence


class Nearby:
    """All findings that one kind of evidence has for one headword, to be selected by place."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self._all = findings
        if len(findings) > MOST_PLACES:
            self._all = sorted(findings, key=_twice_the_middle)
            self._middles = list(map(_twice_the_middle, self._all))

    @property
    def everywhere(self) -> Sequence[Finding]:
        """Return all findings."""
        return self._all

    def to(self, middle: float) -> Sequence[Finding]:
        """Return the findings closest to a place, counted in words; all if there are few."""
        if len(self._all) <= MOST_PLACES:
            return self._all
        return self._all[nearest(self._middles, 2 * middle, MOST_PLACES)]


NOWHERE = Nearby(())
"""Most headwords have no finding of most kinds; these share one object, so that there is less to keep."""


def nearest(places: Sequence[float], place: float, most: int) -> slice:
    """Return the slice of the ``most`` sorted places that are closest to a place.

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
