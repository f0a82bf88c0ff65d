"""Readings that a text gives in brackets after a word: 土御門(つちみかど), 鑑禎（がんてい）, 『枕草子』（まくらのそうし）.

The morphemes of the word take their reading from the brackets, and the morphemes inside the brackets become marks. Kana in
brackets need not be a reading: 東京（このごろ）. They count as a reading if all kanji of the word can be read that way, or if
a dictionary lists it. Otherwise the first and the last kanji must fit, or, as a last resort, the last one alone.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from termalign.japanese.furigana import divide, kanji_readings
from termalign.japanese.morpheme import OTHER_NAME, PERSON, PROPER, Morpheme, adjacent, joined, surface_of
from termalign.kana import is_kana, is_kanji, to_katakana
from termalign.kana.sound import same_sound
from termalign.lexicon.lexicon import Lexicon
from termalign.text import Ruby

_BRACKET = re.compile(r"[(（〔\[]([ぁ-ゖー][ぁ-ゖー 　・]*)(?=([)）〕\]、,;:/]))")
_FURTHER = re.compile(r"[、,/]([ぁ-ゖー 　・、,/]+)(?=[)）〕\]])")
_CLOSING, _OPENING = '』」"”', '『「"“'
_WORD = ("名詞", "接頭辞", "接尾辞", "記号", "形状詞")
_WITHIN = frozenset("のノがヶケ")
_FURTHEST = 8  # morphemes
_SPACES = str.maketrans("", "", " 　・")
_MARK = "補助記号-一般"
_NOUN = "名詞-普通名詞-一般"
_start, _end = attrgetter("start"), attrgetter("end")


def read_along(morphemes: Sequence[Morpheme], text: str, lexicon: Lexicon, ruby: Sequence[Ruby] = ()) -> list[Morpheme]:
    """Return the morphemes with the readings that the text gives in brackets, and as ruby.

    `text` is the text that the offsets of the morphemes and of `ruby` refer to. KANJIDIC2, in the lexicon, gives the possible
    readings of kanji.

    >>> from termalign.japanese.tagger import morphemes
    >>> text = "鑑禎(がんてい)は僧だった。"
    >>> [(m.surface, m.reading) for m in read_along(morphemes(text), text, Lexicon.default())][:3]
    [('鑑禎', 'ガンテイ'), ('(', ''), ('がん', 'ガン')]
    """
    found = list(morphemes)
    for one in ruby:
        beside = _word_beside(found, one, lexicon)
        if beside is not None:
            found[beside.start : beside.end] = beside.read(found, lexicon)
    for bracket in _BRACKET.finditer(text):
        word = _word_before(found, bracket.start(), bracket[1], lexicon)
        if word is None:
            continue
        further = _FURTHER.match(text, bracket.end())
        start, stop = bracket.start(1), further.end(1) if further else bracket.end(1)
        for k in range(bisect_left(found, start, key=_start), bisect_right(found, stop, key=_end)):
            found[k] = found[k]._replace(pos=_MARK)
        found[word.start : word.end] = word.read(found, lexicon)
    return found


def word_beside(morphemes: Sequence[Morpheme], ruby: Ruby, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the morphemes that end where ruby does and can be read so, as a half-open range.

    >>> from termalign.japanese.tagger import morphemes
    >>> word_beside(morphemes("昨日島原の"), Ruby(0, 4, "しまばら"), Lexicon.default())
    (1, 2)
    """
    word = _word_beside(morphemes, ruby, lexicon)
    return None if word is None else (word.start, word.end)


def _word_beside(morphemes: Sequence[Morpheme], ruby: Ruby, lexicon: Lexicon) -> "_Word | None":
    at = bisect_left(morphemes, ruby.end, key=_end)
    ends_a_word = at < len(morphemes) and morphemes[at].end == ruby.end
    return _word_before(morphemes, ruby.end, ruby.kana, lexicon) if ends_a_word else None


def _word_before(morphemes: Sequence[Morpheme], at: int, kana: str, lexicon: Lexicon) -> "_Word | None":
    """Return the shortest word before code point `at` that can be read as `kana`."""
    end = bisect_right(morphemes, at, key=_end)
    return next(filter(None, (_word(morphemes, end, said, lexicon) for said in _spoken(kana))), None)


class _Word(NamedTuple):
    """The morphemes ``start:end``, their reading, and each one's share of it if it can be divided."""

    start: int
    end: int
    kana: str
    shares: tuple[str, ...]

    def read(self, morphemes: Sequence[Morpheme], lexicon: Lexicon) -> list[Morpheme]:
        cut = morphemes[self.start : self.end]
        if self.shares:
            return [_within_word(_read_as(m, s, lexicon), len(cut)) for m, s in zip(cut, self.shares, strict=True)]
        return [joined(cut, OTHER_NAME, self.kana, PROPER)]


def _spoken(kana: str) -> Iterator[str]:
    """Yield the reading in brackets; if ・ separates several, the first comes before the whole: ごさんのきり・ごさんぎり."""
    first, dot, _ = kana.partition("・")
    if dot and first:
        yield to_katakana(first.translate(_SPACES))
    yield to_katakana(kana.translate(_SPACES))


