"""The sentences of both texts, from which passages are formed."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText

_END = re.compile(r"[。！？!?]+[」』）)”\"]*(?=.)|(?<=[^\s])\s*\n\s*", re.DOTALL)
_STOP = re.compile(r"(?P<apart>\s*)[.!?][\"'”’)\]]*\s|\n")  # for a text without capitals
_PAUSES = frozenset("、，,;:；：—―\n")
_MOST_WORDS, _WORDS = 200, 60  # English sentences over the first limit are cut into pieces of about the second
_MORPHEMES_OF_A_WORD = 1.5  # usually; the limits of Japanese sentences are those of English ones times this number


class Sentence(NamedTuple):
    """A sentence, or a piece of a very long one: a half-open range of morphemes or words, and its size in code points."""

    first: int
    last: int
    size: int


def japanese_sentences(
    text: JapaneseText, whole: Iterable[tuple[int, int]] = (), morphemes: float = _MORPHEMES_OF_A_WORD
) -> list[Sentence]:
    """Return the sentences of a Japanese text. Very long ones are split, but not within noun runs or ``whole`` ranges.

    ``morphemes`` is the number of morphemes for one English word of the translation. With it, long sentences that render
    each other are cut into the same number of pieces.
    """
    cut = text.morphemes
    starts = [m.start for m in cut]
    barred = {k for a, b in text.runs for k in range(a + 1, b)}
    for start, end in whole:
        barred.update(range(bisect_left(starts, start + 1), bisect_left(starts, end)))
    ends = {bisect_left(starts, m.end()) for m in _END.finditer(text.text)}
    pauses = {k + 1 for k, m in enumerate(cut) if m.surface in _PAUSES}
    limits = _MOST_WORDS * morphemes, _WORDS * morphemes
    return [
        Sentence(a, b, cut[b - 1].end - cut[a].start)
        for a, b in _pieces(len(cut), sorted(ends - barred), barred, pauses, *limits)
    ]


def english_sentences(text: EnglishText) -> list[Sentence]:
    """Return the sentences of an English text. A very long one is cut at a comma, or at least between words."""
    gaps = text.gaps
    if text.cased:
        numbers = text.sentences
        ends = [k for k in range(1, len(numbers)) if numbers[k] != numbers[k - 1]]
    else:
        ends = [k for k in range(1, len(text)) if _stops(text, k - 1)]
    pauses = {k for k in range(1, len(text)) if not _PAUSES.isdisjoint(gaps[k - 1])}
    return [
        Sentence(i, j, text.ends[j - 1] - text.starts[i])
        for i, j in _pieces(len(text), ends, set(), pauses, _MOST_WORDS, _WORDS)
    ]


def _stops(text: EnglishText, k: int) -> bool:
    """Return whether a sentence ends with word ``k`` of a text without capitals. A full stop may be a token of its own."""
    stop = _STOP.match(text.gaps[k])
    return stop is not None and (bool(stop["apart"]) or len(text.forms[k]) > 1)


def _pieces(
    size: int, ends: Iterable[int], barred: set[int], pauses: set[int], most: float, usual: float
) -> Iterator[tuple[int, int]]:
    """Yield ranges between ``ends``.

    A range over ``most`` is cut into pieces of equal size, about ``usual``; each border is moved to the nearest pause.
    """
    first = 0
    for end in (*ends, size):
        count = math.ceil((end - first) / usual) if end - first > most else 1
        length = (end - first) / count
        for border in [first + n * length for n in range(1, count)]:
            able = [k for k in range(round(border - length / 2), round(border + length / 2)) if k not in barred]
            cut = min(able, key=lambda k: (k not in pauses, abs(k - border)), default=first)
            if cut > first:
                yield first, cut
                first = cut
        if end > first:
            yield first, end
            first = end
