"""The ground floor: text folded for analysis, with the way back to the caller's offsets."""

from termalign.text.normalise import Normalised, normalise

__all__ = ["Normalised", "normalise"]
