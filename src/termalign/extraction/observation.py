"""Observations of a pair: its terms, the English words that render them, and the lemmas of all English words."""

from collections.abc import Iterator
from typing import NamedTuple

from termalign.alignment import Alignment
from termalign.english import EnglishText
from termalign.english.function_words import ARTICLES
from termalign.extraction.joined import COMPOSED, neighbours, stretches
from termalign.extraction.sighting import Sighting, is_cut_at_a_hyphen
from termalign.kana import is_japanese
from termalign.lexicon.spelling import headword_key
from termalign.model import Link, Part, Span

_UNNAMED = frozenset({"number", "date"})  # kinds of links whose Japanese is a quantity


class Observation(NamedTuple):
    """The terms and the English words of a pair."""

    unit: str  # the name or number of the pair
    ja: str
    en: str
    sightings: tuple[Sighting, ...]  # the terms and parts of terms
    lemmas: tuple[str, ...]  # of each English word

    def term(self, s: Sighting) -> str:
        """Return the term of a sighting with normalised width."""
        return headword_key(self.ja[s.start : s.end])

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
    english = EnglishText(alignment.en)
    return Observation(
        unit,
        alignment.ja,
        alignment.en,
        tuple(_sightings(alignment, english)),
        tuple([word.lemma for word in english.lexemes]),
    )


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
