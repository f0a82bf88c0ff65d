"""A Japanese term, with all analysis that is independent of the English."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from termalign.japanese.listed_readings import as_listed, listed_kana
from termalign.japanese.morpheme import NAME, PERSON, Morpheme
from termalign.japanese.readings import Reading, may_sound, openings, readings, readings_like, spoken
from termalign.japanese.tagger import morphemes
from termalign.kana import all_kana, is_kanji, kana_keys, kana_openings
from termalign.lexicon import NameEntry, Rendering, WordEntry
from termalign.once import once
from termalign.quantities import Quantity, japanese_quantities
from termalign.termbase.layers import renderings_of_spelling
from termalign.terms.suffix import as_suffix, saying_when
from termalign.text.scripts import KATAKANA

if TYPE_CHECKING:
    from termalign.terms.term_cache import TermCache


_NUMBERING = frozenset("一二三四五六七八九十百千万億兆第")
_KATAKANA = re.compile(rf"[・＝=－\- ]*[{KATAKANA}][{KATAKANA}・＝=－\- ]*")
_ENDING_NAMES = "一二三"
_NESS = "さ"  # 重要さ means the same as 重要, 優しさ the same as 優しい
_SUFFIX, _WHEN = "接尾辞", "接尾辞-名詞的-副詞可能"


def written_in_katakana(surface: str) -> bool:
    """Return whether a term is katakana, with or without ・."""
    return _KATAKANA.fullmatch(surface) is not None


class Term:
    """A Japanese term: its morphemes, dictionary entries and readings.

    ``surface`` is folded. The offsets of the morphemes are made relative to the first. ``terms`` is the cache that
    holds the term and its parts, with the lexicon to look them up in.
    """

    def __init__(self, surface: str, morphemes: Sequence[Morpheme], terms: "TermCache") -> None:
        base = morphemes[0].start
        self.surface = surface
        self.morphemes = tuple(morphemes) if base == 0 else tuple([_shifted(m, base) for m in morphemes])
        self.lexicon = terms.lexicon
        self.cache = terms

    def __repr__(self) -> str:
        return f"Term({self.surface!r})"

    @cached_property
    def _parts(self) -> "dict[int, Term]":
        """Return the cache of `part`. Its keys are single numbers, because thousands of tuples would be kept."""
        return {}

    def part(self, a: int, b: int) -> "Term":
        """Return the term made of the morphemes ``a:b``."""
        size = len(self.morphemes)
        if b - a == size:
            return self
        found = self._parts.get(a * size + b)
        if found is None:
            start, end = self.morphemes[a].start, self.morphemes[b - 1].end
            found = self.cache.get(self.surface[start:end], self.morphemes[a:b])
            if self.surface[start] in _NUMBERING and found.quantities and not self._counts(start, end):
                found = Term(found.surface, found.morphemes, self.cache)
                found.quantities = ()
            self._parts[a * size + b] = found
        return found

    def _counts(self, start: int, end: int) -> bool:
        """Return whether a quantity overlaps these code points. A numeral need not count in a longer word (千羽 in 千羽鶴)."""
        return any(q.start < end and start < q.end for q in self.quantities)

    def within(self, start: int, end: int) -> "Term":
        """Return the term of the characters ``start:end``, analysed anew if they do not begin and end where morphemes do."""
        place = self.range_at(start, end)
        if place is not None:
            return self.part(*place)
        return self.cache.get(self.surface[start:end], morphemes(self.surface[start:end]))

    def range_at(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the morphemes of the characters ``start:end``, or None if these do not begin and end where morphemes do."""
        starts = {m.start: k for k, m in enumerate(self.morphemes)}
        ends = {m.end: k + 1 for k, m in enumerate(self.morphemes)}
        a, b = starts.get(start), ends.get(end)
        return None if a is None or b is None else (a, b)

    @cached_property
    def base(self) -> str:
        """Return the dictionary form: the surface, with the last morpheme uninflected."""
        last = self.morphemes[-1]
        return self.surface[: last.start] + last.base if last.base != last.surface else self.surface

    @cached_property
    def words(self) -> tuple[WordEntry, ...]:
        """Return the dictionary entries of the term as one word."""
        found = self.lexicon.words(self.surface)
        if not found and self.base != self.surface:
            found = self.lexicon.words(self.base)
        if not found and len(self.morphemes) == 1 and self.morphemes[0].lemma != self.surface:
            found = self.lexicon.words(self.morphemes[0].lemma)
        if not found and self.morphemes[-1].surface == _NESS and len(self.surface) > 1:
            stem = self.surface[:-1]
            found = self.lexicon.words(stem) or self.lexicon.words(stem + "い")
        first = self.morphemes[0]
        if not found or not first.pos.startswith(_SUFFIX):
            return found
        if all_kana(self.surface):
            return as_suffix(found)
        return saying_when(found) if first.pos == _WHEN and len(self.morphemes) == 1 else found

    @cached_property
    def names(self) -> tuple[NameEntry, ...]:
        """Return the name entries of the term as one name."""
        return self.lexicon.names(self.surface)

    @cached_property
    def gloss_keys(self) -> tuple[tuple[str, ...], ...]:
        """Return the distinct keys of all glosses."""
        return tuple(dict.fromkeys([keys for e in self.words for _, keys, _, _ in e.glosses if keys]))

    @cached_property
    def one_word_keys(self) -> tuple[str, ...]:
        """Return the distinct keys of the glosses with one content word."""
        return tuple([keys[0] for keys in self.gloss_keys if len(keys) == 1])

    @cached_property
    def renderings(self) -> tuple[Rendering, ...]:
        """Return the renderings in the user's glossary and in the learned layer, in any spelling of the term."""
        return self.lexicon.told(self.surface) or renderings_of_spelling(self.lexicon, self.surface)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Return the readings, likeliest first; for an ordinary word, only those that dictionaries give."""
        listed = tuple([as_listed(self.surface, kana) for kana in self._listed_kana])
        return listed or readings(self.morphemes, self.lexicon)

    @property
    def spoken(self) -> tuple[str, ...]:
        """Return the kana of the readings, likeliest first, without making the readings."""
        return self._listed_kana or spoken(self.morphemes, self.lexicon)

    @cached_property
    def openings(self) -> frozenset[str]:
        """Return the possible beginnings of `keys`, without making the keys."""
        if self._listed_kana:
            return kana_openings(*self._listed_kana)
        return openings(self.morphemes, self.lexicon)

    @cached_property
    def _listed_kana(self) -> tuple[str, ...]:
        """Return the readings that dictionaries give an ordinary word."""
        return listed_kana(self.surface, self.words, self.morphemes) if self.words and not self.proper else ()

    @cached_property
    def keys(self) -> dict[str, Reading]:
        """Return the reading of each romaji key, likeliest first."""
        found: dict[str, Reading] = {}
        for reading in self.readings:
            for key in kana_keys(reading.kana, reading.borders):
                found.setdefault(key, reading)
        return found

    def keys_like(self, consonants: Collection[str]) -> Iterator[tuple[str, Reading]]:
        """Yield the `keys` that have these consonants (`latin_consonants`), in order, without making the other keys."""
        listed = self._listed_kana
        if listed:
            like = [as_listed(self.surface, kana) for kana in listed if may_sound(kana, consonants)]
        else:
            like = list(readings_like(self.morphemes, self.lexicon, consonants))
        found: set[str] = set()
        for reading in like:
            for key in kana_keys(reading.kana, reading.borders):
                if key not in found:
                    found.add(key)
                    yield key, reading

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Return the numbers, dates and amounts in the term. Offsets are those of its surface."""
        found = japanese_quantities(self.surface)
        return _without_ends_of_names(found, self.surface, self.morphemes) if found else found

    @cached_property
    def is_quantity(self) -> bool:
        """Return whether the whole term is one number, date or amount, which is rendered by its value, not by its parts."""
        return any(q.start == 0 and q.end == len(self.surface) for q in self.quantities)

    @cached_property
    def katakana(self) -> bool:
        """Return whether the term is written in katakana, with or without ・."""
        return written_in_katakana(self.surface)

    @cached_property
    def kanji(self) -> str:
        """Return the kanji of the term as one string."""
        return "".join(filter(is_kanji, self.surface))

    @property
    def has_kanji(self) -> bool:
        """Return whether the term contains a kanji."""
        return bool(self.kanji)

    @cached_property
    def loans(self) -> tuple[str, ...]:
        """Return the foreign words that UniDic or JMdict give as the origin of the term (アルバイト → Arbeit)."""
        found = [m.loan for m in self.morphemes if m.loan] if len(self.morphemes) == 1 else []
        for entry in self.words:
            if entry.loan:
                found.append(entry.loan.partition(":")[2])
        return tuple(dict.fromkeys(found)) if found else ()

    @cached_property
    def proper(self) -> bool:
        """Return whether UniDic tags a part of the term as a proper noun, or only name dictionaries have the term."""
        for m in self.morphemes:
            if m.pos.startswith(NAME):
                return True
        return not self.words and bool(self.names)


once_a_term = once
"""A decorator that caches the result of a function in its argument, a term; the function uses the term's own lexicon."""


def _shifted(m: Morpheme, base: int) -> Morpheme:
    surface, start, end, *tags = m
    return Morpheme(surface, start - base, end - base, *tags)


def _without_ends_of_names(
    quantities: tuple[Quantity, ...], surface: str, morphemes: Sequence[Morpheme]
) -> tuple[Quantity, ...]:
    """Return the quantities of a term without those that end a given name: 精一|社長 is not *one company*."""
    if not any(q.start and surface[q.start] in _ENDING_NAMES for q in quantities):
        return quantities
    names = [m for m in morphemes if m.pos.startswith(PERSON)]
    return tuple([q for q in quantities if not any(m.start < q.start < m.end for m in names)])
