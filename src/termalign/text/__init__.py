"""Text folded for analysis, with a mapping back to the caller's offsets, and the markup in it."""

from termalign.text.markup import markup_spans, roles, without_markup
from termalign.text.normalise import Normalised, normalise, without_unseen

__all__ = ["Normalised", "markup_spans", "normalise", "roles", "without_markup", "without_unseen"]
