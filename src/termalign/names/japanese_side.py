"""The Japanese side of an organisation's name: its core without legal form, in parts, each with its possible spellings."""

import math
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from termalign.english import gloss_keys
from termalign.japanese.tagger import morphemes
from termalign.kana import is_kana, is_kanji, kana_keys, kana_openings, romanize_kana, to_katakana
from termalign.names.generics import generic_phrases
from termalign.names.legal_form import core_span
from termalign.tables import read_table
from termalign.terms.term import Term

_FEWEST, _MOST = 0.7, 6  # letters for each character
_LONGEST_NOUN = 9  # characters of a common noun in the table


class Kana(NamedTuple):
    """A reading, with the positions at which its kanji or morphemes begin."""

    kana: str
    borders: tuple[int, ...]


@cache
def common_nouns() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the table ``organisation_words.tsv``: Japanese → phrases as family keys."""
    rows = read_table(__package__, "organisation_words.tsv")
    return {ja: tuple(dict.fromkeys(gloss_keys(p) for p in en.split(", ") if p)) for ja, en in rows}


@cache
def common_keys() -> frozenset[str]:
    """Return the family keys of all English in the table. Such words say little about which organisation is meant."""
    return frozenset(key for phrases in common_nouns().values() for keys in phrases for key in keys)


@lru_cache(4096)
def common_tail(text: str) -> str:
    """Return the longest common noun of at least two characters at the end of a longer `text`, or ``""``.

    >>> common_tail("盟和産業"), common_tail("産業"), common_tail("トヨタ")
    ('産業', '', '')
    """
    nouns = common_nouns()
    tails = (text[-size:] for size in range(min(_LONGEST_NOUN, len(text) - 1), 1, -1))
    return next((tail for tail in tails if tail in nouns), "")


def _cut(text: str, base: int) -> list[tuple[int, int]]:
    """Return the ranges of the pieces of `text`, with `base` added: common nouns at its end, morphemes before them."""
    tail = common_tail(text)
    if tail:
        at = len(text) - len(tail)
        return [*_cut(text[:at], base), (base + at, base + len(text))]
    found = [(base + m.start, base + m.end) for m in morphemes(text)]
    return [(s, e) for s, e in found if any(map(str.isalnum, text[s - base : e - base]))]


class OrganisationName:
    """An organisation's name, with or without its legal form, analysed without any English.

    Attributes
    ----------
    core : tuple of (int, int)
        Code points of the surface without legal forms.
    has_form : bool
        Whether the surface has a legal form.
    pieces : tuple of (int, int)
        Code points of the core's morphemes and common nouns, without the marks and spaces between them.
    """

    def __init__(self, term: Term) -> None:
        self._term = term
        self.core = core_span(term.surface)
        self.has_form = self.core != (0, len(term.surface))
        self.pieces = tuple(_cut(term.surface[slice(*self.core)], self.core[0])[:12])
        self._segments: dict[tuple[int, int], Segment] = {}

    def segment(self, a: int, b: int) -> "Segment":
        """Return the pieces ``a:b`` as one segment."""
        found = self._segments.get((a, b))
        if found is None:
            start, end = self.pieces[a][0], self.pieces[b - 1][1]
            pieces = [self.segment(k, k + 1) for k in range(a, b)] if b - a > 1 else []
            found = self._segments[a, b] = Segment(self._term.within(start, end), start, end, pieces)
        return found

    @cached_property
    def singles(self) -> "tuple[Segment, ...]":
        """Each piece alone."""
        return tuple(self.segment(k, k + 1) for k in range(len(self.pieces)))

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """The weight of each piece as evidence of the organisation: its length, less for kana and for common nouns."""
        return tuple(len(s.bare) * (1.0 if s.kanji else 0.5) * (0.3 if s.common else 1.0) for s in self.singles)


class Segment:
    """A part of a name's core, with everything that may render it.

    `part` is the segment as a term, and `start` and `end` are its code points in the whole name. `pieces` are its pieces, if
    it has several.
    """

    def __init__(self, part: Term, start: int, end: int, pieces: "Sequence[Segment]") -> None:
        self.part = part
        self.start, self.end = start, end
        self.pieces = pieces
        self.size = len(pieces) or 1
        #: Equal for segments with the same text and pieces, also of different names.
        self.same = (part, *[piece.part for piece in pieces])
        self.bare = "".join(c for c in part.surface if c.isalnum() or c in "ー&")

    @cached_property
    def latin(self) -> str:
        """The Latin letters and digits in lower case, if the segment has nothing else."""
        return self.bare.lower() if self.bare.isascii() else ""

    @cached_property
    def kana(self) -> str:
        """The segment in katakana, if it is written in kana."""
        return to_katakana(self.bare) if self.bare and all(map(is_kana, self.bare)) else ""

    @cached_property
    def kanji(self) -> str:
        """The text of the segment, if it has kanji."""
        return self.bare if any(map(is_kanji, self.bare)) else ""

    @cached_property
    def kanji_only(self) -> bool:
        """Whether the segment is written in kanji alone."""
        return all(map(is_kanji, self.bare))

    @cached_property
    def common(self) -> bool:
        """Whether the segment is a common noun from the table."""
        return self.bare in common_nouns()

    @cached_property
    def tail(self) -> bool:
        """Whether a common noun from the table ends the segment."""
        return bool(common_tail(self.bare))

    @cached_property
    def readings(self) -> tuple[Kana, ...]:
        """Readings in katakana, the likeliest first."""
        if self.kana:
            return (Kana(self.kana, ()),)
        if self.latin:
            return ()
        found: dict[str, Kana] = {}
        for r in self.part.readings[:6]:
            found.setdefault(r.kana, Kana(r.kana, r.borders))
        return tuple(found.values())

    @cached_property
    def letters(self) -> tuple[float, float]:
        """The smallest and largest numbers of letters that may spell the segment; (infinity, 0) without a reading."""
        size = len(self.bare)
        return (_FEWEST * size - 1, _MOST * size + 2) if self.kanji or self.readings else (math.inf, 0)

    @cached_property
    def openings(self) -> frozenset[str]:
        """The possible beginnings of `keys`, found without making the keys."""
        if self.kana:
            return kana_openings(self.kana)
        return frozenset() if self.latin else self.part.openings

    @cached_property
    def keys(self) -> frozenset[str]:
        """Romaji keys."""
        return frozenset([key for kana, borders in self.readings for key in kana_keys(kana, borders)])

    @cached_property
    def phrases(self) -> frozenset[frozenset[str]]:
        """Sets of family keys of its translations, and each half of a translation of two words: 太平洋 *Pacific* (Ocean)."""
        said = {*common_nouns().get(self.bare, ()), *generic_phrases().get(self.bare, ()), *self.part.gloss_keys}
        halves = {(key,) for keys in self.part.gloss_keys if len(keys) == 2 for key in keys}
        return frozenset(map(frozenset, said | halves))

    @cached_property
    def single_keys(self) -> frozenset[str]:
        """The phrases of one content word."""
        return frozenset([key for keys in self.phrases if len(keys) == 1 for key in keys])

    @cached_property
    def initials(self) -> frozenset[str]:
        """First letters of its romaji and of its one-word translations."""
        spelled = {romanize_kana(r.kana)[:1] for r in self.readings}
        table = {keys[0][:1] for keys in common_nouns().get(self.bare, ()) if len(keys) == 1}
        translated = table | {key[:1] for key in self.part.one_word_keys}
        return frozenset(spelled | translated | set(self.latin[:1]))

    @cached_property
    def spellings(self) -> frozenset[str]:
        """Its Latin letters, or the commonest romaji of each reading."""
        return frozenset({self.latin} if self.latin else {romanize_kana(r.kana) for r in self.readings})
