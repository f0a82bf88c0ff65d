"""All possible readings of a term, the likeliest first, with the borders that romanisation needs."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from termalign.japanese.furigana import divide
from termalign.japanese.morpheme import Morpheme, surface_of
from termalign.japanese.paths import LEAST, Key, Piece, Segments, first_kana, paths
from termalign.japanese.piece_readings import Source
from termalign.kana import ANY, all_kana, has_kanji, kana_consonants, kana_openings, morae, to_katakana
from termalign.kana.sound import same_sound
from termalign.lexicon.lexicon import Lexicon
from termalign.once import cached_in_lexicon

_MAX_READINGS = 16
_LONGEST = 64  # morphemes: anything longer is a text, and its readings would take memory quadratic in its length


class Reading(NamedTuple):
    """One reading of a term.

    Attributes
    ----------
    kana : str
        Katakana, with particles as they are pronounced. Latin letters and digits are kept; marks are left out.
    borders : tuple of int
        Code points of `kana` at which a morpheme begins, or a kanji whose vowel might otherwise run into the one before it.
    source : {'unidic', 'jmdict', 'jmnedict', 'kanjidic', 'kakasi', 'ruby'}
        The source of the least certain piece; 'ruby' means that the term itself gives the reading in brackets.
    weight : float
        How usual the reading is, in (0, 1]; the term's likeliest reading has 1.
    segments : tuple of (str, str)
        The surface and the katakana of each piece, in order, as far as the reading can be divided.
    """

    kana: str
    borders: tuple[int, ...]
    source: Source
    weight: float
    segments: tuple[tuple[str, str], ...]


def readings(morphemes: Sequence[Morpheme], lexicon: Lexicon, *, kakasi: bool = False) -> tuple[Reading, ...]:
    """Return the readings of a term.

    Parameters
    ----------
    morphemes : sequence of Morpheme
        The term as UniDic splits it.
    lexicon : Lexicon
        Its JMdict, JMnedict and KANJIDIC2 are used.
    kakasi : bool
        Whether to ask pykakasi too, if it is installed and there are fewer than three readings. Its first use takes half a
        second.

    Returns
    -------
    tuple of Reading
        Distinct in `kana`, the likeliest first, at most sixteen; empty if nothing in the term can be read.

    Examples
    --------
    >>> from termalign.japanese.tagger import tokenize
    >>> lexicon = Lexicon.default()
    >>> [reading.kana for reading in readings(tokenize("警察庁"), lexicon)][:1]
    ['ケイサツチョウ']
    >>> [reading.kana for reading in readings(tokenize("大谷"), lexicon)][:2]
    ['オオタニ', 'オオヤ']
    """
    spoken, ruby = _split_off_ruby(morphemes)
    key = _key(spoken)
    found = _readings(key, lexicon)
    if ruby:
        return _with(ruby, "ruby", key, found, lexicon)
    if kakasi and len(found) < 3:
        return _with_kakasi(key, found, lexicon)
    return found


def spoken(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the kana of `readings`, without their borders, which cost more to find.

    >>> from termalign.japanese.tagger import tokenize
    >>> spoken(tokenize("大谷"), Lexicon.default())[:2]
    ('オオタニ', 'オオヤ')
    """
    words, ruby = _split_off_ruby(morphemes)
    if ruby:
        return tuple([reading.kana for reading in readings(morphemes, lexicon)])
    return tuple(dict.fromkeys([way.kana for way in _ways(_key(words), lexicon)]))


def readings_like(morphemes: Sequence[Morpheme], lexicon: Lexicon, consonants: Collection[str]) -> Iterator[Reading]:
    """Yield those `readings` whose consonants (`kana_consonants`) are among `consonants`, in the same order.

    >>> from termalign.japanese.tagger import tokenize
    >>> [reading.kana for reading in readings_like(tokenize("羽田"), Lexicon.default(), {"nz", "kt"})]
    ['ハネダ', 'ハンダ']
    """
    spoken, ruby = _split_off_ruby(morphemes)
    if ruby:
        yield from (r for r in readings(morphemes, lexicon) if may_sound(r.kana, consonants))
        return
    key = _key(spoken)
    for k, way in enumerate(_ways(key, lexicon)):
        if may_sound(way.kana, consonants):
            yield _bordered(key, k, lexicon)


