"""The ground floor: text folded for analysis, with the way back to the caller's offsets, and what of it is markup."""

from termalign.text.markup import markup_spans, roles, without_markup
from termalign.text.normalise import Normalised, normalise

__all__ = ["Normalised", "markup_spans", "normalise", "roles", "without_markup"]
