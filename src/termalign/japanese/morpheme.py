"""The Japanese token: one morpheme as UniDic segments it, copied from MeCab's buffer."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Final, NamedTuple, Protocol

__all__ = ["Morpheme"]

NAME: Final = "名詞-固有名詞"
"""The beginning of UniDic's part of speech for a name."""
PERSON: Final = "名詞-固有名詞-人名"
"""The same for the name of a person."""
PLACE: Final = "名詞-固有名詞-地名"
"""The same for the name of a place."""
OTHER_NAME: Final = "名詞-固有名詞-一般"
"""UniDic's part of speech for any other name."""
NUMERAL: Final = "名詞-数詞"
"""UniDic's part of speech for a numeral."""
SUFFIX: Final = "接尾辞"
PREFIX: Final = "接頭辞"
"""The beginning of UniDic's part of speech for a suffix."""
PROPER: Final = "固"
"""UniDic's word origin of a name."""
_start = attrgetter("start")


class Morpheme(NamedTuple):
    """One morpheme of a Japanese text."""

    surface: str
    """The folded form (NFKC) of the caller's ``raw[start:end]``."""
    start: int
    """The number of code points of the tokenised text before the morpheme."""
    end: int
    """The number of code points of the tokenised text up to the end of the morpheme: offsets are half-open."""
    pos: str
    """UniDic's part of speech down to its third level, such as ``"名詞-固有名詞-地名"``."""
    lemma: str
    """UniDic's lemma in its standard spelling (組織 for 組織, 為る for さ); the surface itself for unknown words."""
    reading: str
    """The katakana reading of the surface; empty if UniDic has none."""
    base: str
    """The surface in its dictionary form (及び → 及ぶ); the surface itself if the word does not inflect."""
    base_reading: str
    """The katakana reading of the dictionary form."""
    loan: str
    """The foreign word that UniDic gives for a loanword (グループ → ``"group"``); otherwise empty."""
    origin: str
    """UniDic's word origin: 漢 Sino-Japanese, 和 native, 外 foreign, 混 mixed, 固 proper, 記号 symbol; empty if unknown."""


class _Written(Protocol):
    @property
    def surface(self) -> str: ...


def uninflected(surface: str, start: int, pos: str, reading: str, origin: str = "") -> Morpheme:
    """Return a morpheme without inflection, with only a part of speech, a reading and perhaps an origin."""
    return Morpheme(surface, start, start + len(surface), pos, surface, reading, surface, reading, "", origin)


def joined(pieces: Sequence[Morpheme], pos: str, reading: str, origin: str = "") -> Morpheme:
    """Return adjoining morphemes as one `uninflected` morpheme; its surface leaves out spaces between them."""
    whole = uninflected(surface_of(pieces), pieces[0].start, pos, reading, origin)
    return whole._replace(end=pieces[-1].end)


def surface_of(pieces: Iterable[_Written]) -> str:
    """Return the joined surfaces of morphemes."""
    return "".join([piece.surface for piece in pieces])


def are_persons(morphemes: Iterable[Morpheme]) -> bool:
    """Return whether UniDic tags each morpheme as a person's name."""
    return all(m.pos.startswith(PERSON) for m in morphemes)


def adjacent(before: Morpheme, after: Morpheme) -> bool:
    """Return whether `after` begins where `before` ends."""
    return before.end == after.start


def beginning_in(morphemes: Sequence[Morpheme], start: int, end: int) -> Sequence[Morpheme]:
    """Return the morphemes that begin at the code points ``start:end``."""
    return morphemes[bisect_left(morphemes, start, key=_start) : bisect_left(morphemes, end, key=_start)]


def read(pieces: Sequence[Morpheme]) -> str:
    """Return the joined katakana readings of morphemes."""
    return "".join([m.reading for m in pieces])
