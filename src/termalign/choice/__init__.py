"""The choice among possible links: what they are, what they are judged by, and which of them stay."""

from termalign.choice.candidate import Candidate, place_of
from termalign.choice.growth import at_no_cost, without_listed
from termalign.choice.selection import ANCHOR, calibrated, greedy, mentions, one_to_one, rescored, settled
from termalign.choice.surroundings import GIVEN_SURROUNDINGS, SURROUNDINGS, surroundings
from termalign.choice.united import united

__all__ = [
    "ANCHOR",
    "GIVEN_SURROUNDINGS",
    "SURROUNDINGS",
    "Candidate",
    "at_no_cost",
    "calibrated",
    "greedy",
    "mentions",
    "one_to_one",
    "place_of",
    "rescored",
    "settled",
    "surroundings",
    "united",
    "without_listed",
]
