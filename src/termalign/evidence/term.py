"""A Japanese term with everything that can be said of it before any English is seen.

Terms are cached by surface form, so that a term costs its look-ups once, however many texts it is met in.
"""

import importlib.resources
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property, wraps
from typing import TYPE_CHECKING, TypeVar

from termalign.english import lexeme
from termalign.evidence.embedding import LONGEST_GLOSS, WEIGHTS, code, combined
from termalign.japanese.morpheme import Morpheme
from termalign.japanese.readings import Reading, may_sound, openings, readings, readings_like
from termalign.japanese.tagger import morphemes
from termalign.kana import is_kanji, kana_keys, kana_openings
from termalign.lexicon import Lexicon, NameEntry, Rendering, WordEntry
from termalign.quantities import Quantity, japanese_quantities

if TYPE_CHECKING:
    from termalign.evidence.match import Matcher

_T = TypeVar("_T")

_LEAST_ASSOCIATION = 0.02
_NUMERALS = frozenset("一二三四五六七八九十百千万億兆")
_NUMBERING = _NUMERALS | {"第"}
_NEXT_READING = 0.7
_AFFIX_GLOSS = 0.9
_ADJECTIVE = 0.85
_KATAKANA = re.compile(r"[・＝=－\- ]*[ァ-ヺー-ヿㇰ-ㇿｦ-ﾟ][ァ-ヺー-ヿㇰ-ㇿｦ-ﾟ・＝=－\- ]*")
_LONGEST_NAME = 3  # morphemes of a name no dictionary lists (奥伊吹)


