"""Alignment of many pairs, one by one or in several processes, with results in order and bounded memory."""

from termalign.pipe.sharing import align_pairs

__all__ = ["align_pairs"]
