"""Word mode: links brought down to pairs of tokens, and what goes with the words that they pair."""

from termalign.words.pairs import scored_pairs, token_pairs
from termalign.words.tokens import Tokens

__all__ = ["Tokens", "scored_pairs", "token_pairs"]
