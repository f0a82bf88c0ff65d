"""Institutions that the dictionary of names lists and that begin with a common noun: 同志社大学, 電気通信大学."""

import re
from collections.abc import Iterator, Sequence

from termalign.japanese.morpheme import Morpheme, adjacent, surface_of
from termalign.japanese.name_kinds import name_kinds
from termalign.lexicon.lexicon import Lexicon

_GENERIC = re.compile("大学|研究所|機構|学院|学園|高校|学校|学会|協会|財団|病院")
_NOUNS = ("名詞", "接頭辞", "接尾辞")
_MOST = 8  # morphemes


def institutions(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the code points of the listed organisations whose names end in a noun for an institution.

    >>> from termalign.japanese.tagger import morphemes
    >>> [list(institutions(morphemes(text), Lexicon.default())) for text in ("同志社大学の教授", "地方の大学")]
    [[(0, 5)], []]
    """
    if not _GENERIC.search(surface_of(morphemes)):
        return
    for end in range(2, len(morphemes) + 1):
        if not _GENERIC.search(surface_of(morphemes[end - 2 : end])):
            continue
        start = end - 1
        while start and end - start < _MOST and _goes_on(morphemes[start - 1], morphemes[start]):
            start -= 1
        for first in range(start, end - 1):
            surface = surface_of(morphemes[first:end])
            if "organization" in name_kinds(surface, lexicon) and not lexicon.words(surface):
                yield morphemes[first].start, morphemes[end - 1].end
                break


def _goes_on(before: Morpheme, after: Morpheme) -> bool:
    return before.pos.startswith(_NOUNS) and after.pos.startswith(_NOUNS) and adjacent(before, after)
