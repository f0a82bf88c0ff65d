"""Readings of ordinary words, restricted to those that the dictionaries list."""

from collections.abc import Sequence

from termalign.japanese.morpheme import Morpheme
from termalign.japanese.readings import Reading
from termalign.lexicon.entries import WordEntry


def listed_kana(surface: str, words: Sequence[WordEntry], morphemes: Sequence[Morpheme]) -> tuple[str, ...]:
    """Return the readings that `words`, the entries for `surface`, list; UniDic's reading comes first if it is listed.

    >>> from termalign.japanese.tagger import morphemes
    >>> from termalign.lexicon import Lexicon
    >>> listed_kana("市場", Lexicon.default().words("市場"), morphemes("市場"))
    ('シジョウ', 'イチバ')
    """
    spoken = [entry.readings for entry in words if entry.headword == surface]
    if len(spoken) == 1 and len(spoken[0]) == 1:
        return spoken[0]
    distinct = tuple(dict.fromkeys([kana for some in spoken for kana in some]))
    heard = [m.reading for m in morphemes]
    own = "".join(heard) if all(heard) else ""
    return (own, *[kana for kana in distinct if kana != own]) if own in distinct else distinct


def as_listed(surface: str, kana: str) -> Reading:
    """Return a `Reading` for a word that has this listed reading."""
    return Reading(kana, (), "jmdict", 1.0, ((surface, kana),))
