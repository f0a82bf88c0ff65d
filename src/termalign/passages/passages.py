"""A document and its translation, divided into corresponding passages."""

from collections.abc import Iterable
from typing import NamedTuple

from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.passages.hints import Hints
from termalign.passages.pairing import Pairing
from termalign.passages.sentences import english_sentences, japanese_sentences
from termalign.terms.term_cache import TermCache

LONG = 60
"""The least number of English words of a text that is divided; a shorter text is one passage."""
_FEWEST = 3  # sentences a side: a shorter text is not cut
_LEAST_MORPHEMES, _MOST_MORPHEMES = 0.75, 4.0  # for one English word; with fewer or more, one side lacks a translation
_UNORDERED = 0.25  # share of sentences with strong evidence for their counterpart: with fewer, no order is credible
_MOST_WHOLE = 300  # English words up to which a text without a credible order is aligned as one passage


class Passage(NamedTuple):
    """Morphemes ``a:b`` of the Japanese text and words ``i:j`` of the English that belong together."""

    a: int
    b: int
    i: int
    j: int


def passages(
    text: JapaneseText, english: EnglishText, terms: TermCache, whole: Iterable[tuple[int, int]] = ()
) -> list[Passage]:
    """Return the passages of a document, in Japanese order; a single one if the document is not to be cut.

    No two passages share a morpheme or a word. Sentences without a counterpart belong to none. The folded code points
    of each range in ``whole`` stay together.
    """
    everything = [Passage(0, len(text.morphemes), 0, len(english))]
    if len(english) < LONG:
        return everything
    morphemes = min(max(_LEAST_MORPHEMES, len(text.morphemes) / len(english)), _MOST_MORPHEMES)
    ja = japanese_sentences(text, whole, morphemes)
    en = english_sentences(english)
    if min(len(ja), len(en)) < _FEWEST:
        return everything
    hints = Hints(text, english, ja, en, terms)
    pairing = Pairing(hints, [x.size for x in ja], [x.size for x in en])
    pairs = pairing.pairs
    if pairing.sound < _UNORDERED * len(ja) and len(english) <= _MOST_WHOLE:
        return everything
    return [Passage(ja[p.s].first, ja[p.x - 1].last, en[p.t].first, en[p.y - 1].last) for p in sorted(pairs)]