def may_sound(kana: str, consonants: Collection[str]) -> bool:
    """Return whether `kana` may have one of these consonant keys; True if `kana` has no key."""
    own = kana_consonants(kana)
    return own is None or own in consonants


def openings(morphemes: Sequence[Morpheme], lexicon: Lexicon) -> frozenset[str]:
    """Return the possible beginnings of the romaji of `readings`, from the first piece alone.

    The set contains every true opening, and may contain others.

    >>> from termalign.japanese.tagger import tokenize
    >>> sorted(openings(tokenize("警察庁"), Lexicon.default()))
    ['ke']
    """
    spoken, ruby = _split_off_ruby(morphemes)
    if ruby:
        return frozenset({ANY})
    key = _key(spoken)
    return kana_openings(*first_kana(key, lexicon)) if key else frozenset()


def _key(spoken: Sequence[Morpheme]) -> Key:
    return tuple([Piece(m.surface, m.reading, m.pos, m.origin) for m in spoken if not is_silent(m)])


def _split_off_ruby(morphemes: Sequence[Morpheme]) -> tuple[Sequence[Morpheme], str]:
    """Return a term without the reading that it gives in brackets, 久仁(ひさひと), and that reading in katakana."""
    if len(morphemes) < 4 or morphemes[-1].surface != ")":  # the term, two brackets, the reading
        return morphemes, ""
    opened = next((i for i, m in enumerate(morphemes) if m.surface == "("), 0)
    inside = surface_of(morphemes[opened + 1 : -1])
    if opened and all_kana(inside) and has_kanji(surface_of(morphemes[:opened])):
        return morphemes[:opened], to_katakana(inside)
    return morphemes, ""


def is_silent(morpheme: Morpheme) -> bool:
    """Return whether a morpheme is a mark.

    UniDic's part of speech cannot decide this: it also tags a split-off ー and rare kanji as marks.
    """
    return not any(map(str.isalnum, morpheme.surface))


class _Way(NamedTuple):
    """A reading without its borders, which cost more to find than the reading."""

    kana: str
    weight: float
    segments: Segments
    source: Source


@cached_in_lexicon(4096)
def _ways(key: Key, lexicon: Lexicon) -> tuple[_Way, ...]:
    """Return the readings that are likely enough, the likeliest first."""
    if not key:
        return ()
    if len(key) > _LONGEST:
        return (_as_analysed(key),)
    found = sorted(paths(key, lexicon).items(), key=lambda item: -item[1][0])[:_MAX_READINGS]
    best = found[0][1][0] if found else 1.0
    whole = surface_of(key)
    least = best * (0.4 if _is_common(whole, lexicon) else LEAST)  # a common word has fewer readings
    return tuple(
        [_Way(kana, weight / best, segments, source) for kana, (weight, segments, source) in found if weight >= least]
    )


def _as_analysed(key: Key) -> _Way:
    """Return the single reading of a key too long for a term: UniDic's reading of each morpheme."""
    segments = tuple([(piece.surface, piece.reading or to_katakana(piece.surface)) for piece in key])
    return _Way("".join([kana for _, kana in segments]), 1.0, segments, "unidic")


def _readings(key: Key, lexicon: Lexicon) -> tuple[Reading, ...]:
    return tuple([_bordered(key, k, lexicon) for k in range(len(_ways(key, lexicon)))])


def _bordered(key: Key, k: int, lexicon: Lexicon) -> Reading:
    way = _ways(key, lexicon)[k]
    return _reading(way.weight, way.segments, way.source, key, lexicon)


def _is_common(surface: str, lexicon: Lexicon) -> bool:
    """Return whether the term is a common word, so that readings of its characters in other words are irrelevant."""
    return len(surface) > 1 and any(word.common and word.usual for word in lexicon.words(surface))


