"""A document, aligned passage by passage (`termalign.passages`), so that its length does not matter.

What a passage defines, and what its links say of it, is known to the others: those that define something come first. A term
whose own sentence has no counterpart, and a given term that its passage does not render, are looked up once more over the whole
text, by what is exact and costs next to nothing.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from termalign.choice import Candidate
from termalign.evidence.apposition import sets_names_beside
from termalign.evidence.elsewhere import Elsewhere
from termalign.evidence.gather import Gatherer
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText
from termalign.parallel.beside_the_choice import with_what_form_says
from termalign.parallel.found import align_parallel
from termalign.passages import Passage, passages
from termalign.situations.given import align_given
from termalign.situations.said_once import said_once
from termalign.situations.translated import align_translated

Place = tuple[int, int]


class Aligned(NamedTuple):
    """A passage's links, in offsets of its own.

    Attributes
    ----------
    text : JapaneseText
        Its Japanese.
    gatherer : Gatherer
        Its English, and what was found in it.
    chosen : list of Candidate
        The links.
    start : int
        The folded code point at which the Japanese begins in the document.
    first : int
        The word at which the English does.
    parts_known : bool
        Whether the first reason of each link says which part is rendered by which words.
    """

    text: JapaneseText
    gatherer: Gatherer
    chosen: list[Candidate]
    start: int = 0
    first: int = 0
    parts_known: bool = False


def align_document(
    text: JapaneseText, gatherer: Gatherer, terms: TermCache, threshold: float, predicates: bool = False
) -> Iterator[Aligned]:
    """`align_translated`, or with `predicates` `align_parallel`, for texts of any length: each passage, in no order, when it is
    asked for.
    """

    def work(part: JapaneseText, within: Gatherer, start: int) -> list[Candidate]:
        if predicates:
            return align_parallel(part, within, terms, threshold)
        return with_what_form_says(align_translated(part, within, terms, threshold), part, within, terms, threshold)

    found = passages(text, gatherer.bitext.english, terms)
    if _uncut(found, text, gatherer):
        yield Aligned(text, gatherer, work(text, gatherer, 0), parts_known=not predicates)
        return
    linked = _Linked()
    yield from linked.counted(_by_passage(text, gatherer, found, work, not predicates))
    if not predicates:
        left = [span for span in text.run_spans if linked.leaves(*span)]
        yield _looked_up(text, gatherer, left, linked, terms, threshold)


def align_given_document(
    text: JapaneseText, given: Sequence[Place], gatherer: Gatherer, terms: TermCache, threshold: float
) -> Iterator[Aligned]:
    """`align_given` for texts of any length: each passage that a given term stands in, in no order, when it is asked for."""

    def work(part: JapaneseText, within: Gatherer, start: int) -> list[Candidate]:
        if part is text:
            return align_given(text, given, gatherer, terms, threshold)
        end = start + len(part.text)
        inside = ordered[bisect_left(starts, start) : bisect_left(starts, end)]
        own = [(s - start, e - start) for s, e in inside if e <= end]
        found = align_given(part, own, within, terms, threshold) if own else []
        return [c for c in found if c.matches[0].kind != "context"]  # which passage is whose is itself a guess

    ordered = sorted(given)
    starts = [start for start, _ in ordered]
    found = passages(text, gatherer.bitext.english, terms, ordered)
    linked = _Linked()
    yield from linked.counted(_by_passage(text, gatherer, found, work, parts_known=True))
    if not _uncut(found, text, gatherer):
        yield _looked_up(text, gatherer, [g for g in given if g not in linked.places], linked, terms, threshold)


def _by_passage(
    text: JapaneseText,
    gatherer: Gatherer,
    found: Sequence[Passage],
    work: Callable[[JapaneseText, Gatherer, int], list[Candidate]],
    parts_known: bool = False,
) -> Iterator[Aligned]:
    """Each passage's links; those of passages that define something first."""
    if _uncut(found, text, gatherer):
        yield Aligned(text, gatherer, work(text, gatherer, 0), parts_known=parts_known)
        return
    elsewhere = Elsewhere()
    later: list[Passage] = []
    for defining in (True, False):
        for passage in found if defining else later:
            within = gatherer.passage(passage.i, passage.j, elsewhere)
            if defining and not _defines(within):
                later.append(passage)
                continue
            part = text.passage(passage.a, passage.b)
            start = text.morphemes[passage.a].start
            chosen = work(part, within, start)
            if defining:
                elsewhere.define(within.bitext)
            for c in chosen:
                elsewhere.learn(c.term, c.matches[0]._replace(i=c.i, j=c.j), within.bitext)
            yield Aligned(part, within, chosen, start, passage.i, parts_known)


def _uncut(found: Sequence[Passage], text: JapaneseText, gatherer: Gatherer) -> bool:
    """Whether all of both sides is one passage."""
    return len(found) == 1 and found[0] == (0, len(text.morphemes), 0, len(gatherer.bitext.english.forms))


def _defines(gatherer: Gatherer) -> bool:
    """Whether the passage says of something by what other name it goes."""
    bitext = gatherer.bitext
    return bool(bitext.acronyms and bitext.definitions) or sets_names_beside(bitext)


class _Linked:
    """What the links of the passages so far take up.

    Attributes
    ----------
    places : set of (int, int)
        Folded code points of the document.
    covered : set of int
        The code points of these.
    surfaces : set of str
        Terms.
    words : set of int
        Words of the document.
    """

    def __init__(self) -> None:
        self.places: set[tuple[int, int]] = set()
        self.covered: set[int] = set()
        self.surfaces: set[str] = set()
        self.words: set[int] = set()

    def leaves(self, start: int, end: int) -> bool:
        """Whether no code point of these is part of a link."""
        return self.covered.isdisjoint(range(start, end))

    def counted(self, aligned: Iterable[Aligned]) -> Iterator[Aligned]:
        """Passages handed on; none of them is kept."""
        for part in aligned:
            for c in part.chosen:
                self.places.add((part.start + c.start, part.start + c.end))
                self.covered.update(range(part.start + c.start, part.start + c.end))
                self.surfaces.add(c.term.surface)
                self.words.update(range(part.first + c.i, part.first + c.j))
            yield part


def _looked_up(
    text: JapaneseText, gatherer: Gatherer, strays: Sequence[Place], linked: _Linked, terms: TermCache, threshold: float
) -> Aligned:
    """Links of terms that nothing near renders, and no passage has by another link."""
    left = [(start, end) for start, end in strays if text.text[start:end] not in linked.surfaces]
    found = said_once(left, text, gatherer.bitext, terms, gatherer.kinds, threshold, linked.words)
    return Aligned(text, gatherer, found, parts_known=True)
