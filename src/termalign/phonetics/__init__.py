"""Comparison of katakana with Latin letters by sound: a model learned from names and loanwords, in a small table."""

from termalign.phonetics.clipped_loanwords import clip_similarity
from termalign.phonetics.coded import coded
from termalign.phonetics.comparison import SAME_SOUND, heard, log_odds, similarity
from termalign.phonetics.skeleton import kana_skeleton, latin_skeleton
from termalign.phonetics.spans import Sentences, WordSpan, opened, sentences, spans_within
from termalign.phonetics.together import alike, first_units

__all__ = [
    "SAME_SOUND",
    "Sentences",
    "WordSpan",
    "alike",
    "clip_similarity",
    "coded",
    "first_units",
    "heard",
    "kana_skeleton",
    "latin_skeleton",
    "log_odds",
    "opened",
    "sentences",
    "similarity",
    "spans_within",
]
