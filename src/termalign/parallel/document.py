"""A document, aligned passage by passage (`termalign.passages`), so that its length does not matter.

What a passage defines, and what its links say of it, is known to the others: those that define something come first. A term
whose own sentence has no counterpart, and a given term that its passage does not render, are looked up once more over the whole
text, by what is exact and costs next to nothing.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from termalign.calibration import scale
from termalign.choice import Candidate, calibrated, greedy
from termalign.evidence.apposition import sets_names_beside
from termalign.evidence.elsewhere import Elsewhere
from termalign.evidence.gather import Claim, Gatherer
from termalign.evidence.term import Term
from termalign.evidence.term_cache import TermCache
from termalign.evidence.valued import VALUES
from termalign.japanese.text import JapaneseText
from termalign.parallel.beside_the_choice import with_what_form_says
from termalign.parallel.given import align_given
from termalign.parallel.search import candidates
from termalign.passages import Passage, passages
from termalign.situations.translated import align_translated

_LOOKED_UP = ("glossary", "verbatim", "romaji", "name", "number", "date", "gloss")
_SURE, _DIGITS = 0.9, 2
_EXACT = ("glossary", "verbatim", "romaji", "name")  # kinds of evidence that are looked up, not searched for

Given = tuple[int, int, Term]


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


def align_document(text: JapaneseText, gatherer: Gatherer, terms: TermCache, threshold: float) -> Iterator[Aligned]:
    """`align_translated` for texts of any length: each passage, in no order, when it is asked for."""

    def work(part: JapaneseText, within: Gatherer, start: int) -> list[Candidate]:
        return with_what_form_says(align_translated(part, within, terms, threshold), part, within, terms, threshold)

    found = passages(text, gatherer.bitext.english, terms)
    if _uncut(found, text, gatherer):
        yield Aligned(text, gatherer, work(text, gatherer, 0), parts_known=True)
        return
    linked = _Linked()
    yield from linked.counted(_by_passage(text, gatherer, found, work, parts_known=True))
    left = [run for run, span in zip(text.runs, text.run_spans, strict=True) if linked.leaves(*span)]
    yield _looked_up(text, gatherer, [_term(text, a, b, terms) for a, b in left], linked, threshold)


def align_given_document(
    text: JapaneseText, given: Sequence[Given], gatherer: Gatherer, terms: TermCache, threshold: float
) -> Iterator[Aligned]:
    """`align_given` for texts of any length: each passage that a given term stands in, in no order, when it is asked for."""

    def work(part: JapaneseText, within: Gatherer, start: int) -> list[Candidate]:
        if part is text:
            return align_given(text, given, gatherer, terms, threshold)
        end = start + len(part.text)
        inside = ordered[bisect_left(starts, start) : bisect_left(starts, end)]
        own = [(s - start, e - start, term) for s, e, term in inside if e <= end]
        found = align_given(part, own, within, terms, threshold) if own else []
        return [c for c in found if c.matches[0].kind != "context"]  # which passage is whose is itself a guess

    ordered = sorted(given, key=lambda g: g[:2])
    starts = [start for start, _, _ in ordered]
    found = passages(text, gatherer.bitext.english, terms, [g[:2] for g in ordered])
    linked = _Linked()
    yield from linked.counted(_by_passage(text, gatherer, found, work))
    if not _uncut(found, text, gatherer):
        strays = [g for g in given if g[:2] not in linked.places]
        yield _looked_up(text, gatherer, strays, linked, threshold)


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


def _term(text: JapaneseText, a: int, b: int, terms: TermCache) -> Given:
    term = terms.at(text, a, b)
    return text.morphemes[a].start, text.morphemes[b - 1].end, term


def _is_exact(claim: Claim) -> bool:
    """Whether nothing but the very rendering is so: a name, a figure of more than two digits, a gloss of several words."""
    best = claim.matches[0]
    if best.kind in _EXACT:
        return True
    if best.coverage < 1.0 or best.strength < _SURE or best.rule:
        return False
    if best.kind in VALUES:
        return sum(map(str.isdigit, best.forms[-1])) > _DIGITS
    return claim.j - claim.i > 1 and not best.parts


def _looked_up(
    text: JapaneseText, gatherer: Gatherer, strays: Sequence[Given], linked: _Linked, threshold: float
) -> Aligned:
    """Links of terms that nothing near renders: what is exact, said once in the whole text, and no other's rendering."""
    exact = gatherer.asking(_LOOKED_UP)
    found: list[Candidate] = []
    known: dict[Term, list[Claim]] = {}
    for start, end, term in strays:
        if term.surface not in linked.surfaces:
            if term not in known:
                known[term] = [claim for claim in exact.own_claims(term) if _is_exact(claim)]
            claims = known[term]
            if len(claims) == 1 and linked.words.isdisjoint(range(claims[0].i, claims[0].j)):
                found += candidates(start, end, term, claims, exact, None)
    return Aligned(text, exact, calibrated(greedy(found, scale("listed").score(threshold)), "listed"))
