"""Towns and villages, whose 町 and 村 have official readings: Karuizawa-machi, Kamikawa-chō, Onna-son.

``towns.tsv`` has the towns by prefecture. Only the prefecture tells apart towns of one name: 池田町 is Ikeda-machi in 長野県 and
Ikeda-chō elsewhere. Parts of cities also end in 町 (松本市松川町). They follow their city, so that a town is only what follows a
prefecture, a county or no noun at all.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, starmap
from typing import Final, NamedTuple

from termalign.japanese.addresses import ADDRESSED, AREA
from termalign.japanese.morpheme import PLACE, PROPER, Morpheme, adjacent, read, surface_of, uninflected
from termalign.lexicon.lexicon import Lexicon
from termalign.tables import read_table

_GENERICS: Final = {"マチ": "町", "チョウ": "町", "ソン": "村"}
_AROUND: Final = frozenset("都道府県郡")
_LONGEST: Final = 4  # morphemes of a name
_BEFORE: Final = 5  # morphemes before a name that may say its prefecture
_NOMINAL: Final = ("名詞", "接頭辞", "接尾辞")


class _Town(NamedTuple):
    prefecture: str
    reading: str
    """Of its generic noun."""
    kana: str
    """Of its name, or nothing if the dictionary of names has it."""


def read_towns(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> Iterator[Morpheme]:
    """Yield the morphemes, with each listed town or village as a name and its generic noun, in their official readings.

    Examples
    --------
    >>> from termalign.japanese.tagger import tokenize
    >>> for text in ("軽井沢町", "長野県池田町", "北海道池田町", "松川町", "松本市松川町"):
    ...     print([m.reading for m in read_towns(tokenize(text), Lexicon.default())][-2:])
    ['カルイザワ', 'マチ']
    ['イケダ', 'マチ']
    ['イケダ', 'チョウ']
    ['マツカワ', 'マチ']
    ['シ', 'マツカワチョウ']
    """
    out: list[Morpheme] = []
    for m in morphemes:
        if m.surface[-1:] in _GENERICS.values():
            *head, generic = _parted(m)
            named = _named([*out[-_LONGEST - _BEFORE :], *head], generic, lexicon)
            if named is not None:
                size, *parts = named
                del out[len(out) + len(head) - size :]
                out += parts
                continue
        out.append(m)
    yield from out


def _parted(m: Morpheme) -> Sequence[Morpheme]:
    """Return a place in one morpheme as its name and its generic noun: 松川町."""
    if len(m.surface) == 1 or not m.pos.startswith(PLACE):
        return (m,)
    generic = m.surface[-1]
    kana = next((own for own, end in _GENERICS.items() if end == generic and m.reading.endswith(own)), "")
    name = uninflected(m.surface[:-1], m.start, m.pos, m.reading.removesuffix(kana), m.origin)
    return name, uninflected(generic, name.end, m.pos, kana)


def _named(before: Sequence[Morpheme], generic: Morpheme, lexicon: Lexicon) -> tuple[int, Morpheme, Morpheme] | None:
    """Return the number of morphemes of the name before a generic noun, with both read as a town."""
    if not before or not adjacent(before[-1], generic) or len(generic.surface) > 1:
        return None
    for size in range(min(_LONGEST, len(before)), 0, -1):
        pieces = before[-size:]
        town = _town(surface_of(pieces), generic.surface, before[:-size])
        if town and all(starmap(adjacent, pairwise(pieces))) and _begins_town(before[:-size], pieces[0]):
            kana = town.kana or _listed(pieces, generic.surface, town.reading, lexicon)
            name = uninflected(surface_of(pieces), pieces[0].start, ADDRESSED, kana, PROPER)
            return size, name, uninflected(generic.surface, generic.start, AREA, town.reading)
    return None


def _town(name: str, generic: str, before: Sequence[Morpheme]) -> _Town | None:
    """Return the town that the prefecture before a name decides, or the name alone if it has several characters."""
    towns = _towns().get((name, generic), ())
    around = surface_of(before[-_BEFORE:])
    here = [town for town in towns if town.prefecture in around]
    if here or len(name) == 1:
        return next(iter(here), None)
    return towns[0] if len({town[1:] for town in towns}) == 1 else None


def _begins_town(before: Sequence[Morpheme], first: Morpheme) -> bool:
    """Return whether no noun precedes a name but a prefecture or a county."""
    if not before or not adjacent(before[-1], first):
        return True
    return before[-1].surface[-1] in _AROUND or not before[-1].pos.startswith(_NOMINAL)


def _listed(pieces: Sequence[Morpheme], generic: str, reading: str, lexicon: Lexicon) -> str:
    """Return the reading of a name that the dictionary lists with its generic noun, if possible UniDic's."""
    spoken = read(pieces)
    names = [name.reading for name in lexicon.names(surface_of(pieces) + generic) if "place" in name.kinds]
    listed = [kana.removesuffix(reading) for kana in names if kana.endswith(reading)]
    return spoken if spoken in listed or not listed else listed[0]


@cache
def _towns() -> Mapping[tuple[str, str], Sequence[_Town]]:
    """Return the towns by their name and generic noun."""
    found: defaultdict[tuple[str, str], list[_Town]] = defaultdict(list)
    for prefecture, reading, names in read_table(__package__, "towns.tsv", header=True):
        for each in names.split(" "):
            name, _, kana = each.partition(":")
            found[name, _GENERICS[reading]].append(_Town(prefecture, reading, kana))
    return found
