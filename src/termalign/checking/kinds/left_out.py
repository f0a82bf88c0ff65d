"""The kind ``untranslated``: a sentence that nothing in the translation renders."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import termalign.checking.scores as scores
from termalign.checking.blocks import linked_sentences, sentence_ends
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import Segment
from termalign.japanese.morpheme import beginning_in
from termalign.quantities.quantity import Offsets

_FEWEST = 3  # sentences of the Japanese
_LEAST = 0.1  # lowest score of a link that may show that a sentence is rendered
_SURE = 0.8
_MOST = 2.5  # code points of English for one of Japanese; a longer neighbour may render half of the sentence, too
_CONTENT = ("名詞-普通名詞", "名詞-固有名詞", "動詞-一般", "形容詞-一般", "形状詞")
_WORDS = 3  # of content that only this sentence has: words of others may be rendered with these


class LeftOut(Checker):
    """A checker for a sentence without any link, among others that each have links with one sentence of the English.

    The findings are only notes.
    """

    kind = "untranslated"

    def look(self, segment: Segment) -> Iterator[Finding]:
        of_ja, of_en = sentence_ends(segment)
        ja, en = _spans(of_ja, segment.ja), _spans(of_en, segment.en)
        if len(ja) < _FEWEST or len(ja) != len(en) + 1:
            return
        rendered = {s for s, _ in linked_sentences(segment, _LEAST)}
        left = [s for s in range(len(ja)) if s not in rendered]
        if len(left) != 1:
            return
        (s,) = left
        start, end = ja.pop(s)
        own = {m.lemma for m in beginning_in(segment.morphemes, start, end) if m.pos.startswith(_CONTENT)}
        elsewhere = {m.lemma for m in segment.morphemes if not start <= m.start < end}
        others = {(k + (k >= s), k) for k in range(len(en))}
        if (
            len(own - elsewhere) >= _WORDS
            and linked_sentences(segment, _SURE).keys() == others
            and all(_size(en[k]) <= _MOST * (_size(ja[k]) + (end - start) / 2) for k in (s - 1, s) if 0 <= k < len(en))
        ):
            yield self.finding(segment, scores.SENTENCE_LEFT_OUT, ja=(start, end))


def _spans(ends: Sequence[int], text: str) -> list[Offsets]:
    """Return the spans of the sentences of a text, without the space around them."""
    spans = pairwise([0, *ends, len(text)])
    cut = [(a, text[a:b]) for a, b in spans]
    return [(a + len(said) - len(said.lstrip()), a + len(said.rstrip())) for a, said in cut]


def _size(span: Offsets) -> int:
    return span[1] - span[0]
