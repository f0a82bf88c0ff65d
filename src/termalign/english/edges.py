"""Whether words seem to be cut out of a longer name or a hyphenated word, as numbers for the score."""

from typing import Final

from termalign.english.headlines import in_headlines
from termalign.english.text import EnglishText

_CAPITALS: Final = ("capital-before", "capital-after")
_SPACE: Final = frozenset({" ", "\n"})  # a line may be broken within a name


def edges(found: dict[str, float], i: int, j: int, english: EnglishText) -> None:
    """Whether the span seems to be cut out of a longer name or a hyphenated word."""
    capital, gaps = english.capitalised, english.gaps
    if i:
        gap = gaps[i - 1]
        if gap == "-":
            found["hyphen-before"] = 1.0
        elif capital[i] and capital[i - 1] and gap in _SPACE and not english.lexemes[i - 1].function:
            found["capital-before"] = 1.0
    if j < len(capital):
        gap = gaps[j - 1]
        if gap == "-":
            found["hyphen-after"] = 1.0
        elif capital[j - 1] and capital[j] and gap in _SPACE and not english.lexemes[j].function:
            found["capital-after"] = 1.0


def listed_edges(found: dict[str, float], i: int, j: int, english: EnglishText) -> None:
    """`edges` of a mention of a listed term; in a headline, capitals belong to no name."""
    edges(found, i, j, english)
    if not found.keys().isdisjoint(_CAPITALS) and i in in_headlines(english):
        for name in _CAPITALS:
            found.pop(name, None)
