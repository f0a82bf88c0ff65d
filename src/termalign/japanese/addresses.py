"""Places in an address, which follow each other without a mark: 京都市|中京区|烏丸通|御池|上る, 横浜市|中区."""

from collections.abc import Iterator, Sequence
from typing import Final

from termalign.japanese.morpheme import NAME, PLACE, PROPER, Morpheme, adjacent, uninflected
from termalign.japanese.name_words import generics
from termalign.kana import is_kanji
from termalign.lexicon.lexicon import Lexicon

_AREAS: Final = frozenset("都道府県市郡区町村通")
_PARTED: Final = _AREAS | {"寺"}
_LONGEST: Final = 6  # characters of a place
ADDRESSED: Final = PLACE + "-住所"
"""The part of speech, none of UniDic's, of a place whose reading in an address is settled."""
AREA: Final = "名詞-普通名詞-住所"
"""The same for its generic noun."""
#: The directions in addresses of Kyoto, and how they are read there.
_TURNS: Final = {
    "上る": "アガル",
    "下る": "サガル",
    "東入": "ヒガシイル",
    "西入": "ニシイル",
    "東入る": "ヒガシイル",
    "西入る": "ニシイル",
}


def read_addresses(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[Morpheme]:
    """Yield the morphemes, with each place of an address that the dictionary of names lists as a name with its generic noun.

    A place counts only after another place with its generic noun (市, 区, 通), and only if it is no word besides.

    Examples
    --------
    >>> from termalign.japanese.tagger import tokenize
    >>> found = read_addresses(tokenize("横浜市中区"), Lexicon.default())
    >>> [(m.surface, m.reading) for m in found]
    [('横浜', 'ヨコハマ'), ('市', 'シ'), ('中', 'ナカ'), ('区', 'ク')]
    """
    out: list[Morpheme] = []
    k = 0
    while k < len(morphemes):
        end, named = _after(out, morphemes, k, lexicon) if out and adjacent(out[-1], morphemes[k]) else (0, [])
        if named and named[0].surface in _AREAS:
            out[-1] = _settled(out[-1], named[0], lexicon)
        out += named or [morphemes[k]]
        k = end or k + 1
    yield from out


def _after(
    out: Sequence[Morpheme], morphemes: Sequence[Morpheme], k: int, lexicon: Lexicon
) -> tuple[int, list[Morpheme]]:
    """Return what follows the morphemes of an address, and its end: a generic noun and a place, a place, or a direction."""
    last = out[-1]
    is_area = last.surface in _TURNS or (len(out) > 1 and last.surface in _AREAS and out[-2].pos.startswith(PLACE))
    if is_area or last.pos.startswith(NAME):
        end, turn = _turn(morphemes, k)
        if turn:
            return end, turn
    if last.pos.startswith(PLACE) and morphemes[k].surface[0] in _AREAS:
        end, place = _place(morphemes, k, 1, lexicon)
        area = morphemes[k].surface[0]
        return end, [uninflected(area, morphemes[k].start, AREA, generics()[area][0]), *place] if place else []
    is_known = morphemes[k].pos.startswith(PLACE)  # UniDic parts it well
    return _place(morphemes, k, 0, lexicon) if is_area and not is_known else (0, [])


def _settled(place: Morpheme, area: Morpheme, lexicon: Lexicon) -> Morpheme:
    """Return a place with the reading that is listed with its generic noun, if possible UniDic's: 中京 is Nakagyō before 区."""
    surface = place.surface + area.surface
    readings = [name.reading for name in lexicon.names(surface) if "place" in name.kinds]
    kana = next((kana for kana in readings if kana.startswith(place.reading)), next(iter(readings), ""))
    return _parted(surface, place.start, kana)[0] if kana and len(_parted(surface, place.start, kana)) > 1 else place


def _place(morphemes: Sequence[Morpheme], k: int, skipped: int, lexicon: Lexicon) -> tuple[int, list[Morpheme]]:
    """Return the place at morpheme `k`, of which some characters are skipped, and its end.

    It is the first one with a generic noun, or else the longest.
    """
    found: tuple[int, list[Morpheme]] = 0, []
    surface, spoken = "", ""
    for end, m in enumerate(morphemes[k : k + _LONGEST], start=k):
        if not all(map(is_kanji, m.surface)) or (end > k and not adjacent(morphemes[end - 1], m)):
            break
        surface, spoken = surface + m.surface[skipped * (end == k) :], spoken + m.reading * (end > k or not skipped)
        if not _AREAS.isdisjoint(surface[1:-1]):
            break  # two places
        kana = _listed(surface, spoken, lexicon) if 1 < len(surface) <= _LONGEST and m.surface != surface else ""
        if len(m.surface) > 1 and m.surface in generics():
            break  # 江田船山古墳
        if kana:
            found = end + 1, _parted(surface, morphemes[k].start + skipped, kana)
        if len(surface) > 1 and surface[-1] in _AREAS:
            break
    return found


def _listed(surface: str, spoken: str, lexicon: Lexicon) -> str:
    """Return the reading of a place that is no word besides, or ``""``.

    That of UniDic comes first, then one with the usual reading of its generic noun.
    """
    if lexicon.words(surface):
        return ""
    readings = [name.reading for name in lexicon.names(surface) if "place" in name.kinds]
    usual = [kana for end in generics().get(surface[-1], ()) for kana in readings if kana.endswith(end)]
    return spoken if spoken in readings else next(iter([*usual, *readings]), "")


def _parted(surface: str, start: int, kana: str) -> list[Morpheme]:
    """Return a place as a name and its generic noun."""
    generic = next((end for end in generics().get(surface[-1], ()) if kana.endswith(end) and kana != end), "")
    if surface[-1] not in _PARTED or not generic:
        return [uninflected(surface, start, ADDRESSED, kana, PROPER)]
    name = uninflected(surface[:-1], start, ADDRESSED, kana.removesuffix(generic), PROPER)
    return [name, uninflected(surface[-1], name.end, AREA, generic)]


def _turn(morphemes: Sequence[Morpheme], k: int) -> tuple[int, list[Morpheme]]:
    """Return a direction at morpheme `k`, and its end."""
    for end in (k + 2, k + 1):
        pieces = morphemes[k:end]
        surface = "".join(m.surface for m in pieces)
        if len(pieces) == end - k and surface in _TURNS:
            return end, [uninflected(surface, pieces[0].start, AREA, _TURNS[surface])]
    return 0, []
