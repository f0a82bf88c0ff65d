"""What is chosen among: a possible link."""

import operator
from typing import NamedTuple

from termalign.evidence.match import Match
from termalign.evidence.term import Term


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


#: Sorts candidates by where they stand, as `Candidate.place` does.
place_of = operator.itemgetter(0, 1, 2, 3)
