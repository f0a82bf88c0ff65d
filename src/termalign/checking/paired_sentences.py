"""The sentences of a text and its translation, in pairs."""

import re
from collections.abc import Iterator

from termalign.quantities.quantity import Offsets

_JAPANESE_END = re.compile(r"[。！!?？]+[」』）)]*|\n")
_ENGLISH_END = re.compile(r"[.!?]+[)\"'”’]*(?=\s|$)|\n")


def sentences(ja: str, en: str) -> Iterator[tuple[Offsets, Offsets]]:
    """Yield the sentences of both texts in pairs if there are equally many; otherwise the two texts as one pair.

    >>> list(sentences("雨だ。寒い。", "Rain. Cold."))
    [((0, 3), (0, 5)), ((3, 6), (5, 11))]
    """
    of_ja, of_en = _split(_JAPANESE_END, ja), _split(_ENGLISH_END, en)
    if len(of_ja) == len(of_en):
        yield from zip(of_ja, of_en, strict=True)
    else:
        yield (0, len(ja)), (0, len(en))


def _split(end: re.Pattern[str], text: str) -> list[Offsets]:
    """Return the ranges of the sentences of a text, without empty ones."""
    ends = [found.end() for found in end.finditer(text)]
    return [(a, b) for a, b in zip([0, *ends], [*ends, len(text)], strict=True) if text[a:b].strip(" \n.。")]
