"""Learning from sentence pairs: what each is cut into, which words of a pair belong together, and what is kept of that."""

from termalign.learning.fitting import fitted

__all__ = ["fitted"]
