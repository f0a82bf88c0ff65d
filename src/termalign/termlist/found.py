"""A term of a list with its mentions."""

from typing import NamedTuple

from termalign.choice import Candidate
from termalign.text import Normalised


class Found(NamedTuple):
    """A term of a list with its mentions: code points at which it begins in the joined list, its folding, candidates."""

    start: int
    folded: Normalised
    mentions: list[Candidate]
