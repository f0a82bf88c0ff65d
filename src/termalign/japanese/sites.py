"""Names of temples, lakes, railway lines, stations and castles, as a name and a generic noun: Yakushi-ji, Towada-ko.

UniDic has some of them as one morpheme, and cuts others into common nouns. The dictionary of names lists them as a whole.
"""

from typing import Final, NamedTuple

from termalign.japanese.morpheme import PERSON
from termalign.japanese.name_kinds import name_kinds
from termalign.japanese.name_words import generics
from termalign.lexicon.lexicon import Lexicon

_GENERICS: Final = frozenset("寺院宮湖駅線城園")
_KINDS: Final = frozenset({"place", "station", "organization", "unclass"})
_NAMING: Final = frozenset("湖駅線")
"""Generics whose names the dictionary also lists as words (山手線); with the others, such a word is no name (修道院)."""
_IN_MORPHEMES: Final = {"湖": "", "線": "", "駅": "", "寺": PERSON}
"""Generics of names in one morpheme, with its part of speech: 田沢湖, 薬師寺; but 国分寺 and 宇都宮 are cities."""
_TEMPLE: Final = "寺", "ジ"
"""What ends a temple in one morpheme. Family names end in デラ (小野寺)."""


class Site(NamedTuple):
    """A name and its generic noun, in katakana."""

    head: str
    generic: str


def site(surface: str, kana: str, pos: str | None, lexicon: Lexicon) -> Site | None:
    """Return the parts of the name of a site; None for anything else. `pos` is its part of speech if it is one morpheme.

    The name of a station has the reading that the dictionary of names lists.

    >>> site("東西線", "トウザイセン", None, Lexicon.default()), site("火口湖", "カコウコ", None, Lexicon.default())
    (Site(head='トウザイ', generic='セン'), None)
    >>> site("十三駅", "ジュウサンエキ", None, Lexicon.default())
    Site(head='ジュウソウ', generic='エキ')
    """
    last = surface[-1:]
    if len(surface) < 3 or last not in _GENERICS:  # 新線 is a new line
        return None
    if pos is not None and not (last in _IN_MORPHEMES and pos.startswith(_IN_MORPHEMES[last])):
        return None
    if pos is not None and last == _TEMPLE[0] and not kana.endswith(_TEMPLE[1]):
        return None
    kinds = name_kinds(surface, lexicon)
    if _KINDS.isdisjoint(kinds) or (last not in _NAMING and lexicon.words(surface)):
        return None
    listed = {name.reading for name in lexicon.names(surface)}
    if "station" in kinds and len(listed) == 1:
        kana = listed.pop()
    generic = next((reading for reading in generics()[last] if kana.endswith(reading)), "")
    return Site(kana.removesuffix(generic), generic) if generic else None