class Term:
    """A term: its morphemes and what dictionaries and readings say of them.

    Parameters
    ----------
    surface : str
        The folded text of the term.
    morphemes : sequence of Morpheme
        Its morphemes; their offsets are taken relative to the first.
    terms : TermCache
        Where it and its parts come from; its lexicon answers for words, names and characters.
    """

    def __init__(self, surface: str, morphemes: Sequence[Morpheme], terms: "TermCache") -> None:
        base = morphemes[0].start
        self.surface = surface
        self.morphemes = tuple(morphemes) if base == 0 else tuple(_shifted(m, base) for m in morphemes)
        self.lexicon = terms.lexicon
        self.cache = terms
        self._parts: dict[tuple[int, int], Term] = {}
        self._is_part: dict[tuple[int, int], bool] = {}
        self._asked: Sequence[Matcher] | None = None
        self._plan: tuple[Matcher, ...] = ()

    def __repr__(self) -> str:
        return f"Term({self.surface!r})"

    def part(self, a: int, b: int) -> "Term":
        """The term made of the morphemes ``a:b`` of this one."""
        if b - a == len(self.morphemes):
            return self
        found = self._parts.get((a, b))
        if found is None:
            start, end = self.morphemes[a].start, self.morphemes[b - 1].end
            found = self.cache.get(self.surface[start:end], self.morphemes[a:b])
            if self.surface[start] in _NUMBERING and found.quantities and not self._counts(start, end):
                found = Term(found.surface, found.morphemes, self.cache)
                found.quantities = ()
            self._parts[a, b] = found
        return found

    def _counts(self, start: int, end: int) -> bool:
        """Whether a number stands at these code points; what is one by itself may be none in a longer word (千羽 of 千羽鶴)."""
        return any(q.start < end and start < q.end for q in self.quantities)

    def within(self, start: int, end: int) -> "Term":
        """The term of the characters ``start:end`` of this one's surface; cut anew where its borders are not this one's."""
        starts = {m.start: k for k, m in enumerate(self.morphemes)}
        ends = {m.end: k + 1 for k, m in enumerate(self.morphemes)}
        a, b = starts.get(start), ends.get(end)
        if a is not None and b is not None:
            return self.part(a, b)
        surface = self.surface[start:end]
        return self.cache.get(surface, morphemes(surface))

    def is_part(self, a: int, b: int) -> bool:
        """Whether the morphemes ``a:b`` may be a part of their own: one morpheme, or more that dictionaries know as one."""
        found = self._is_part.get((a, b))
        if found is None:
            found = self._is_part[a, b] = self._known(a, b)
        return found

    def _known(self, a: int, b: int) -> bool:
        if self.morphemes[a].pos.startswith("補助記号") or self.morphemes[b - 1].pos.startswith("補助記号"):
            return False
        if b - a == 1:
            return True
        part = self.part(a, b)
        return (
            self.lexicon.has(part.surface)
            or part.katakana
            or part.surface.isascii()
            or part.is_quantity
            or (b - a <= _LONGEST_NAME and any(m.pos.startswith("名詞-固有名詞") for m in self.morphemes[a:b]))
            or all(len(m.surface) == 1 and is_kanji(m.surface) for m in self.morphemes[a:b])
        )

    @cached_property
    def base(self) -> str:
        """Dictionary form: the surface, with the last morpheme uninflected."""
        last = self.morphemes[-1]
        return self.surface[: last.start] + last.base if last.base != last.surface else self.surface

    @cached_property
    def words(self) -> tuple[WordEntry, ...]:
        """Dictionary entries of the term as one word."""
        found = self.lexicon.words(self.surface)
        if not found and self.base != self.surface:
            found = self.lexicon.words(self.base)
        if not found and len(self.morphemes) == 1 and self.morphemes[0].lemma != self.surface:
            found = self.lexicon.words(self.morphemes[0].lemma)
        return found

    @cached_property
    def names(self) -> tuple[NameEntry, ...]:
        """Name entries of the term as one name."""
        return self.lexicon.names(self.surface)

    @cached_property
    def gloss_keys(self) -> tuple[tuple[str, ...], ...]:
        """Keys of every gloss, distinct."""
        return tuple(dict.fromkeys(g.keys for e in self.words for g in e.glosses if g.keys))

    @cached_property
    def one_word_keys(self) -> tuple[str, ...]:
        """Keys of the glosses that are one word, distinct."""
        return tuple(keys[0] for keys in self.gloss_keys if len(keys) == 1)

    @cached_property
    def character_stems(self) -> tuple[Mapping[str, float], ...]:
        """For each character of a term in kanji, the stems it is usually glossed with and their probabilities.

        Of a numeral none: 八百屋 sells greens, and 七面鳥 is no seven birds.
        """
        return tuple([{} if c in _NUMERALS else self.lexicon.associates(c) for c in self.surface if is_kanji(c)])

    @cached_property
    def associations(self) -> dict[str, float]:
        """Stems that the term's kanji are usually glossed with → their mean probability over the kanji."""
        rows = self.character_stems
        found: dict[str, float] = {}
        for row in rows:
            for stem, probability in row.items():
                found[stem] = found.get(stem, 0.0) + probability / len(rows)
        return {stem: p for stem, p in found.items() if p >= _LEAST_ASSOCIATION}

    @cached_property
    def meaning(self) -> int | None:
        """What its glosses mean together, as a code of `termalign.evidence.embedding`; none if they say too little."""
        known = ((code(k), WEIGHTS[len(keys)]) for keys in self.gloss_keys if len(keys) <= LONGEST_GLOSS for k in keys)
        return combined([(bits, weight) for bits, weight in known if bits is not None])

    @cached_property
    def within_compounds(self) -> tuple[tuple[str, str, float], ...]:
        """One-word renderings the term has as a part of compounds: (key, word, strength).

        Those of an affix (室 Office), and those of the adjective made of a noun (流動 by way of 流動的 fluid).
        """
        found = [(lexeme(word).stem, word, _AFFIX_GLOSS) for word in affixes().get(self.surface, ())]
        if self.has_kanji and len(self.morphemes) == 1 and len(self.surface) > 1 and not self.proper:
            for entry in self.lexicon.words(self.surface + "的"):
                found += [(g.keys[0], g.text, _ADJECTIVE) for g in entry.glosses if len(g.keys) == 1]
        return tuple(found)

    @cached_property
    def renderings(self) -> tuple[Rendering, ...]:
        """What the user's glossary and learned layers say."""
        return self.lexicon.renderings(self.surface)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Readings, likeliest first; of an ordinary word only those the dictionaries give."""
        return self._listed_readings or readings(self.morphemes, self.lexicon)

    @cached_property
    def openings(self) -> frozenset[str]:
        """How its `keys` may begin, found without them."""
        listed = self._listed_readings
        if listed:
            return kana_openings(*[reading.kana for reading in listed])
        return openings(self.morphemes, self.lexicon)

    @cached_property
    def _listed_readings(self) -> tuple[Reading, ...]:
        """The readings that dictionaries give an ordinary word."""
        if self.proper or not self.words:
            return ()
        spoken = [kana for entry in self.words if entry.headword == self.surface for kana in entry.readings]
        own = "".join(m.reading for m in self.morphemes) if all(m.reading for m in self.morphemes) else ""
        distinct = dict.fromkeys([*([own] if own in spoken else []), *spoken])
        return tuple(
            [Reading(kana, (), "jmdict", _NEXT_READING**k, ((self.surface, kana),)) for k, kana in enumerate(distinct)]
        )

    @cached_property
    def keys(self) -> dict[str, Reading]:
        """Romaji keys of every reading → the reading, likeliest first."""
        found: dict[str, Reading] = {}
        for reading in self.readings:
            for key in kana_keys(reading.kana, reading.borders):
                found.setdefault(key, reading)
        return found

    def keys_like(self, consonants: Collection[str]) -> Iterator[tuple[str, Reading]]:
        """Those of `keys` that have these consonants (`latin_consonants`), in their order, without spelling out the others."""
        listed = self._listed_readings
        if listed:
            like = [reading for reading in listed if may_sound(reading.kana, consonants)]
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
        """Numbers, dates and amounts in the term; offsets are those of its surface."""
        return japanese_quantities(self.surface)

    @cached_property
    def is_quantity(self) -> bool:
        """The whole term is one number, date or amount: its value is what renders it, not its parts."""
        return any(q.start == 0 and q.end == len(self.surface) for q in self.quantities)

    @cached_property
    def katakana(self) -> bool:
        """Written in katakana, with or without ・."""
        return _KATAKANA.fullmatch(self.surface) is not None

    @cached_property
    def has_kanji(self) -> bool:
        """Contains a kanji."""
        return any(map(is_kanji, self.surface))

    @cached_property
    def loans(self) -> tuple[str, ...]:
        """Foreign words that UniDic or JMdict name as the source (アルバイト → Arbeit)."""
        named = [m.loan for m in self.morphemes if m.loan] if len(self.morphemes) == 1 else []
        return tuple(dict.fromkeys([*named, *(e.loan.partition(":")[2] for e in self.words if e.loan)]))

    @cached_property
    def proper(self) -> bool:
        """UniDic takes some of it for a proper noun, or only name dictionaries know it."""
        return any(m.pos.startswith("名詞-固有名詞") for m in self.morphemes) or (not self.words and bool(self.names))

    def plan(self, matchers: "Sequence[Matcher]") -> "tuple[Matcher, ...]":
        """Those of `matchers` that can say anything of this term."""
        if self._asked is not matchers:
            plan = tuple([m for m in matchers if m.applies(self)])
            self._plan = self.cache.plans.setdefault(plan, plan)  # few differ
            self._asked = matchers
        return self._plan


def once_a_term(work: Callable[[Term], _T]) -> Callable[[Term], _T]:
    """Keep with the term what a function finds out about it; the lexicon that it asks is the term's own."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def kept(term: Term) -> _T:
        known: dict[str, _T] = term.__dict__
        try:
            return known[name]
        except KeyError:
            found = known[name] = work(term)
            return found

    return kept


