"""What one pair says: the terms that stand in it, the English words that render them, and what its English words are."""

from collections.abc import Iterator
from typing import NamedTuple

from termalign.alignment import Alignment
from termalign.english import EnglishText
from termalign.english.function_words import ARTICLES
from termalign.kana import is_japanese
from termalign.model import Part, Span

_UNNAMED = frozenset({"number", "date"})  # kinds of links whose Japanese is a quantity


class Sighting(NamedTuple):
    """A term in a pair.

    Attributes
    ----------
    start, end : int
        Code points of the Japanese, half-open.
    i, j : int
        The English words that render it, half-open; ``i == j`` where none was found.
    en_start, en_end : int
        Code points of the English.
    kind : str
        That of the link or of its part, ``""`` where there is none.
    score : float
        The link's.
    within : bool
        Whether it is a part of a longer term.
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
    """A pair, its terms, and its English as words.

    Attributes
    ----------
    unit : str
        What the pair is called.
    ja, en : str
        The texts.
    sightings : tuple of Sighting
        Terms and parts of terms.
    lemmas : tuple of str
        The dictionary form of each English word.
    content : tuple of bool
        Whether each is a content word.
    """

    unit: str
    ja: str
    en: str
    sightings: tuple[Sighting, ...]
    lemmas: tuple[str, ...]
    content: tuple[bool, ...]

    def term(self, s: Sighting) -> str:
        """The Japanese of a sighting."""
        return self.ja[s.start : s.end]

    def key(self, i: int, j: int) -> str:
        """The words ``i:j`` in the form that tells renderings apart: dictionary forms in one piece, without an article before them.

        *file systems*, *File system*, *filesystem* and *the file-system* are one.
        """
        while i < j - 1 and self.lemmas[i] in ARTICLES:
            i += 1
        return "".join(self.lemmas[i:j])


def observed(unit: str, alignment: Alignment) -> Observation:
    """What an alignment says of its pair.

    Examples
    --------
    >>> from termalign import align
    >>> seen = observed("1", align("犯罪グループを摘発した。", "They broke up crime groups."))
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
        tuple([not word.function for word in english.lexemes]),
    )


def _sightings(alignment: Alignment, english: EnglishText) -> Iterator[Sighting]:
    for link in alignment:
        if link.kind in _UNNAMED or not _is_term(link.ja):
            continue
        yield _sighting(link.ja, link.en, link.kind, link.score, english, within=False)
        for part in link.parts:
            if _is_term(part.ja) and (part.ja != link.ja) and part.kind not in _UNNAMED:
                yield _part(part, link.score, english)
    for span in alignment.unaligned:
        if _is_term(span):
            yield Sighting(span.start, span.end, 0, 0, 0, 0, "", 0.0, False)


def _part(part: Part, score: float, english: EnglishText) -> Sighting:
    return _sighting(part.ja, part.en, part.kind, score, english, within=True)


def _sighting(ja: Span, en: Span, kind: str, score: float, english: EnglishText, *, within: bool) -> Sighting:
    i, j = english.words_in(*english.folded.folded_span(en.start, en.end))
    return Sighting(ja.start, ja.end, i, j, en.start, en.end, kind, score, within)


def _is_term(span: Span) -> bool:
    """Whether it has Japanese in it: what is Latin on both sides is no term to translate."""
    return any(map(is_japanese, span.text))