def _word(morphemes: Sequence[Morpheme], end: int, kana: str, lexicon: Lexicon) -> _Word | None:
    """Return the shortest word before morpheme `end` that can be read as `kana`."""
    quoted = end > 0 and morphemes[end - 1].surface in _CLOSING
    starts = list(_quoted(morphemes, end) if quoted else _starts(morphemes, end))
    end -= quoted
    fair: _Word | None = None
    for start in starts:
        cut = morphemes[start:end]
        word = surface_of(cut)
        shares = divide(word, kana, lexicon) if len(word) <= len(kana) else None
        if shares is None:
            if any(kana in entry.readings for entry in lexicon.words(word)):  # 擬宝珠(ぎぼし)
                return _whole(morphemes, start, end, kana)
            continue
        read = [_reads(char, share, lexicon) for char, share in zip(word, shares, strict=True)]
        if all(read):
            return _Word(start, end, kana, tuple(_by_morpheme(cut, shares)))
        if fair is None and read[0] and read[-1]:
            fair = _Word(start, end, kana, tuple(_by_morpheme(cut, shares)))
    return fair or _nearest(morphemes, starts, end, kana, quoted, lexicon)


def _nearest(
    morphemes: Sequence[Morpheme], starts: Sequence[int], end: int, kana: str, quoted: bool, lexicon: Lexicon
) -> _Word | None:
    """Return the longest word before morpheme `end` whose last kanji can end `kana`, however the others are read."""
    near = [k for k in starts if quoted or all(m.surface not in _WITHIN for m in morphemes[k:end])]
    # Half of a name may be read differently, with the other half elsewhere in English: 荻生 徂徠(おぎゅう そらい)
    if not near or morphemes[near[-1]].pos.startswith(PERSON):
        return None
    fits = _may_end(surface_of(morphemes[near[-1] : end]), kana, lexicon)
    return _whole(morphemes, near[-1], end, kana) if fits else None


def _whole(morphemes: Sequence[Morpheme], start: int, end: int, kana: str) -> _Word | None:
    """Return a word whose reading is not divided among its characters; None if it contains a space."""
    if morphemes[end - 1].end - morphemes[start].start > len(surface_of(morphemes[start:end])):
        return None
    return _Word(start, end, kana, (kana,) if end - start == 1 else ())


def _quoted(morphemes: Sequence[Morpheme], end: int) -> Iterator[int]:
    """Yield the first morpheme of the quoted text whose closing mark is just before `end`."""
    opening = _OPENING[_CLOSING.index(morphemes[end - 1].surface)]
    for k in range(end - 2, max(-1, end - 2 - 2 * _FURTHEST), -1):
        if morphemes[k].surface == opening:
            if k + 2 < end:
                yield k + 1
            return


def _starts(morphemes: Sequence[Morpheme], end: int) -> Iterator[int]:
    """Yield the possible beginnings of the word before `end`, the nearest first.

    One space may separate a family name and a given name.
    """
    gaps = 0
    for k in range(end - 1, max(-1, end - 1 - _FURTHEST), -1):
        m = morphemes[k]
        if k + 1 < end and not adjacent(m, morphemes[k + 1]):
            gaps += 1
            if gaps > 1:
                return
        if m.pos.startswith(_WORD) or (m.pos.startswith("動詞") and any(map(is_kanji, m.surface))):
            if any(map(is_kanji, m.surface)) or (is_kana(m.surface[0]) and m.surface[0] == to_katakana(m.surface[0])):
                yield k
        elif m.surface not in _WITHIN:
            return


def _reads(char: str, share: str, lexicon: Lexicon) -> bool:
    """Return whether a character can be read as `share`, which may end in an unwritten ノ, ガ, ツ or ナ."""
    if is_kana(char):
        return True
    known = kanji_readings(char, lexicon)
    sound = same_sound(share)
    return sound in known or (sound[-1:] in "ノガツナ" and sound[:-1] in known)


def _may_end(word: str, kana: str, lexicon: Lexicon) -> bool:
    """Return whether the end of `kana` can be a reading of the word's last kanji."""
    if not 1 < len(word) <= len(kana) <= 4 * len(word) or not is_kanji(word[-1]):  # at most four kana for a kanji
        return False
    sound = same_sound(kana)
    return any(
        len(end) > 1 and len(end) < len(sound) and sound.endswith(end) for end in kanji_readings(word[-1], lexicon)
    )


def _by_morpheme(cut: Sequence[Morpheme], shares: Sequence[str]) -> Iterator[str]:
    """Yield the kana of each morpheme, joined from those of its characters."""
    at = 0
    for m in cut:
        yield "".join(shares[at : at + len(m.surface)])
        at += len(m.surface)


def _read_as(m: Morpheme, kana: str, lexicon: Lexicon) -> Morpheme:
    """Return the morpheme with this reading. If no dictionary lists the reading, the morpheme becomes a name."""
    if m.reading == kana or not any(map(is_kanji, m.surface)):
        return m
    words = lexicon.words(m.surface)
    other = bool(words) and not any(kana in entry.readings for entry in words)
    return m._replace(reading=kana, base_reading=kana, pos=OTHER_NAME if other else m.pos)


def _within_word(m: Morpheme, size: int) -> Morpheme:
    """Return the morpheme; a verb inside a word of several morphemes becomes a noun: 竹*伐り*会式."""
    return m._replace(pos=_NOUN) if size > 1 and m.pos.startswith("動詞") else m
