"""The likeliest ways to read a term, piece by piece.

A piece is a morpheme, a run of morphemes that a dictionary lists as one word or name, or a run that may be a given name. A
beam search keeps the best partial readings at each morpheme border (Jurafsky and Martin, Speech and Language Processing, on
beam search). The partial readings that reach the end of the term are its readings.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from termalign.japanese.morpheme import surface_of
from termalign.japanese.name_words import clans, generics, titles
from termalign.japanese.piece_readings import PRONOUNCED, Option, Place, Source, by_kanji, given_names, listed, options
from termalign.kana import has_kanji, is_kanji, to_katakana
from termalign.lexicon.lexicon import Lexicon

_BEAM = 24
_MAX_JOINED = 3  # morphemes that are looked up as one; the whole term may be longer
LEAST = 0.04  # of the likeliest partial reading's weight: readings below it are dropped
_SPLIT = 0.5  # factor for each border between pieces: a listed whole is more reliable than its parts
_ALONE = 0.8  # factor for a given name on its own, which may as well be a family name or a place
_PERSON = "人名"


class Piece(NamedTuple):
    """The parts of a morpheme that its reading depends on."""

    surface: str
    reading: str
    pos: str
    origin: str


Key = tuple[Piece, ...]
Segments = tuple[tuple[str, str], ...]


# The weight so far, the pieces' surfaces and katakana, and the source of the least certain piece.
Path = tuple[float, Segments, Source]


def paths(key: Key, lexicon: Lexicon) -> dict[str, Path]:
    """Return the possible kana of the whole term, each with its likeliest path."""
    size = len(key)
    beams: list[dict[str, Path]] = [{} for _ in range(size + 1)]
    beams[0][""] = (1.0, (), "unidic")
    best = [1.0] + [0.0] * size
    for start in range(size):
        if not beams[start]:
            continue
        least = LEAST * best[start]
        here = [item for item in beams[start].items() if item[1][0] > least]
        if len(here) > _BEAM:
            here = sorted(here, key=lambda item: -item[1][0])[:_BEAM]
        for end, surface, choices in _edges(key, start, lexicon):
            there = beams[end]
            split = 1.0 if start == 0 else _SPLIT
            for kana, (weight, segments, source) in here:
                so_far = weight * split
                for more, factor, origin in choices:
                    total = so_far * factor
                    if total < best[end] * LEAST:
                        break  # choices come best first
                    whole = kana + more
                    if whole not in there or there[whole][0] < total:
                        named = origin if factor < 1.0 or not segments else source
                        there[whole] = (total, (*segments, (surface, more)), named)
                        if total > best[end]:
                            best[end] = total
    return beams[size]


def first_kana(key: Key, lexicon: Lexicon) -> Iterator[str]:
    """Yield the kana of every piece that a reading may begin with."""
    return (option.kana for _, _, choices in _edges(key, 0, lexicon) for option in choices)


def _edges(key: Key, start: int, lexicon: Lexicon) -> Iterator[tuple[int, str, tuple[Option, ...]]]:
    """Yield the pieces that begin at a morpheme: the morpheme, and listed or likely runs of it and its followers."""
    size = len(key)
    surface, reading, pos, origin = key[start]
    place = _place(key, start)
    choices = options(surface, reading, pos, origin, place, lexicon)
    # in terms of five morphemes or more, each has only its two best readings
    yield start + 1, surface, choices if size < 5 else choices[:2]
    ends = [*range(start + 2, min(size, start + _MAX_JOINED) + 1)]
    if start == 0 and size > _MAX_JOINED:
        ends.append(size)
    for end in ends:
        surface = surface_of(key[start:end])
        whole = start == 0 and end == size
        if not whole and (len(surface) > 8 or place == "clan"):
            continue
        if has_kanji(surface):
            known = _table(surface)
            if not known and (as_one := listed(surface, lexicon)):
                known = _pronounced(key[start:end], as_one)
            if len(surface) == end - start and all(map(is_kanji, surface)):
                # If UniDic makes each kanji a word, it likely does not know the name: 本満寺 Honmanji.
                known = _merged(known, by_kanji(surface, lexicon))
            if known:
                yield end, surface, known
    yield from _given(key, start, lexicon)


def _place(key: Key, at: int) -> Place:
    if len(key) == 1:
        return "only"
    if at == 0:
        return "clan" if key[0].surface in clans() and key[1].surface not in generics() else "first"
    return "last" if at == len(key) - 1 else "inner"


def _merged(*choices: tuple[Option, ...]) -> tuple[Option, ...]:
    return tuple(sorted((option for some in choices for option in some), key=lambda option: -option.weight))


def _pronounced(within: Key, choices: tuple[Option, ...]) -> tuple[Option, ...]:
    """Return dictionary readings with the particles in them as they are pronounced: 吾輩は猫である *wa*."""
    if not any(piece.pos.startswith("助詞") and to_katakana(piece.surface) in PRONOUNCED for piece in within):
        return choices
    spelled = re.compile(
        "".join(
            f"({to_katakana(piece.surface)})"
            if to_katakana(piece.surface) in PRONOUNCED and piece.pos.startswith("助詞")
            else ".+"
            for piece in within
        )
    )
    return tuple([Option(_spoken(spelled, kana), weight, source) for kana, weight, source in choices])


def _spoken(spelled: re.Pattern[str], kana: str) -> str:
    found = spelled.fullmatch(kana)
    if found is None:
        return kana
    characters = list(kana)
    for group in range(1, spelled.groups + 1):
        at = found.start(group)
        characters[at] = PRONOUNCED[kana[at]]
    return "".join(characters)


@lru_cache(4096)
def _table(surface: str) -> tuple[Option, ...]:
    """Return the readings of a generic noun that is written with several morphemes."""
    return tuple([Option(kana, 1.0, "kanjidic") for kana in generics().get(surface, ())])


def _given(key: Key, start: int, lexicon: Lexicon) -> Iterator[tuple[int, str, tuple[Option, ...]]]:
    """Yield the pieces that begin at a morpheme and stand where a given name can."""
    after_family = start > 0 and _is_family(key[start - 1], lexicon)
    surface = ""
    for end in range(start + 1, len(key) + 1):
        last = key[end - 1]
        surface += last.surface
        # a given name has at most three characters
        if len(surface) > 3 or not all(map(is_kanji, surface)) or surface in titles():
            return
        if len(last.surface) > 1 and lexicon.words(last.surface) and not lexicon.names(last.surface):
            return  # a word that is no name: 出身 in 尾張国出身
        if end > start + 1 and last.pos.startswith("接尾辞") and (last.surface in generics() or end == len(key)):
            return
        alone = start == 0 and end == len(key) and _may_be_given(key)
        if after_family or alone or (end < len(key) and key[end].surface in titles()):
            yield end, surface, _weighted(given_names(surface, lexicon), _ALONE if alone else 1.0)


def _weighted(choices: tuple[Option, ...], factor: float) -> tuple[Option, ...]:
    if factor == 1.0:
        return choices
    return tuple([Option(kana, weight * factor, source) for kana, weight, source in choices])


def _may_be_given(key: Key) -> bool:
    """Return whether a whole term may be a given name: UniDic tags it as a person or splits it into characters."""
    if len(key) == 1:
        return _PERSON in key[0].pos
    return all(len(piece.surface) == 1 for piece in key) and not key[-1].pos.startswith("接尾辞")


def _is_family(piece: Piece, lexicon: Lexicon) -> bool:
    if _PERSON in piece.pos:
        return True
    known = any("surname" in name.kinds for name in lexicon.names(piece.surface))
    return known and not any(word.common and word.usual for word in lexicon.words(piece.surface))
