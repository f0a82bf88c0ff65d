"""The sentences of both texts, as passages are made of them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText

_END = re.compile(r"[。！？!?]+[」』）)”\"]*(?=.)|(?<=[^\s])\s*\n\s*", re.DOTALL)
_MOST_MORPHEMES = 400
_MOST_WORDS = 200


class Sentence(NamedTuple):
    """A sentence, or a piece of one that has no end.

    Attributes
    ----------
    first, last : int
        Morphemes or words, half-open.
    size : int
        Code points.
    """

    first: int
    last: int
    size: int


def japanese_sentences(text: JapaneseText, whole: Iterable[tuple[int, int]] = ()) -> list[Sentence]:
    """The sentences of a Japanese text; what has no end for long is cut where no noun run stands.

    Parameters
    ----------
    whole : iterable of (int, int)
        Folded code points that must not be parted.
    """
    cut = text.morphemes
    starts = [m.start for m in cut]
    barred = {k for a, b in text.runs for k in range(a + 1, b)}
    for start, end in whole:
        barred.update(range(bisect_left(starts, start + 1), bisect_left(starts, end)))
    ends = {bisect_left(starts, m.end()) for m in _END.finditer(text.text)}
    return [
        Sentence(a, b, cut[b - 1].end - cut[a].start)
        for a, b in _pieces(len(cut), sorted(ends - barred), barred, _MOST_MORPHEMES)
    ]


def english_sentences(text: EnglishText) -> list[Sentence]:
    """The sentences of an English text; what has no end for long is cut at a word."""
    numbers = text.sentences
    ends = [k for k in range(1, len(numbers)) if numbers[k] != numbers[k - 1]]
    return [
        Sentence(i, j, text.ends[j - 1] - text.starts[i]) for i, j in _pieces(len(numbers), ends, set(), _MOST_WORDS)
    ]


def _pieces(size: int, ends: Iterable[int], barred: set[int], most: int) -> Iterator[tuple[int, int]]:
    """Ranges between `ends`, none of them much longer than `most`."""
    first = 0
    for end in (*ends, size):
        while end - first > most:
            at = next((k for k in range(first + most // 2, end) if k not in barred), end)
            if at == end:
                break
            yield first, at
            first = at
        if end > first:
            yield first, end
            first = end
