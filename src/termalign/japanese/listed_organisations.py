"""Organisations and newspapers that UniDic cuts into common nouns, by the dictionaries: 毎日|新聞, 甲子|園."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, starmap

from termalign.japanese.morpheme import Morpheme, adjacent, surface_of
from termalign.japanese.name_kinds import name_kinds
from termalign.kana import kana_keys, latin_key
from termalign.lexicon.lexicon import Lexicon

_LONGEST = 5  # morphemes
_NOUNS = ("名詞-普通名詞", "接頭辞", "接尾辞")
_KINDS = frozenset(("organization", "company", "product"))  # newspapers are products


def listed_organisations(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the code points of nouns that together are the name of an organisation or a newspaper in both dictionaries.

    English spells such a name, in part at least: *Mainichi newspaper*. What it translates (経済産業省) has no capital.

    Examples
    --------
    >>> from termalign.japanese.tagger import morphemes
    >>> list(listed_organisations(morphemes("昨日の毎日新聞と新聞記事"), Lexicon.default()))
    [(3, 7)]
    """
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
