"""Which of several places of the English is meant: the one among the English of the words around the Japanese."""

import re
from collections.abc import Sequence

from termalign.checking.segment import LINKED, Segment
from termalign.quantities.quantity import Offsets

_NEAR = 150  # code points
_JAPANESE_END = re.compile("[。、！？!?;；:：（）()「」\n]")
_ENGLISH_END = re.compile(r"[.,;:!?](?=\s|$)|[()\n]|\b(?:and|but|or|while|whereas)\b", re.IGNORECASE)


def corresponding(segment: Segment, own: Offsets, places: Sequence[Offsets]) -> Offsets:
    """Return the place in whose clause most words of a Japanese clause are rendered; of equally good ones, the first.

    Parameters
    ----------
    segment : Segment
        The pair of texts.
    own : tuple of int
        A place in the Japanese.
    places : sequence of tuple of int
        Places in the English, at least one.
    """
    if len(places) == 1:
        return places[0]  # before the texts are aligned
    start, end = _clause(_JAPANESE_END, segment.ja_prose, own)
    words = [link.en for link in segment.links if link.score >= LINKED and start <= link.ja.start < end]

    def rendered(place: Offsets) -> int:
        first, last = _clause(_ENGLISH_END, segment.en_prose, place)
        return sum(first <= word.start < last for word in words)

    return max(places, key=rendered)


def _clause(ends: re.Pattern[str], text: str, place: Offsets) -> Offsets:
    """Return the range of the clause around a place, or of what is near it in a long one."""
    first, last = max(0, place[0] - _NEAR), min(len(text), place[1] + _NEAR)
    before = [found.end() for found in ends.finditer(text, first, place[0])]
    after = ends.search(text, place[1], last)
    return before[-1] if before else first, after.start() if after else last
