"""Observations of a pair: its terms, the English words that render them, and the lemmas of all English words.

Links or parts that are adjacent in both texts are terms, too: 山名 + 氏, *the Yamana clan*.
"""

from collections.abc import Callable, Iterator, Sequence
from math import prod
from typing import NamedTuple

from termalign.alignment import Alignment
from termalign.english import EnglishText
from termalign.english.function_words import ARTICLES, COMPOUND_LINKERS
from termalign.english.text import HYPHENS
from termalign.japanese.light_nouns import light_nouns
from termalign.japanese.text import JapaneseText
from termalign.kana import is_japanese
from termalign.lexicon.headword_spelling import headword_key
from termalign.model import Link, Part, Span

_UNNAMED = frozenset({"number", "date"})  # kinds of links whose Japanese is a quantity
COMPOSED = "composed"
_MOST_MORPHEMES = 5
OF = "の"


class Sighting(NamedTuple):
    """An occurrence of a term in a pair, with half-open ranges."""

    start: int  # code points of the term
    end: int
    i: int  # English words that render the term; i == j if none was found
    j: int
    en_start: int  # code points of these words
    en_end: int
    kind: str  # of the link or of its part; "" if there is no link
    score: float  # of the link; for a composed link, multiplied by the share of the Japanese that it covers
    within: bool  # whether the term is part of a longer term

    @property
    def is_rendered(self) -> bool:
        """Whether English words were found for the term."""
        return self.i < self.j


def is_cut_at_a_hyphen(i: int, j: int, english: EnglishText) -> bool:
    """Return whether a hyphen joins the words ``i:j`` to another word: *Kinkaku*-ji."""
    return _hyphenated(english, i - 1) or _hyphenated(english, j - 1)


def _hyphenated(english: EnglishText, k: int) -> bool:
    """Return whether there is a hyphen between word `k` and the next."""
    return 0 <= k < len(english) - 1 and english.gaps[k] in HYPHENS


class Observation(NamedTuple):
    """The terms and the English words of a pair."""

    unit: str  # the name or number of the pair
    ja: str
    en: str
    sightings: tuple[Sighting, ...]  # the terms and parts of terms
    lemmas: tuple[str, ...]  # of each English word
    runs: tuple[tuple[int, ...], ...] = ()  # of each noun run: where its morphemes begin, and its end

    def term(self, s: Sighting) -> str:
        """Return the term of a sighting with normalised width."""
        return self.term_at(s.start, s.end)

    def term_at(self, start: int, end: int) -> str:
        """Return the term at some code points with normalised width."""
        return headword_key(self.ja[start:end])

    def pieces(self) -> Iterator[tuple[str, int, int]]:
        """Yield each stretch of a few morphemes in a noun run: as a term, and its code points."""
        for borders in self.runs:
            for k, start in enumerate(borders):
                for end in borders[k + 1 : k + 1 + _MOST_MORPHEMES]:
                    yield self.term_at(start, end), start, end

    def phrases(self, longest: int) -> Iterator[str]:
        """Yield the key of every English phrase of at most `longest` letters."""
        for i in range(len(self.lemmas)):
            key = ""
            for lemma in self.lemmas[i : i + longest]:  # each has a letter at least
                key += lemma
                if len(key) > longest:
                    break
                yield key

    def key(self, i: int, j: int) -> str:
        """Return the key of a rendering: the lemmas of the words ``i:j``, joined, without leading articles.

        *file systems*, *File system*, *filesystem* and *the file-system* have the same key.
        """
        while i < j - 1 and self.lemmas[i] in ARTICLES:
            i += 1
        return "".join(self.lemmas[i:j])


def observed(unit: str, alignment: Alignment) -> Observation:
    """Return the observation of a pair, given its alignment.

    Examples
    --------
    >>> from termalign import align
    >>> seen = observed("1", align("犯罪グループを摘発した。", "It is about crime groups."))
    >>> [(seen.term(s), seen.key(s.i, s.j), s.within) for s in seen.sightings]
    [('犯罪グループ', 'crimegroup', False), ('犯罪', 'crime', True), ('グループ', 'group', True), ('摘発', '', False)]
    """
    english = EnglishText.of_pair(alignment.en, alignment.ja)
    return Observation(
        unit,
        alignment.ja,
        alignment.en,
        tuple(_sightings(alignment, english)),
        tuple([word.lemma for word in english.lexemes]),
        tuple(_borders(alignment.ja)),
    )


def _borders(ja: str) -> Iterator[tuple[int, ...]]:
    """Yield the borders of the morphemes of each noun run."""
    text = JapaneseText(ja)
    found = text.raw_morphemes
    for a, b in text.runs:
        yield (*[m.start for m in found[a:b]], found[b - 1].end)


