"""Headlines, in which every word has a capital and none of them says that it belongs to a name."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from termalign.english.text import EnglishText

_LEAST: Final = 4  # words
_ENDS: Final = frozenset(".;,")


@lru_cache(maxsize=8)
def in_headlines(english: EnglishText) -> frozenset[int]:
    """The words of lines that stand alone and write all words of meaning with a capital."""
    return frozenset(k for i, j in _lines(english) if _is_headline(i, j, english) for k in range(i, j))


def _lines(english: EnglishText) -> Iterator[tuple[int, int]]:
    start = 0
    for k, gap in enumerate(english.gaps):
        if "\n" in gap or k + 1 == len(english):
            yield start, k + 1
            start = k + 1


def _is_headline(i: int, j: int, english: EnglishText) -> bool:
    if j - i < _LEAST or english.gaps[j - 1].lstrip("\"'”’)")[:1] in _ENDS:
        return False
    return all(
        english.capitalised[k] or english.lexemes[k].function or not english.forms[k][0].isalpha() for k in range(i, j)
    )
