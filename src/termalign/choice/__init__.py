"""The choice among possible links: what they are, what they are judged by, and which of them stay."""

from termalign.choice.candidate import Candidate
from termalign.choice.looks import first_look, second_look
from termalign.choice.selection import ANCHOR, calibrated, greedy, mentions, one_to_one, rescored

__all__ = [
    "ANCHOR",
    "Candidate",
    "calibrated",
    "first_look",
    "greedy",
    "mentions",
    "one_to_one",
    "rescored",
    "second_look",
]