def _reading(weight: float, segments: Segments, source: Source, key: Key, lexicon: Lexicon) -> Reading:
    """Return the reading with its segments divided at morphemes, and with its borders."""
    parts: list[tuple[str, str]] = []
    borders: list[int] = []
    divided: Segments
    at = morpheme = 0
    for segment in segments:
        surface, kana = segment
        if surface == key[morpheme].surface:
            divided, morpheme = (segment,), morpheme + 1
        else:
            divided, morpheme = _at_morphemes(surface, kana, key, morpheme, lexicon)
        for part in divided:
            parts.append(part)
            if at:
                borders.append(at)
            if len(part[0]) > 1:
                borders += [at + border for border in kanji_borders(*part, lexicon)]
            at += len(part[1])
    if len(parts) > len(segments):
        segments = tuple(parts)
    return Reading("".join([kana for _, kana in segments]), tuple(borders), source, weight, segments)


def _at_morphemes(surface: str, kana: str, key: Key, first: int, lexicon: Lexicon) -> tuple[Segments, int]:
    """Return a piece divided at its morphemes, if its kana can be divided, and the position of the next morpheme."""
    last, length = first, 0
    while length < len(surface):
        length += len(key[last].surface)
        last += 1
    characters = divide(surface, kana, lexicon)
    if characters is None:
        return ((surface, kana),), last
    parts, at = [], 0
    for piece in key[first:last]:
        size = len(piece.surface)
        parts.append((piece.surface, "".join(characters[at : at + size])))
        at += size
    return tuple(parts), last


@cached_in_lexicon(4096)
def kanji_borders(surface: str, kana: str, lexicon: Lexicon) -> tuple[int, ...]:
    """Return the code points of `kana` at which a character of `surface` begins, if they affect romanisation.

    They do not if `surface` is one kanji, or if no vowel of `kana` could be read as lengthening the vowel before it.

    >>> lexicon = Lexicon.default()
    >>> kanji_borders("井上", "イノウエ", lexicon), kanji_borders("山田", "ヤマダ", lexicon)
    ((2,), ())
    >>> kanji_borders("室生", "ムロウ", lexicon)
    ()
    """
    if len(surface) == 1 or not has_kanji(surface) or not any(mora.length not in ("", "ー") for mora in morae(kana)):
        return ()
    characters = divide(surface, kana, lexicon)
    if characters is None:
        return ()
    borders, at = [], 0
    for (part, following), sign in zip(pairwise(characters), surface[1:], strict=False):
        at += len(part)
        if (sign, following) not in _LENGTHENING or kana[at - 1] not in _BEFORE_LENGTHENING:
            borders.append(at)
    return tuple(borders)


def _with(kana: str, source: Source, key: Key, found: tuple[Reading, ...], lexicon: Lexicon) -> tuple[Reading, ...]:
    """Return the readings with one more in first place."""
    surface = surface_of(key)
    first = Reading(kana, kanji_borders(surface, kana, lexicon), source, 1.0, ((surface, kana),))
    return (first, *(reading for reading in found if reading.kana != kana))[:_MAX_READINGS]


_LENGTHENING = frozenset({("府", "ウ"), ("生", "ウ")})
"""Kanji of names that only lengthen the vowel before them: 室生 Muro, 国府津 Kozu; but 宇 begins a word in 後宇多."""
_BEFORE_LENGTHENING = frozenset("オコソトノホモヨロゴゾドボポョ")


def _with_kakasi(key: Key, found: tuple[Reading, ...], lexicon: Lexicon) -> tuple[Reading, ...]:
    from termalign.japanese.kakasi import kakasi_reading

    surface = surface_of(key)
    kana = same_sound(kakasi_reading(surface))
    if not kana or any(kana == reading.kana for reading in found):
        return found
    weight = 0.3 if found else 1.0
    extra = Reading(kana, kanji_borders(surface, kana, lexicon), "kakasi", weight, ((surface, kana),))
    return (*found, extra)
