"""A pair to be checked, with analyses that are made on first use."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from termalign.checking.direction import DIRECTIONS, Direction
from termalign.checking.figures import Figure, Side, english, japanese
from termalign.checking.headings import without_headings
from termalign.checking.keyboard import Shortcut, shortcuts
from termalign.checking.paired_figures import PairedFigures, paired
from termalign.checking.paired_frequencies import PairedFrequencies, paired_frequencies
from termalign.checking.preceding import preceding
from termalign.checking.sizes import without_sizes
from termalign.english import EnglishText
from termalign.formats.glossaries.entry import renderings_of
from termalign.formats.pairs import Unit
from termalign.japanese.morpheme import NUMERAL, Morpheme
from termalign.japanese.read_along import read_along
from termalign.japanese.tagger import tokenize
from termalign.lexicon import Lexicon
from termalign.model import Link, Span
from termalign.termbase import Glossary, GlossaryEntry, Occurrence, english_places
from termalign.termbase.by_rendering import Words
from termalign.text import CODE, access_key_marks, bare, blanked, blanked_at, formatting, without_markup

if TYPE_CHECKING:
    from termalign.aligner import Aligner

LINKED = 0.5  # lowest score of a link that shows what renders a term
TAKEN = 0.4  # lowest score of a link that reserves its English for its term
#: A translator's note, perhaps with brackets in it
_NOTE = re.compile(r"[(（\[【]\s*-*訳者?注(?:[^()（）]|[(（][^()（）]*[)）])*[)）\]】]?")
_start, _end = attrgetter("start"), attrgetter("end")
_VERB = re.compile("し(?!か)|する|すれ|せず|され|させ|でき|出来|可能|中(?![心央])")
_AGAIN = re.compile("(?:[こそあ]の|これらの|それらの|当該|同じ|同)$")


class Segment:
    """A pair of texts to be checked, with analyses that are made on first use.

    The texts are those of the unit without what a page adds to them (`termalign.text.as_read`), and without the marks of access
    keys in words (*Fi&le*). In `ja_prose` and `en_prose`, markup is replaced by blanks, which keeps offsets the same; in
    `ja_prose` also a translator's note, which has no counterpart in the English.
    """

    def __init__(
        self,
        unit: Unit,
        number: int,
        file: str,
        glossary: Glossary,
        aligner: "Aligner",
        direction: Direction = DIRECTIONS["ja"],
    ) -> None:
        self.unit, self.number, self.file, self.direction = unit, number, file, direction
        self._ja, self._en = bare(unit.ja), bare(unit.en, access_key_marks(unit.en, unit.ja))
        self.ja, self.en = self._ja.text, self._en.text
        self.ja_prose, self.en_prose = blanked(_NOTE, without_markup(self.ja)), without_markup(self.en)
        self.glossary = glossary
        self.aligner = aligner
        self._links: dict[Span, Link | None] = {}

    @property
    def context(self) -> "Segment":
        """The segment of the whole unit: this one, or that of which this is a block."""
        return self

    @property
    def name(self) -> str:
        """The name of the unit in the file, or its number."""
        return self.unit.id or str(self.number)

    @property
    def is_translated(self) -> bool:
        """Whether there is any translation to check."""
        original, translation = self.direction.ordered(self.ja.strip(), self.en.strip())
        return not self.unit.state and bool(translation) and translation != original

    @property
    def lexicon(self) -> Lexicon:
        """The dictionaries of the aligner."""
        return self.aligner.lexicon

    @cached_property
    def english(self) -> EnglishText:
        """The analysed English without code that both texts share, which is no evidence about the words around it."""
        return EnglishText(self.own_english)

    @cached_property
    def own_english(self) -> str:
        """The English prose with blanks in place of code that both texts share.

        The words of a link (`cursors`_) and of a reference to a glossary (:term:`iterable`) are words of the text, and stay.
        """

        def shown(code: re.Match[str]) -> str:
            is_words = self.en_prose.startswith("_", code.end()) or self.en.endswith(":term:", 0, code.start())
            return " " * len(code[0]) if code[0] in self.ja and not is_words else code[0]

        return CODE.sub(shown, self.en_prose)

    @cached_property
    def occurrences(self) -> Sequence[Occurrence]:
        """The occurrences of glossary terms in the Japanese."""
        return self.glossary.find(self.ja_prose) if len(self.glossary) else ()

    @cached_property
    def terms(self) -> Mapping[GlossaryEntry, Sequence[Occurrence]]:
        """The occurrences of each glossary term, in the order of the first ones."""
        found: dict[GlossaryEntry, list[Occurrence]] = {}
        for occurrence in self.occurrences:
            found.setdefault(occurrence.entry, []).append(occurrence)
        return found

    @cached_property
    def said(self) -> Mapping[GlossaryEntry, Sequence[Words]]:
        """The words of the approved renderings of each glossary term, half-open."""
        return {
            entry: [place for form in renderings_of(entry) for place in english_places(form, self.english)]
            for entry in self.terms
        }

    @cached_property
    def morphemes(self) -> list[Morpheme]:
        """The morphemes of the Japanese. A reading in brackets is no words."""
        return read_along(tokenize(self.ja_prose), self.ja_prose, self.lexicon)

    def compound_of(self, span: Span) -> str:
        """Return the run of nouns that contains a span of the Japanese."""
        end, found = span.end, self.morphemes
        after = bisect_left(found, end, key=_start)
        while after < len(found) and found[after].start == end and _may_be_of_compound(found[after]):
            end, after = found[after].end, after + 1
        return self.ja_prose[self.start_of_compound(span.start) : end]

    def start_of_compound(self, start: int) -> int:
        """Return where the nouns and prefixes begin that stand directly before a place in the Japanese, or the place itself."""
        found = self.morphemes
        before = bisect_right(found, start, key=_end) - 1
        while before >= 0 and found[before].end == start and _may_be_of_compound(found[before]):
            start, before = found[before].start, before - 1
        return start

    def in_compound(self, span: Span) -> bool:
        """Return whether a span of the Japanese is part of a longer run of nouns."""
        return self.compound_of(span) != span.text

    def manner_of(self, span: Span) -> str:
        """Return why a term may be translated freely: ``verb`` (使用する), ``again`` (このメソッド), or ``""``."""
        if _VERB.match(self.ja_prose, span.end):
            return "verb"
        if preceding(_AGAIN, self.ja_prose, span.start):
            return "again"
        return ""

    @cached_property
    def shortcuts(self) -> tuple[Sequence[Shortcut], Sequence[Shortcut]]:
        """The keyboard shortcuts of the Japanese, and those of the English."""
        return list(shortcuts(self.ja_prose)), list(shortcuts(self.en_prose))

    @cached_property
    def without_shortcuts(self) -> tuple[str, str]:
        """The prose of both texts with blanks in place of keyboard shortcuts."""
        ja, en = ([each.span for each in found] for found in self.shortcuts)
        return blanked_at(self.ja_prose, ja), blanked_at(self.en_prose, en)

    @cached_property
    def sides(self) -> tuple[Side, Side]:
        """The numbers and dates of the Japanese, and those of the English."""
        ja, en = without_headings(*without_sizes(*self.without_shortcuts))
        return japanese(ja, formatting(self.ja)), english(en, formatting(self.en))

    @cached_property
    def figures(self) -> PairedFigures:
        """The numbers and dates of both texts, paired by value."""
        return paired(*self.sides)

    @property
    def said_elsewhere(self) -> tuple[Sequence[Figure], Sequence[Figure]]:
        """The unpaired numbers and dates of both texts whose equals are in another block; none, as this is not a block."""
        return (), ()

    @cached_property
    def frequencies(self) -> PairedFrequencies:
        """How often something happens, in both texts."""
        return paired_frequencies(*self.sides)

    @cached_property
    def links(self) -> Sequence[Link]:
        """The links of all terms."""
        return self.aligner.align(self.ja_prose, self.en_prose, situation="translation").links

    def link_of(self, span: Span) -> Link | None:
        """Return the best link of a span of the Japanese.

        All terms without an approved rendering are aligned at once, because each alignment reads the whole text.
        """
        if span not in self._links:
            terms = [entry for entry in self.terms if renderings_of(entry) and not self.said[entry]]
            unsaid = [each.span for entry in terms for each in self.terms[entry]]
            wanted = dict.fromkeys([span, *unsaid])
            found = self.aligner.align(self.ja_prose, self.en_prose, terms=[(each.start, each.end) for each in wanted])
            best = {(link.ja.start, link.ja.end): link for link in sorted(found, key=attrgetter("score"))}
            self._links |= {each: best.get((each.start, each.end)) for each in wanted}
        return self._links[span]

    def words_of(self, link: Link) -> range:
        """Return the English words of a link."""
        return range(*self.english.words_in(link.en.start, link.en.end))

    def ja_in_unit(self, span: Span) -> Span:
        """Return a span of the Japanese with its offsets in the text of the unit."""
        return Span.of(self.unit.ja, *self._ja.raw_span(span.start, span.end))

    def en_in_unit(self, span: Span) -> Span:
        """Return a span of the English with its offsets in the text of the unit."""
        return Span.of(self.unit.en, *self._en.raw_span(span.start, span.end))

    def en_span(self, i: int, j: int) -> Span:
        """Return the span of the English words ``i:j``."""
        return Span.of(self.en, *self.english.offsets(i, j))


def is_nominal(morpheme: Morpheme) -> bool:
    """Return whether a morpheme can be part of a compound. Numerals and words in Latin letters cannot."""
    if morpheme.surface.isascii() or morpheme.pos.startswith(NUMERAL):
        return False
    return morpheme.pos.startswith(("名詞", "接尾辞-名詞", "接頭辞"))


def _may_be_of_compound(morpheme: Morpheme) -> bool:
    """Return whether a morpheme can be part of a compound: a noun, or an adjective, as in 呼び出し可能オブジェクト."""
    return is_nominal(morpheme) or morpheme.pos.startswith("形状詞")


def outermost(places: Iterable[Words]) -> list[Words]:
    """Return the places that are not inside others."""
    found: list[Words] = []
    for i, j in sorted(set(places), key=lambda place: (place[0], -place[1])):
        if not found or j > found[-1][1]:
            found.append((i, j))
    return found


def words_at(places: Iterable[Words]) -> set[int]:
    """Return the numbers of all words at some places."""
    return {k for place in places for k in range(*place)}
