"""English abbreviations: where they are defined, whether they match their long forms, and where else they occur."""

from termalign.abbreviations.finder import find_abbreviations
from termalign.abbreviations.later_mentions import mentions
from termalign.abbreviations.letter_readings import singular
from termalign.abbreviations.matching import match_short_form
from termalign.abbreviations.shape import is_short_form

__all__ = ["find_abbreviations", "is_short_form", "match_short_form", "mentions", "singular"]
