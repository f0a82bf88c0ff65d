"""All the ways in which a term may be read, the likeliest first.

A reading is put together from pieces: single morphemes, and runs of them that a dictionary lists as one word
or name. A beam keeps the best partial readings at each morpheme border (Jurafsky and Martin, Speech and
Language Processing, on beam search); a term's readings are those that reach its end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from termalign.japanese.furigana import divide
from termalign.japanese.generics import clans, generics, titles
from termalign.japanese.morpheme import Morpheme
from termalign.japanese.pieces import Option, Place, Source, by_kanji, given_names, listed, options
from termalign.kana import all_kana, has_kanji, is_kanji, morae, to_katakana
from termalign.kana.sound import same_sound
from termalign.lexicon import Lexicon

_MAX_READINGS = 16
_BEAM = 24
_LONG_TERM = 5  # morphemes: from here on each piece brings its two best readings only
_OPTIONS_OF_LONG = 2
_MAX_JOINED = 3  # morphemes that are looked up as one, besides the whole term
_MAX_JOINED_CHARS = 8
_LEAST_WITH_RUBY = 4  # morphemes: the term, two brackets, the reading
_LEAST = 0.04  # of the likeliest: partial readings less likely than that are dropped
_LEAST_OF_COMMON = 0.4  # the same for the readings of a common word
_SPLIT = 0.5  # for each border between pieces: what a dictionary lists as one is the better known
_MAX_GIVEN = 3  # characters of a given name
_COMMON_NOUN = 0.4  # what UniDic takes for a common noun seldom is a given name: 三菱工業
_ALONE = 0.8  # without a family name before it, a family name or a place is as likely
_PERSON = "人名"
_SILENT = ("補助記号", "空白")


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a term.

    Attributes
    ----------
    kana : str
        Katakana, particles as they are pronounced; Latin letters and digits as in the term, marks left out.
    borders : tuple of int
        Code points of `kana` where a morpheme begins, or a kanji whose vowel might run into the one before
        it.
    source : {'unidic', 'jmdict', 'jmnedict', 'kanjidic', 'kakasi', 'ruby'}
        Where its least certain piece comes from; 'ruby': the term itself gives it in brackets.
    weight : float
        In (0, 1]: how usual it is beside the term's likeliest reading, which has 1.
    segments : tuple of (str, str)
        Surface and katakana of each piece, in order, where the reading can be divided.
    """

    kana: str
    borders: tuple[int, ...]
    source: Source
    weight: float
    segments: tuple[tuple[str, str], ...]


_Key = tuple[tuple[str, str, str, str], ...]  # surface, reading, part of speech, origin of each morpheme


