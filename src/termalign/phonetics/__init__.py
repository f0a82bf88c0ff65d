"""Katakana against Latin letters, by sound: a model learned from names and loanwords, in a small table."""

from termalign.phonetics.alignment import log_odds
from termalign.phonetics.clips import clip_similarity
from termalign.phonetics.similarity import similarity
from termalign.phonetics.skeleton import kana_skeleton, latin_skeleton, may_match
from termalign.phonetics.spans import WordSpan, best_span

__all__ = [
    "WordSpan",
    "best_span",
    "clip_similarity",
    "kana_skeleton",
    "latin_skeleton",
    "log_odds",
    "may_match",
    "similarity",
]
