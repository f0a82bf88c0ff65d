"""Readings of terms that a user's glossary gives, in place of those of the dictionaries."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from termalign.japanese.furigana import divide
from termalign.japanese.morpheme import NAME, Morpheme, joined, surface_of
from termalign.japanese.spacing import between
from termalign.kana.sound import rendaku
from termalign.lexicon import Lexicon

TOLD: Final = "名詞-普通名詞-読み"
"""The part of speech, none of UniDic's, of what has a reading of the glossary."""
TOLD_NAME: Final = NAME + "-読み"
"""The same for names."""
_NOUNS: Final = ("名詞", "接頭辞", "接尾辞", "形状詞", "代名詞", "記号")


class Told(NamedTuple):
    """The reading that a glossary gives the code points ``start:end`` of a text."""

    start: int
    end: int
    kana: str
    """Katakana."""
    is_name: bool
    """Whether its English is written with a capital."""
    is_word: bool
    """Whether its English is the reading in one word, as Yukimura is."""


def with_told_readings(morphemes: Sequence[Morpheme], told: Iterable[Told], lexicon: Lexicon) -> Iterator[Morpheme]:
    """Yield the morphemes of a text with the readings told. One that does not begin and end with morphemes is ignored.

    Examples
    --------
    >>> from termalign.japanese.tagger import tokenize
    >>> found = with_told_readings(tokenize("飯寿司の店"), [Told(0, 3, "イズシ", False, True)], Lexicon.default())
    >>> [(m.surface, m.reading) for m in found]
    [('飯寿司', 'イズシ'), ('の', 'ノ'), ('店', 'ミセ')]
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
    is_name = told.is_name or all(m.pos.startswith(NAME) for m in pieces)
    pos = TOLD_NAME if is_name else TOLD
    characters = None if told.is_word else divide(surface_of(pieces), told.kana, lexicon)
    if characters is None:
        yield joined(pieces, pos, told.kana)
        return
    at = 0
    found: list[Morpheme] = []
    before: Morpheme | None = None
    for piece in pieces:
        kana = "".join(characters[at : at + len(piece.surface)])
        at += len(piece.surface)
        gap = between(before, piece) if before is not None else " "
        before = piece
        if not piece.pos.startswith(_NOUNS):  # の is no part of a name
            found.append(piece)
            continue
        read = piece._replace(pos=TOLD if gap == "-" else pos, reading=kana)
        voiced = kana == rendaku(piece.reading)  # inside a word: 柿の葉寿司 hazushi
        if (not gap or (voiced and gap == " ")) and found and found[-1].pos in (TOLD, TOLD_NAME):
            last = found.pop()
            read = joined((last, read), last.pos, last.reading + kana)
        found.append(read)
    yield from found
