"""Many pairs: one after the other, or on several processes with results in order and memory bounded."""

from termalign.pipe.sharing import align_pairs

__all__ = ["align_pairs"]
