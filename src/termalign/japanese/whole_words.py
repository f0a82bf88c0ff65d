"""Readings of listed words that UniDic cuts into a verb, a particle or a pronoun and other words: 夢|追い|人, 何|も."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, starmap
from typing import Final

from termalign.japanese.aloud import is_settled
from termalign.japanese.morpheme import NAME, NUMERAL, Morpheme, adjacent, read, surface_of
from termalign.japanese.piece_readings import only_reading
from termalign.japanese.spoken_numbers import COUNTED
from termalign.japanese.told import Told, ToldWord
from termalign.kana import has_kanji
from termalign.kana.sound import same_sound
from termalign.lexicon.lexicon import Lexicon

_NOMINAL: Final = ("名詞", "接頭辞", "接尾辞", "形状詞")
_ENDS: Final = (*_NOMINAL, "形容詞")  # 説明し and 後に may end with another word
_LINK: Final = "ノ"
_PRONOUN: Final = "代名詞"
_PARTICLE: Final = "助詞"
_ELIDED: Final = frozenset("はへを")  # pronounced otherwise than they are spelled


def whole_words(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[Told]:
    """Yield the readings of listed words that have only one reading, where UniDic's pieces have another.

    Words that consist of nouns alone are left to `readings`. A noun beside the word may belong to it, so it must have none. A
    place whose name has ノ (芦ノ湖) is such a word, too.

    Examples
    --------
    >>> from termalign.japanese.tagger import morphemes
    >>> [told.kana for told in whole_words(morphemes("夢追い人は何も言わない"), Lexicon.default())]
    ['ユメオイビト', 'ナニモ']
    >>> [told.kana for told in whole_words(morphemes("箱根の芦ノ湖"), Lexicon.default())]
    ['アシノコ']
    """
    start = 0
    while start < len(morphemes):
        end, kana, is_name = _longest(morphemes, start, lexicon)
        if kana and (is_name or same_sound(kana) != same_sound(read(morphemes[start:end]))):
            words = (ToldWord(kana, is_name=True, hyphen=False),) if is_name else ()
            yield Told(morphemes[start].start, morphemes[end - 1].end, kana, is_name, words)
        start = end


def _longest(morphemes: Sequence[Morpheme], start: int, lexicon: Lexicon) -> tuple[int, str, bool]:
    """Return the end and the reading of the longest word that begins at morpheme `start`, and whether it is a name.

    Without such a word, return the next morpheme and no reading.
    """
    for end in range(min(start + 5, len(morphemes)), start + 1, -1):  # a word has at most five morphemes
        pieces = morphemes[start:end]
        if _may_be_word(pieces) and not _has_noun_beside(morphemes, start, end):
            surface = surface_of(pieces)
            if kana := only_reading(surface, lexicon):
                return end, kana, False
            if _LINK in surface and (kana := _only_reading_of_place(surface, lexicon)):
                return end, kana, True
    return start + 1, "", False


def _only_reading_of_place(surface: str, lexicon: Lexicon) -> str:
    found = {name.reading for name in lexicon.names(surface) if "place" in name.kinds}
    return found.pop() if len(found) == 1 else ""


def _may_be_word(pieces: Sequence[Morpheme]) -> bool:
    first, last = pieces[0], pieces[-1]
    if not (last.pos.startswith(_PARTICLE) if first.pos == _PRONOUN else last.pos.startswith(_ENDS)):
        return False
    if first.pos.startswith(_PARTICLE) or all(m.pos.startswith(_NOMINAL) for m in pieces):
        return False
    if not has_kanji(surface_of(pieces)) or any(map(_has_own_reading, pieces)):
        return False
    return all(starmap(adjacent, pairwise(pieces)))


def _has_own_reading(m: Morpheme) -> bool:
    """Return whether a morpheme is a name, a number or a particle whose reading no dictionary changes."""
    elided = m.surface in _ELIDED and m.pos.startswith(_PARTICLE)
    return elided or m.pos.startswith((NAME, NUMERAL)) or m.pos == COUNTED or is_settled(m)


def _has_noun_beside(morphemes: Sequence[Morpheme], start: int, end: int) -> bool:
    """Return whether a noun touches a noun at either end of the morphemes ``start:end``."""
    ends = (morphemes[max(start - 1, 0) : start + 1], morphemes[end - 1 : end + 1])
    return any(len(pair) > 1 and adjacent(*pair) and all(m.pos.startswith(_NOMINAL) for m in pair) for pair in ends)
