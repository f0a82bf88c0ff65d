"""Comparison of katakana with Latin letters by sound: a model learned from names and loanwords, in a small table."""

from termalign.phonetics.clips import clip_similarity
from termalign.phonetics.coded import coded
from termalign.phonetics.comparison import heard, log_odds, similarity
from termalign.phonetics.skeleton import CLASSES, kana_skeleton, latin_skeleton, may_be_one_sound, may_match
from termalign.phonetics.spans import Sentences, WordSpan, best_span, find_spans, sentences, spans_within
from termalign.phonetics.together import alike, first_units

__all__ = [
    "CLASSES",
    "Sentences",
    "WordSpan",
    "alike",
    "best_span",
    "clip_similarity",
    "coded",
    "find_spans",
    "first_units",
    "heard",
    "kana_skeleton",
    "latin_skeleton",
    "log_odds",
    "may_be_one_sound",
    "may_match",
    "sentences",
    "similarity",
    "spans_within",
]
