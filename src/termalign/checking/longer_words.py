"""Longer words of the dictionary that contain a term: 申請者, *applicant*; 規則正しい, *regular*."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from termalign.checking.segment import Segment
from termalign.english.gloss import without_asides
from termalign.model import Span
from termalign.termbase import english_places

_MOST = 4  # morphemes before and behind a term
_START, _END = attrgetter("start"), attrgetter("end")


def said_in_a_longer_word(span: Span, segment: Segment) -> bool:
    """Return whether the English has a gloss of a longer word of the Japanese that contains `span`."""
    return any(
        english_places(without_asides(gloss.text).strip().removeprefix("to "), segment.english)
        for word in _longer_words(span, segment)
        for entry in segment.lexicon.words(word)
        for gloss in entry.glosses
    )


def _longer_words(span: Span, segment: Segment) -> Iterator[str]:
    """Yield the runs of morphemes that contain a span and are longer."""
    found = segment.morphemes
    first, last = bisect_right(found, span.start, key=_END), bisect_left(found, span.end, key=_START)
    for a in range(max(0, first - _MOST), first + 1):
        for b in range(last, min(len(found), last + _MOST) + 1):
            word = segment.ja_prose[found[a].start : found[b - 1].end]
            if len(word) > len(span.text) and all(
                m.end == n.start for m, n in zip(found[a:b], found[a + 1 : b], strict=False)
            ):
                yield word
