"""Learning from sentence pairs: segmentation into words, links between words, and the selection of renderings to keep."""

from termalign.learning.fitting import fitted

__all__ = ["fitted"]
