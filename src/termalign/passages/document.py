"""A document and its translation, cut into the passages that belong together."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from termalign.english import EnglishText
from termalign.evidence.term import TermCache
from termalign.japanese.text import JapaneseText
from termalign.passages.hints import Hints
from termalign.passages.pairing import Pair, Pairing
from termalign.passages.sentences import Sentence, english_sentences, japanese_sentences

LONG = 60
"""English words of a text that is cut; what is shorter is one passage, and aligned as it stands."""
_FEWEST = 3  # sentences a side of a text that is cut
_UNORDERED = 0.25  # share of sentences with a sound counterpart: with fewer, nothing speaks for an order
_MOST_WHOLE = 1500  # English words of a text without order that is aligned as one
_STRETCH = 300  # English words of a passage where nothing but proportion says what belongs together


class Passage(NamedTuple):
    """Morphemes ``a:b`` of the Japanese text and words ``i:j`` of the English that belong together."""

    a: int
    b: int
    i: int
    j: int


def passages(
    text: JapaneseText, english: EnglishText, terms: TermCache, whole: Iterable[tuple[int, int]] = ()
) -> list[Passage]:
    """The passages of a document, in Japanese order; a single one where it is not to be cut.

    No two share a morpheme or a word. What has no counterpart belongs to none of them.

    Parameters
    ----------
    text, english : JapaneseText, EnglishText
        A text and its translation.
    terms : TermCache
        Where terms are looked up.
    whole : iterable of (int, int)
        Folded code points that must stay together.
    """
    everything = [Passage(0, len(text.morphemes), 0, len(english))]
    if len(english) < LONG:
        return everything
    ja, en = japanese_sentences(text, whole), english_sentences(english)
    if min(len(ja), len(en)) < _FEWEST:
        return everything
    hints = Hints(text, english, ja, en, terms)
    pairing = Pairing(hints, [x.size for x in ja], [x.size for x in en])
    pairs = pairing.pairs
    if pairing.sound < _UNORDERED * len(ja):
        if len(english) <= _MOST_WHOLE:
            return everything
        pairs = list(_in_proportion(ja, en))
    return [Passage(ja[p.s].first, ja[p.x - 1].last, en[p.t].first, en[p.y - 1].last) for p in sorted(pairs)]


def _in_proportion(ja: Sequence[Sentence], en: Sequence[Sentence]) -> Iterator[Pair]:
    """Stretches of both texts, cut in proportion."""
    count = en[-1].last // _STRETCH
    s = t = 0
    for k in range(1, count + 1):
        x, y = _reached(ja, k / count), _reached(en, k / count)
        if s < x and t < y:
            yield Pair(s, x, t, y)
            s, t = x, y


def _reached(sentences: Sequence[Sentence], share: float) -> int:
    """How many sentences make up this share of a text."""
    return (
        bisect_left(sentences, share * sentences[-1].last, key=lambda one: one.last) + 1
        if share < 1
        else len(sentences)
    )