@cache
def affixes() -> dict[str, tuple[str, ...]]:
    """The table of affixes: affix → English words."""
    table = importlib.resources.files("termalign.evidence").joinpath("affixes.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    found: dict[str, tuple[str, ...]] = {}
    for affix, words in rows:
        found[affix] = (*found.get(affix, ()), *words.split())
    return found


class TermCache:
    """Terms by surface form and morphemes, so that each is analysed once.

    Parameters
    ----------
    lexicon : Lexicon
        What the terms are looked up in.
    size : int
        Terms kept; a full cache starts anew, since text repeats what it spoke of last.
    """

    def __init__(self, lexicon: Lexicon, size: int = 20_000) -> None:
        self.lexicon = lexicon
        self._size = size
        self._terms: dict[tuple[str, ...], Term] = {}
        self.plans: dict[tuple[Matcher, ...], tuple[Matcher, ...]] = {}

    def get(self, surface: str, morphemes: Sequence[Morpheme]) -> Term:
        """The term of these morphemes, analysed now or before."""
        key = (surface, *[part for m in morphemes for part in (m.pos, m.reading)])
        found = self._terms.get(key)
        if found is None:
            if len(self._terms) >= self._size:
                self._terms = {}
            found = self._terms[key] = Term(surface, morphemes, self)
        return found


def _shifted(m: Morpheme, base: int) -> Morpheme:
    return Morpheme(m.surface, m.start - base, m.end - base, *m[3:])
