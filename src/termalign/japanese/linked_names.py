"""Names whose parts ノ, ヶ, ツ or 之 joins, which UniDic cuts: 湯|ノ|沢, 五|ツ|星."""

from collections.abc import Sequence
from itertools import pairwise, starmap

from termalign.japanese.morpheme import PLACE, PROPER, Morpheme, adjacent, joined, read, surface_of
from termalign.kana import is_kanji
from termalign.lexicon.lexicon import Lexicon

_NO = "ノ"
_LINKS = frozenset(_NO + "ヶツ之")
_PARTICLES = frozenset("ハヲニ")  # of texts that write all particles in katakana, such as old statutes: 人ノ物ヲ
_LAKE = "湖"  # remains a word of its own: 芦ノ湖 is *Lake Ashi*
_LONGEST = 2  # morphemes on either side
_NOUN = "名詞-普通名詞-一般"


def with_linked_names(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> list[Morpheme]:
    """Return the morphemes, with each listed name or word joined that has ノ, ヶ, ツ or 之 between kanji.

    Unlisted single kanji with ノ between them are a place as well (茂ノ木), because modern texts write the particle の.

    >>> from termalign.japanese.tagger import morphemes
    >>> for text in ("湯ノ沢小学校", "茂ノ木地区", "国ノ安全", "人ノ物ヲ盗ム"):
    ...     print([m.surface for m in with_linked_names(morphemes(text), Lexicon.default())][:3])
    ['湯ノ沢', '小', '学校']
    ['茂ノ木', '地区']
    ['国', 'ノ', '安全']
    ['人', 'ノ', '物']
    """
    found = list(morphemes)
    links = [k for k, m in enumerate(found) if m.surface in _LINKS]
    particles = bool(links) and any(m.surface in _PARTICLES for m in found)
    for k in reversed(links):
        places = _around(k, found)
        named = next((((a, b), name) for a, b in places if (name := _listed(found[a:b], lexicon))), None)
        if named is None and places and not particles and (name := _unlisted(found[k - 1 : k + 2])):
            named = (k - 1, k + 2), name
        if named is not None:
            (a, b), name = named
            found[a:b] = [name]
    return found


def _around(k: int, morphemes: Sequence[Morpheme]) -> list[tuple[int, int]]:
    """Return the ranges of kanji morphemes around a link, the shortest first: of 湯ノ沢町, 湯ノ沢."""
    ranges = [(a, b) for a in range(k - _LONGEST, k) for b in range(k + 2, k + _LONGEST + 2)]
    ranges.sort(key=lambda place: place[1] - place[0])
    return [(a, b) for a, b in ranges if a >= 0 and b <= len(morphemes) and _is_linked(morphemes[a:b])]


def _is_linked(pieces: Sequence[Morpheme]) -> bool:
    if pieces[-1].surface == _LAKE:
        return False
    written = all(m.surface in _LINKS or all(map(is_kanji, m.surface)) for m in pieces)
    return written and all(starmap(adjacent, pairwise(pieces)))


def _listed(pieces: Sequence[Morpheme], lexicon: Lexicon) -> Morpheme | None:
    """Return the name or word that a dictionary lists for these morphemes."""
    surface = surface_of(pieces)
    if lexicon.words(surface):
        return joined(pieces, _NOUN, read(pieces))
    names = lexicon.names(surface)
    return joined(pieces, PLACE, names[0].reading, PROPER) if names else None


def _unlisted(pieces: Sequence[Morpheme]) -> Morpheme | None:
    if pieces[1].surface == _NO and all(len(m.surface) == 1 and m.reading for m in pieces):
        return joined(pieces, PLACE, read(pieces), PROPER)
    return None
