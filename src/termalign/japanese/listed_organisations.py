"""Organisations that UniDic cuts into common nouns, by the dictionaries: 毎日|新聞, 甲子|園, 同志社|大学."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, starmap

from termalign.japanese.morpheme import Morpheme, adjacent, surface_of
from termalign.japanese.name_kinds import name_kinds
from termalign.kana import kana_keys, latin_key
from termalign.lexicon.lexicon import Lexicon

_LONGEST, _LONGEST_INSTITUTION = 5, 8  # morphemes
_NOUNS = ("名詞-普通名詞", "接頭辞", "接尾辞")
_INSTITUTION = re.compile("大学|研究所|機構|学院|学園|高校|学校|学会|協会|財団|病院")
_OF_INSTITUTIONS = ("名詞", "接頭辞", "接尾辞")
_KINDS = frozenset(("organization", "company", "product"))  # newspapers are products


def listed_organisations(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the code points of nouns that together are the name of an organisation or a newspaper.

    Both dictionaries have it, and English spells it, in part at least: *Mainichi newspaper*. What English translates (経済産業省)
    has no capital. An institution is only in the dictionary of names, and ends in such a noun: 同志社大学.

    Examples
    --------
    >>> from termalign.japanese.tagger import morphemes
    >>> texts = "昨日の毎日新聞と新聞記事", "同志社大学の教授", "地方の大学"
    >>> [list(listed_organisations(morphemes(text), Lexicon.default())) for text in texts]
    [[(3, 7)], [(0, 5)], []]
    """
    yield from _in_both_dictionaries(morphemes, lexicon)
    yield from _institutions(morphemes, lexicon)


def _in_both_dictionaries(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(morphemes):
        end = next(
            (end for end in range(start + _LONGEST, start + 1, -1) if _is_listed(morphemes[start:end], lexicon)), 0
        )
        if end:
            yield morphemes[start].start, morphemes[min(end, len(morphemes)) - 1].end
        start = end or start + 1


def _is_listed(pieces: Sequence[Morpheme], lexicon: Lexicon) -> bool:
    if (
        len(pieces) < 2
        or not all(m.pos.startswith(_NOUNS) for m in pieces)
        or not all(starmap(adjacent, pairwise(pieces)))
    ):
        return False
    surface = surface_of(pieces)
    if _KINDS.isdisjoint(name_kinds(surface, lexicon)):
        return False
    return any(
        _is_spelled(gloss.text, word.readings) for word in lexicon.words(surface)[:1] for gloss in word.glosses[:1]
    )


def _is_spelled(rendering: str, readings: Iterable[str]) -> bool:
    """Return whether a rendering begins with a capitalised word that spells the beginning of a reading: *Mainichi* newspaper."""
    first = rendering.split(" ")[0]
    letters = latin_key(first)
    return first[:1].isupper() and any(key.startswith(letters) for kana in readings for key in kana_keys(kana))


def _institutions(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    if not _INSTITUTION.search(surface_of(morphemes)):
        return
    for end in range(2, len(morphemes) + 1):
        if not _INSTITUTION.search(surface_of(morphemes[end - 2 : end])):
            continue
        start = end - 1
        while start and end - start < _LONGEST_INSTITUTION and _goes_on(morphemes[start - 1], morphemes[start]):
            start -= 1
        for first in range(start, end - 1):
            surface = surface_of(morphemes[first:end])
            if "organization" in name_kinds(surface, lexicon) and not lexicon.words(surface):
                yield morphemes[first].start, morphemes[end - 1].end
                break


def _goes_on(before: Morpheme, after: Morpheme) -> bool:
    return (
        before.pos.startswith(_OF_INSTITUTIONS) and after.pos.startswith(_OF_INSTITUTIONS) and adjacent(before, after)
    )