def readings(morphemes: Sequence[Morpheme], lexicon: Lexicon, *, kakasi: bool = False) -> tuple[Reading, ...]:
    """The readings of a term.

    Parameters
    ----------
    morphemes : sequence of Morpheme
        The term as UniDic cuts it.
    lexicon : Lexicon
        Whose JMdict, JMnedict and KANJIDIC2 are asked.
    kakasi : bool
        Also ask pykakasi, if it is installed, where the others offer fewer than three readings. It takes half
        a second the first time.

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
    key = tuple([(m.surface, m.reading, m.pos, m.origin) for m in spoken if not _is_silent(m)])
    found = _readings(key, lexicon)
    if ruby:
        return _with(ruby, "ruby", key, found, lexicon)
    if kakasi and len(found) < _FEW:
        return _with_kakasi(key, found, lexicon)
    return found


def _split_off_ruby(morphemes: Sequence[Morpheme]) -> tuple[Sequence[Morpheme], str]:
    """A term that brings its reading in brackets, 久仁(ひさひと), and that reading in katakana."""
    if len(morphemes) < _LEAST_WITH_RUBY or morphemes[-1].surface != ")":
        return morphemes, ""
    opened = next((i for i, m in enumerate(morphemes) if m.surface == "("), 0)
    inside = "".join([m.surface for m in morphemes[opened + 1 : -1]])
    if opened and all_kana(inside) and has_kanji("".join([m.surface for m in morphemes[:opened]])):
        return morphemes[:opened], to_katakana(inside)
    return morphemes, ""


def _is_silent(morpheme: Morpheme) -> bool:
    """Whether it is a mark. UniDic says so too of a ー it cuts off a word, and of rare kanji."""
    return morpheme.pos.startswith(_SILENT) and not any(map(str.isalnum, morpheme.surface))


@lru_cache(maxsize=32768)
def _readings(key: _Key, lexicon: Lexicon) -> tuple[Reading, ...]:
    if not key:
        return ()
    paths = sorted(_paths(key, lexicon).values(), key=lambda path: -path[0])[:_MAX_READINGS]
    best = paths[0][0] if paths else 1.0
    whole = "".join([name for name, *_ in key])
    least = best * (_LEAST_OF_COMMON if _is_common(whole, lexicon) else _LEAST)
    return tuple(
        _reading(weight / best, segments, source, key, lexicon) for weight, segments, source in paths if weight >= least
    )


def _is_common(surface: str, lexicon: Lexicon) -> bool:
    """Whether the term is a common word, so that what its characters might be read as elsewhere is beside the point."""
    return len(surface) > 1 and any(word.common and word.usual for word in lexicon.words(surface))


_Segments = tuple[tuple[str, str], ...]
_Path = tuple[float, _Segments, Source]


def _paths(key: _Key, lexicon: Lexicon) -> dict[str, _Path]:
    """Kana of the whole term → the likeliest way to it."""
    size = len(key)
    beams: list[dict[str, _Path]] = [{} for _ in range(size + 1)]
    beams[0][""] = (1.0, (), "unidic")
    best = [1.0] + [0.0] * size
    for start in range(size):
        if not beams[start]:
            continue
        least = _LEAST * best[start]
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
                    if total < best[end] * _LEAST:
                        break  # choices come best first
                    whole = kana + more
                    if whole not in there or there[whole][0] < total:
                        named = origin if factor < 1.0 or not segments else source
                        there[whole] = (total, (*segments, (surface, more)), named)
                        if total > best[end]:
                            best[end] = total
    return beams[size]


def _edges(key: _Key, start: int, lexicon: Lexicon) -> Iterator[tuple[int, str, tuple[Option, ...]]]:
    """The pieces that begin at a morpheme: itself, and it with those after it, if listed."""
    size = len(key)
    surface, reading, pos, origin = key[start]
    place = _place(key, start)
    choices = options(surface, reading, pos, origin, place, lexicon)
    yield start + 1, surface, choices if size < _LONG_TERM else choices[:_OPTIONS_OF_LONG]
    for end in range(start + 2, size + 1):
        surface += key[end - 1][0]
        whole = start == 0 and end == size
        too_long = end - start > _MAX_JOINED or len(surface) > _MAX_JOINED_CHARS
        if not whole and (too_long or place == "clan"):
            continue
        if has_kanji(surface):
            known = _table(surface) or listed(surface, lexicon)
            if all(len(name) == 1 for name, *_ in key[start:end]):
                # Kanji that UniDic takes for a word each are likely a name it does not know: 本満寺 Honmanji.
                known = _merged(known, by_kanji(surface, lexicon))
            if known:
                yield end, surface, known
    yield from _given(key, start, lexicon)


def _place(key: _Key, at: int) -> Place:
    if len(key) == 1:
        return "only"
    if at == 0:
        return "clan" if key[0][0] in clans() and key[1][0] not in generics() else "first"
    return "last" if at == len(key) - 1 else "inner"


def _merged(*choices: tuple[Option, ...]) -> tuple[Option, ...]:
    return tuple(sorted((option for some in choices for option in some), key=lambda option: -option.weight))


@lru_cache(maxsize=4096)
def _table(surface: str) -> tuple[Option, ...]:
    """A generic of several morphemes."""
    return _merged(tuple(Option(kana, weight, "kanjidic") for kana, weight in generics().get(surface, ())))


def _given(key: _Key, start: int, lexicon: Lexicon) -> Iterator[tuple[int, str, tuple[Option, ...]]]:
    """The pieces that begin at a morpheme and stand where a given name does."""
    after_family = start > 0 and _is_family(key[start - 1], lexicon)
    surface = ""
    for end in range(start + 1, len(key) + 1):
        name, _, pos, _ = key[end - 1]
        surface += name
        if len(surface) > _MAX_GIVEN or not all(map(is_kanji, surface)) or surface in titles():
            return
        if end > start + 1 and pos.startswith("接尾辞") and (name in generics() or end == len(key)):
            return
        alone = start == 0 and end == len(key) and _may_be_given(key)
        if after_family or alone or (end < len(key) and key[end][0] in titles()):
            yield end, surface, _weighted(given_names(surface, lexicon), _doubt(key, start, end))


def _doubt(key: _Key, start: int, end: int) -> float:
    """How far the morphemes that stand where a given name does may be one."""
    common_noun = any("普通名詞" in pos and len(name) > 1 for name, _, pos, _ in key[start:end])
    if common_noun and not (start and key[start - 1][0] in clans()):
        return _COMMON_NOUN
    return _ALONE if start == 0 and end == len(key) else 1.0


def _weighted(choices: tuple[Option, ...], factor: float) -> tuple[Option, ...]:
    if factor == 1.0:
        return choices
    return tuple([Option(kana, weight * factor, source) for kana, weight, source in choices])


def _may_be_given(key: _Key) -> bool:
    """Whether a term by itself may be a given name: UniDic says so, or knows only its characters."""
    if len(key) == 1:
        return _PERSON in key[0][2]
    return all(len(surface) == 1 for surface, *_ in key) and not key[-1][2].startswith("接尾辞")


def _is_family(morpheme: tuple[str, str, str, str], lexicon: Lexicon) -> bool:
    surface, _, pos, _ = morpheme
    if _PERSON in pos:
        return True
    known = any("surname" in name.kinds for name in lexicon.names(surface))
    return known and not any(word.common and word.usual for word in lexicon.words(surface))


def _reading(weight: float, segments: _Segments, source: Source, key: _Key, lexicon: Lexicon) -> Reading:
    """The reading with its segments divided at morphemes and its borders."""
    parts: list[tuple[str, str]] = []
    borders: list[int] = []
    divided: _Segments
    at = morpheme = 0
    for surface, kana in segments:
        if surface == key[morpheme][0]:
            divided, morpheme = ((surface, kana),), morpheme + 1
        else:
            divided, morpheme = _at_morphemes(surface, kana, key, morpheme, lexicon)
        for part in divided:
            parts.append(part)
            if at:
                borders.append(at)
            if len(part[0]) > 1:
                borders += [at + border for border in kanji_borders(*part, lexicon)]
            at += len(part[1])
    return Reading("".join(kana for _, kana in parts), tuple(borders), source, weight, tuple(parts))


def _at_morphemes(surface: str, kana: str, key: _Key, first: int, lexicon: Lexicon) -> tuple[_Segments, int]:
    """A piece divided at the morphemes it spans, if its kana can be; and the morpheme after it."""
    last, length = first, 0
    while length < len(surface):
        length += len(key[last][0])
        last += 1
    characters = divide(surface, kana, lexicon)
    if characters is None:
        return ((surface, kana),), last
    parts, at = [], 0
    for name, *_ in key[first:last]:
        parts.append((name, "".join(characters[at : at + len(name)])))
        at += len(name)
    return tuple(parts), last


@lru_cache(maxsize=65536)
def kanji_borders(surface: str, kana: str, lexicon: Lexicon) -> tuple[int, ...]:
    """Code points of `kana` at which a character of `surface` begins, where that matters.

    It does not for a lone kanji, nor where no vowel of `kana` could be taken for the length of the one before
    it.

    Examples
    --------
    >>> lexicon = Lexicon.default()
    >>> kanji_borders("井上", "イノウエ", lexicon), kanji_borders("山田", "ヤマダ", lexicon)
    ((2,), ())
    """
    if len(surface) == 1 or not has_kanji(surface) or not any(mora.length not in ("", "ー") for mora in morae(kana)):
        return ()
    characters = divide(surface, kana, lexicon)
    if characters is None:
        return ()
    borders, at = [], 0
    for part in characters[:-1]:
        at += len(part)
        borders.append(at)
    return tuple(borders)


def _with(kana: str, source: Source, key: _Key, found: tuple[Reading, ...], lexicon: Lexicon) -> tuple[Reading, ...]:
    """The readings with one more at their head."""
    surface = "".join(name for name, *_ in key)
    first = Reading(kana, kanji_borders(surface, kana, lexicon), source, 1.0, ((surface, kana),))
    return (first, *(reading for reading in found if reading.kana != kana))[:_MAX_READINGS]


_FEW = 3
_KAKASI_WEIGHT = 0.3


def _with_kakasi(key: _Key, found: tuple[Reading, ...], lexicon: Lexicon) -> tuple[Reading, ...]:
    from termalign.japanese.kakasi import kakasi_reading

    surface = "".join(name for name, *_ in key)
    kana = same_sound(kakasi_reading(surface))
    if not kana or any(kana == reading.kana for reading in found):
        return found
    weight = _KAKASI_WEIGHT if found else 1.0
    extra = Reading(kana, kanji_borders(surface, kana, lexicon), "kakasi", weight, ((surface, kana),))
    return (*found, extra)