def _sightings(alignment: Alignment, english: EnglishText) -> Iterator[Sighting]:
    links = []
    for link in alignment:
        if link.kind in _UNNAMED or not _is_term(link.ja):
            continue
        complete = link.kind != COMPOSED or not link.evidence
        score = link.score * (1.0 if complete else link.evidence[0].coverage)
        whole = _sighting(link, score, english, within=False)
        parts = [
            _sighting(part, link.score, english, within=True)
            for part in link.parts
            if part.ja != link.ja and part.kind not in _UNNAMED and _is_term(part.ja)
        ]
        links.append(whole)
        yield whole
        yield from (_by_itself(part, english) for part in parts)
        yield from stretches(parts, whole, english)
    yield from neighbours(links, alignment.ja, english)
    for span in alignment.unaligned:
        if _is_term(span):
            yield Sighting(span.start, span.end, 0, 0, 0, 0, "", 0.0, False)


def _sighting(found: Link | Part, score: float, english: EnglishText, *, within: bool) -> Sighting:
    i, j = english.words_in(*english.folded.folded_span(found.en.start, found.en.end))
    return Sighting(
        found.ja.start, found.ja.end, i, j, found.en.start, found.en.end, found.kind, score, within
    )  # fmt: skip


def _by_itself(part: Sighting, english: EnglishText) -> Sighting:
    """Return a part without its words if these are cut at a hyphen: the ji of Kinkaku-ji renders 寺 only in that name."""
    return part._replace(i=0, j=0) if is_cut_at_a_hyphen(part.i, part.j, english) else part


def _is_term(span: Span) -> bool:
    """Return whether a span has Japanese characters and so needs a translation."""
    return any(map(is_japanese, span.text))


def stretches(parts: Sequence[Sighting], whole: Sighting, english: EnglishText) -> Iterator[Sighting]:
    """Yield the shorter compounds in a compound: 尾張藩, *Owari Domain*, in 尾張藩|主.

    `parts` are the sightings of the parts of one link, and `whole` is the sighting of that link.
    """
    for run in _runs(sorted(parts), len(parts), lambda one, other: one.end == other.start):
        found = _together(run, english, within=True)
        if found is not None and (found.start, found.end) != (whole.start, whole.end):
            yield found._replace(score=whole.score)


def neighbours(links: Sequence[Sighting], ja: str, english: EnglishText) -> Iterator[Sighting]:
    """Yield the terms that two or three links form, side by side or joined by の."""
    rendered = sorted(link for link in links if link.is_rendered)
    for run in _runs(rendered, 3, lambda one, other: _adjoin(one, other, ja)):  # a phrase has at most three links
        found = _together(run, english, within=False)
        if found is not None:
            yield found


def _runs(
    ordered: Sequence[Sighting], most: int, adjoin: Callable[[Sighting, Sighting], bool]
) -> Iterator[Sequence[Sighting]]:
    """Yield every run of two to `most` sightings in which each adjoins the next."""
    for a in range(len(ordered)):
        for b in range(a + 2, min(len(ordered), a + most) + 1):
            if not adjoin(ordered[b - 2], ordered[b - 1]):
                break
            yield ordered[a:b]


def _adjoin(one: Sighting, other: Sighting, ja: str) -> bool:
    between = ja[one.end : other.start]
    return between == "" or (
        between == OF and light_nouns().isdisjoint((ja[one.start : one.end], ja[other.start : other.end]))
    )


def _together(run: Sequence[Sighting], english: EnglishText, *, within: bool) -> Sighting | None:
    """Return adjacent sightings as one, or None unless each has its own words, with only linking words between them.

    A word that a hyphen joins to them may also be between: Heijo-*kyu* Palace for 平城 and 宮.
    """
    words = [k for s in run for k in range(s.i, s.j)]
    if not words or not all(s.is_rendered for s in run) or len(set(words)) < len(words):
        return None
    i, j = min(words), max(words) + 1
    between = [k for k in range(i, j) if k not in words and not is_cut_at_a_hyphen(k, k + 1, english)]
    # a phrase has at most two linking words
    if len(between) > 2 or any(english.lexemes[k].lower not in COMPOUND_LINKERS for k in between):
        return None
    if not all(english.tight[i : j - 1]) or is_cut_at_a_hyphen(i, j, english):
        return None
    place = english.folded.raw_span(english.starts[i], english.ends[j - 1])
    return Sighting(run[0].start, run[-1].end, i, j, *place, COMPOSED, prod(s.score for s in run), within)
