"""The Japanese token: one morpheme as UniDic cuts it, copied out of MeCab's buffer."""

from collections.abc import Sequence
from typing import Final, NamedTuple

PERSON: Final = "名詞-固有名詞-人名"
"""How UniDic begins the part of speech of a person's name."""


class Morpheme(NamedTuple):
    """One morpheme of a Japanese text."""

    surface: str
    """The folded form (NFKC) of the caller's ``raw[start:end]``."""
    start: int
    """Code points of the text that was tokenised before it."""
    end: int
    """Code points up to where it ends: half-open."""
    pos: str
    """UniDic's part of speech down to its third level, ``"名詞-固有名詞-地名"``."""
    lemma: str
    """Dictionary form as written (組織 for 組織, 為る for さ); the surface itself for unknown words."""
    reading: str
    """Katakana reading of the surface, empty where UniDic has none."""
    base: str
    """The surface in its dictionary form (及び → 及ぶ), the surface itself where it does not inflect."""
    base_reading: str
    """Katakana reading of the dictionary form."""
    loan: str
    """The foreign word UniDic names for a loanword (グループ → ``"group"``), else empty."""
    origin: str
    """UniDic's word origin: 漢 Sino-Japanese, 和 native, 外 foreign, 混 mixed, 固 proper, 記号 symbol; empty if unknown."""


def follows_person(morphemes: Sequence[Morpheme], k: int) -> bool:
    """Whether morpheme `k` stands behind a person's name, and may say what somebody is: 大谷投手."""
    return k > 0 and morphemes[k - 1].pos.startswith(PERSON)


def joined(pieces: Sequence[Morpheme], pos: str, reading: str) -> Morpheme:
    """Morphemes that touch as one that does not inflect, of which nothing is known but how it is used and read."""
    surface = "".join([m.surface for m in pieces])
    return Morpheme(surface, pieces[0].start, pieces[-1].end, pos, surface, reading, surface, reading, "", "")


def read(pieces: Sequence[Morpheme]) -> str:
    """The katakana reading of morphemes, one after another."""
    return "".join([m.reading for m in pieces])
