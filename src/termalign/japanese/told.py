"""Readings of terms that a user's glossary gives, in place of those of the dictionaries."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from termalign.japanese.furigana import divide
from termalign.japanese.morpheme import NAME, Morpheme, joined, surface_of, uninflected
from termalign.japanese.spacing import between
from termalign.kana.sound import rendaku
from termalign.lexicon.lexicon import Lexicon

TOLD: Final = "名詞-普通名詞-読み"
"""The part of speech, none of UniDic's, of what has a reading of the glossary."""
TOLD_NAME: Final = NAME + "-読み"
"""The same for names."""
_PARTICLE: Final = "助詞"
_MARK: Final = "補助記号-一般"
_NO: Final = "ノ"


class ToldWord(NamedTuple):
    """A word of a reading, as it is to be romanised."""

    kana: str
    """Katakana."""
    is_name: bool
    """Whether it is written with a capital."""
    hyphen: bool
    """Whether a hyphen, not a space, is before it."""


class Told(NamedTuple):
    """The reading that a glossary gives the code points ``start:end`` of a text."""

    start: int
    end: int
    kana: str
    """Katakana."""
    is_name: bool
    """Whether its English is written with a capital."""
    words: tuple[ToldWord, ...]
    """Its words, if the English spells the reading (*Sen no Rikyū*) or the reading has spaces; otherwise empty."""


def with_told_readings(morphemes: Sequence[Morpheme], told: Iterable[Told], lexicon: Lexicon) -> Iterator[Morpheme]:
    """Yield the morphemes of a text with the readings told. One that does not begin and end with morphemes is ignored.

    Examples
    --------
    >>> from termalign.japanese.tagger import tokenize
    >>> found = with_told_readings(tokenize("千利休の店"), [Told(0, 3, "センノリキュウ", True, ())], Lexicon.default())
    >>> [(m.surface, m.reading) for m in found]
    [('千', 'セン'), ('の', 'ノ'), ('利休', 'リキュウ'), ('の', 'ノ'), ('店', 'ミセ')]
    """
    starts = {m.start: k for k, m in enumerate(morphemes)}
    ends = {m.end: k + 1 for k, m in enumerate(morphemes)}
    done = 0
    for each in told:
        a, b = starts.get(each.start), ends.get(each.end)
        if a is not None and b is not None and done <= a < b:
            yield from morphemes[done:a]
            yield from _read_as(morphemes[a:b], each, lexicon)
            done = b
    yield from morphemes[done:]


def _read_as(pieces: Sequence[Morpheme], told: Told, lexicon: Lexicon) -> Iterator[Morpheme]:
    """Yield the morphemes of a term with their parts of its reading, or the term as one morpheme."""
    if told.words:
        yield from _in_words(pieces, told.words, lexicon)
        return
    kana = by_morphemes(pieces, told.kana, lexicon)
    if kana is None:
        is_name = told.is_name or all(m.pos.startswith(NAME) for m in pieces)
        yield joined(pieces, TOLD_NAME if is_name else TOLD, told.kana)
        return
    yield from _in_parts(pieces, kana, told.is_name, lexicon)


def _in_parts(pieces: Sequence[Morpheme], kana: Sequence[str], of_name: bool, lexicon: Lexicon) -> Sequence[Morpheme]:
    """Return the morphemes of a term with the kana of each. Pieces without a gap are one morpheme."""
    found: list[Morpheme] = []
    before: Morpheme | None = None
    for piece, own in zip(pieces, kana, strict=True):
        gap = between(before, piece) if before is not None else " "
        before = piece
        if piece.pos.startswith(_PARTICLE):  # の is no part of a name
            found.append(piece)
            continue
        is_name = gap != "-" and (of_name or piece.pos.startswith(NAME))
        read = piece._replace(pos=TOLD_NAME if is_name else TOLD, reading=own)
        voiced = own == rendaku(piece.reading)  # inside a word: 柿の葉寿司 hazushi
        if (not gap or (voiced and gap == " ")) and found and found[-1].pos in (TOLD, TOLD_NAME):
            last = found.pop()
            read = joined((last, read), last.pos, last.reading + own)
        elif own.endswith(_NO) and own[:-1] in _spoken(piece, lexicon):  # 千|利休: sen no rikyū
            found.append(read._replace(reading=own[:-1]))
            read = uninflected("の", piece.end, TOLD, _NO)._replace(end=piece.end)
        found.append(read)
    return found


def by_morphemes(pieces: Sequence[Morpheme], kana: str, lexicon: Lexicon) -> Sequence[str] | None:
    """Return the kana of each morpheme, preferably a reading that a dictionary lists, or None if they can't be divided.

    An unwritten ノ belongs to the morpheme before it.

    >>> from termalign.japanese.tagger import tokenize
    >>> by_morphemes(tokenize("小野妹子"), "オノノイモコ", Lexicon.default())
    ('オノノ', 'イモコ')
    """
    listed = _as_listed(pieces, kana, lexicon)
    if listed is not None:
        return listed
    characters = divide(surface_of(pieces), kana, lexicon)
    if characters is None:
        return None
    ends = [0, *accumulate(len(piece.surface) for piece in pieces)]
    return ["".join(characters[start:end]) for start, end in pairwise(ends)]


def _as_listed(pieces: Sequence[Morpheme], kana: str, lexicon: Lexicon) -> tuple[str, ...] | None:
    """Return listed readings of the morphemes that are `kana` together; an unwritten ノ may be between two of them."""
    if not pieces:
        return None if kana else ()
    for own in sorted(_spoken(pieces[0], lexicon), key=len, reverse=True):
        for said in (own, own + _NO) if len(pieces) > 1 else (own,):
            rest = _as_listed(pieces[1:], kana[len(said) :], lexicon) if kana.startswith(said) else None
            if rest is not None:
                return (said, *rest)
    return None


def _spoken(piece: Morpheme, lexicon: Lexicon) -> set[str]:
    """Return the readings that UniDic and the dictionaries list for a morpheme."""
    words = [kana for word in lexicon.words(piece.surface) for kana in word.readings]
    return {kana for kana in (piece.reading, *words, *(name.reading for name in lexicon.names(piece.surface))) if kana}


def _in_words(pieces: Sequence[Morpheme], words: Sequence[ToldWord], lexicon: Lexicon) -> Iterator[Morpheme]:
    """Yield a morpheme for each word of a reading, and one for each hyphen."""
    at = pieces[0].start
    surfaces = _written_as(surface_of(pieces), [word.kana for word in words], lexicon)
    for k, (word, surface) in enumerate(zip(words, surfaces, strict=True)):
        if k and word.hyphen:
            yield uninflected("-", at, _MARK, "")._replace(end=at)
        end = pieces[-1].end if k == len(words) - 1 else at
        yield uninflected(surface or "の", at, TOLD_NAME if word.is_name else TOLD, word.kana)._replace(end=end)


def _written_as(surface: str, kana: Sequence[str], lexicon: Lexicon) -> Sequence[str]:
    """Return the characters of each word of a reading; an unwritten ノ has none. If nothing fits, the first has them all."""
    found = _divided(surface, kana, lexicon)
    return [surface, *kana[1:]] if found is None else found


def _divided(surface: str, kana: Sequence[str], lexicon: Lexicon) -> list[str] | None:
    if len(kana) == 1:
        return [surface] if divide(surface, kana[0], lexicon) else None
    for end in range(kana[0] != _NO, len(surface)):
        if end == 0 or divide(surface[:end], kana[0], lexicon):
            rest = _divided(surface[end:], kana[1:], lexicon)
            if rest is not None:
                return [surface[:end], *rest]
    return None
