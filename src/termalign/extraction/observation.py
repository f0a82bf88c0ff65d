"""Observations of a pair: its terms, the English words that render them, and the lemmas of its English words."""

from collections.abc import Iterator
from typing import NamedTuple

from termalign.alignment import Alignment
from termalign.english import EnglishText
from termalign.english.function_words import ARTICLES
from termalign.english.text import HYPHENS
from termalign.kana import is_japanese
from termalign.lexicon.spelling import headword_key
from termalign.model import Link, Part, Span

_COMPOSED = "composed"
_UNNAMED = frozenset({"number", "date"})  # kinds of links whose Japanese is a quantity


class Sighting(NamedTuple):
    """An occurrence of a term in a pair.

    Attributes
    ----------
    start, end : int
        The code points of the term, half-open.
    i, j : int
        The range of English words that render the term, half-open; ``i == j`` if none was found.
    en_start, en_end : int
        The code points of these words, half-open.
    kind : str
        The kind of the link or of its part; ``""`` if there is no link.
    score : float
        The score of the link; for a composed link, multiplied by the share of the Japanese that it accounts for.
    within : bool
        Whether the term is a part of a longer term.
    """

    start: int
    end: int
    i: int
    j: int
    en_start: int
    en_end: int
    kind: str
    score: float
    within: bool


class Observation(NamedTuple):
    """The terms and the English words of a pair.

    Attributes
    ----------
    unit : str
        The name or number of the pair.
    ja, en : str
        The texts.
    sightings : tuple of Sighting
        The terms and the parts of terms.
    places : tuple of (int, int)
        The code points of each English word.
    lemmas : tuple of str
        The lemma of each English word.
    content : tuple of bool
        Whether each English word is a content word.
    """

    unit: str
    ja: str
    en: str
    sightings: tuple[Sighting, ...]
    places: tuple[tuple[int, int], ...]
    lemmas: tuple[str, ...]
    content: tuple[bool, ...]

    def term(self, s: Sighting) -> str:
        """Return the term of a sighting, with normalised width."""
        return headword_key(self.ja[s.start : s.end])

    def english(self, i: int, j: int) -> str:
        """Return the words ``i:j`` as written in the text."""
        return self.en[self.places[i][0] : self.places[j - 1][1]]

    def key(self, i: int, j: int) -> str:
        """Return a key by which renderings are distinguished: the lemmas of the words ``i:j``, joined, without articles.

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
        tuple([english.folded.raw_span(*place) for place in zip(english.starts, english.ends, strict=True)]),
        tuple([word.lemma for word in english.lexemes]),
        tuple([not word.function for word in english.lexemes]),
    )


def _sightings(alignment: Alignment, english: EnglishText) -> Iterator[Sighting]:
    for link in alignment:
        if link.kind in _UNNAMED or not _is_term(link.ja):
            continue
        whole = link.kind != _COMPOSED or not link.evidence
        score = link.score * (1.0 if whole else link.evidence[0].coverage)
        yield _sighting(link, score, english, within=False)
        for part in link.parts:
            if part.ja != link.ja and part.kind not in _UNNAMED and _is_term(part.ja):
                yield _sighting(part, link.score, english, within=True)
    for span in alignment.unaligned:
        if _is_term(span):
            yield Sighting(span.start, span.end, 0, 0, 0, 0, "", 0.0, False)


def _sighting(found: Link | Part, score: float, english: EnglishText, *, within: bool) -> Sighting:
    i, j = english.words_in(*english.folded.folded_span(found.en.start, found.en.end))
    if within and (_hyphenated(english, i - 1) or _hyphenated(english, j - 1)):
        i = j = 0  # the ji of Kinkaku-ji renders 寺 there, and nowhere else
    return Sighting(
        found.ja.start, found.ja.end, i, j, found.en.start, found.en.end, found.kind, score, within
    )  # fmt: skip


def _hyphenated(english: EnglishText, k: int) -> bool:
    """Return whether there is a hyphen between word `k` and the next."""
    return 0 <= k < len(english) - 1 and english.gaps[k] in HYPHENS


def _is_term(span: Span) -> bool:
    """Return whether a span has Japanese characters: a term without any needs no translation."""
    return any(map(is_japanese, span.text))
