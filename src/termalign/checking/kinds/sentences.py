"""The kind ``untranslated``: sentences that only one of the texts has, left out of the translation or about it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import termalign.checking.scores as scores
from termalign.checking.blocks import linked_sentences, sentence_ends
from termalign.checking.finding import Finding
from termalign.checking.kinds.checker import Checker
from termalign.checking.segment import TAKEN, Segment
from termalign.japanese.morpheme import beginning_in
from termalign.quantities.quantity import Offsets

_FEWEST = 3  # sentences of the Japanese
_LEAST = 0.1  # lowest score of a link that may show that a sentence is rendered
_SURE = 0.8
_MOST = 2.5  # code points of English for one of Japanese; a longer neighbour may render half of the sentence, too
_CONTENT = ("名詞-普通名詞", "名詞-固有名詞", "動詞-一般", "形容詞-一般", "形状詞")
_WORDS = 3  # of content that only this sentence has: words of others may be rendered with these
#: Words about a translation; before a capital, a nationality belongs to a name (*Japanese Patent Office*)
_ABOUT = re.compile(r"\b(?:translat\w*|(?:english|japanese)(?! (?-i:[A-Z])))\b", re.IGNORECASE)
#: Japanese that such words may render; English says of which country a publication of the patent office is (特開2020-1234)
_ABOUT_IN_JAPANESE = re.compile("[訳翻英和邦]|日本|国[内産]|[我わ]が国|特[開願公許表]|実[開願公用]|公報")
_BORDER = re.compile(r"(?<=[.!?:])[*\"”’)]*\s+|\n+")  # after a sentence, a line, or a colon


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


class Remarks(Checker):
    """A checker for sentences before and after the translation that speak of it, and render nothing of the Japanese."""

    kind = "untranslated"

    def look(self, segment: Segment) -> Iterator[Finding]:
        text = segment.en_prose
        if not segment.ja.strip() or not _ABOUT.search(text) or _ABOUT_IN_JAPANESE.search(segment.ja_prose):
            return
        links = [link.en for link in segment.links if link.score >= TAKEN]
        first = min((span.start for span in links), default=len(text))
        last = max((span.end for span in links), default=len(text))
        borders = [0, *(border.end() for border in _BORDER.finditer(text)), len(text)]
        before = max(border for border in borders if border <= first)
        after = min(border for border in borders if border >= last)
        for start, end in ((0, before), (after, len(text))):
            said = text[start:end].strip()
            if _ABOUT.search(said):
                at = text.index(said, start)
                message = "This is about the translation, and renders nothing of the Japanese."
                yield self.finding(segment, scores.REMARK, message, en=(at, at + len(said)))
