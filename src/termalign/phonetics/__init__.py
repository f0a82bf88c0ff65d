"""Katakana against Latin letters, by sound: a model learned from names and loanwords, in a small table."""

from termalign.phonetics.clips import clip_similarity
from termalign.phonetics.comparison import log_odds, similarity
from termalign.phonetics.skeleton import CLASSES, kana_skeleton, latin_skeleton, may_be_one_sound, may_match
from termalign.phonetics.spans import WordSpan, best_span, find_spans

__all__ = [
    "CLASSES",
    "WordSpan",
    "best_span",
    "clip_similarity",
    "find_spans",
    "kana_skeleton",
    "latin_skeleton",
    "log_odds",
    "may_be_one_sound",
    "may_match",
    "similarity",
]
