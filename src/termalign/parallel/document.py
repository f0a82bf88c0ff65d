"""A document, aligned passage by passage (`termalign.passages`), so that its length does not matter.

What a passage defines, and what its links say of it, is known to the others: those that define something come first. A term
whose own sentence has no counterpart, and a given term that its passage does not render, are looked up once more over the whole
text, by what is exact and costs next to nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from termalign.calibration import scale
from termalign.choice import Candidate, calibrated, greedy
from termalign.evidence.apposition import sets_names_beside
from termalign.evidence.elsewhere import Elsewhere
from termalign.evidence.gather import Gatherer
from termalign.evidence.term import Term, TermCache
from termalign.japanese.text import JapaneseText
from termalign.parallel.found import align_parallel
from termalign.parallel.given import align_given
from termalign.parallel.search import candidates
from termalign.passages import Passage, passages

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
    """

    text: JapaneseText
    gatherer: Gatherer
    chosen: list[Candidate]
    start: int = 0
    first: int = 0


def align_document(
    text: JapaneseText, gatherer: Gatherer, terms: TermCache, threshold: float, predicates: bool = False
) -> list[Aligned]:
    """`align_parallel` for texts of any length."""

    def work(part: JapaneseText, within: Gatherer, start: int) -> list[Candidate]:
        return align_parallel(part, within, terms, threshold, predicates)

    found = passages(text, gatherer.bitext.english, terms)
    aligned = list(_by_passage(text, gatherer, found, work))
    if len(aligned) > 1 and not predicates:
        alone = _outside([(p.a, p.b) for p in found], text.runs)
        strays = [
            (text.morphemes[a].start, text.morphemes[b - 1].end, terms.get(text.surface(a, b), text.morphemes[a:b]))
            for a, b in alone
        ]
        aligned.append(_looked_up(text, gatherer, strays, aligned, threshold))
    return aligned


def align_given_document(
    text: JapaneseText, given: Sequence[Given], gatherer: Gatherer, terms: TermCache, threshold: float
) -> list[Aligned]:
    """`align_given` for texts of any length."""

    def work(part: JapaneseText, within: Gatherer, start: int) -> list[Candidate]:
        end = start + len(part.text)
        own = [(s - start, e - start, term) for s, e, term in given if start <= s and e <= end]
        return align_given(part, own, within, terms, threshold) if own else []

    found = passages(text, gatherer.bitext.english, terms, [(start, end) for start, end, _ in given])
    aligned = list(_by_passage(text, gatherer, found, work))
    if len(aligned) > 1:
        linked = {(part.start + c.start, part.start + c.end) for part in aligned for c in part.chosen}
        strays = [g for g in given if g[:2] not in linked]
        aligned.append(_looked_up(text, gatherer, strays, aligned, threshold))
    return aligned


def _by_passage(
    text: JapaneseText,
    gatherer: Gatherer,
    found: Sequence[Passage],
    work: Callable[[JapaneseText, Gatherer, int], list[Candidate]],
) -> Iterator[Aligned]:
    """Each passage's links; those of passages that define something first."""
    if len(found) == 1 and found[0] == (0, len(text.morphemes), 0, len(gatherer.bitext.english)):
        yield Aligned(text, gatherer, work(text, gatherer, 0))
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
            yield Aligned(part, within, chosen, start, passage.i)


def _defines(gatherer: Gatherer) -> bool:
    """Whether the passage says of something by what other name it goes."""
    bitext = gatherer.bitext
    return bool(bitext.acronyms and bitext.definitions) or sets_names_beside(bitext)


def _outside(taken: Iterable[tuple[int, int]], ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The ranges that share nothing with those taken."""
    covered = {k for a, b in taken for k in range(a, b)}
    return ((a, b) for a, b in ranges if covered.isdisjoint(range(a, b)))


def _looked_up(
    text: JapaneseText, gatherer: Gatherer, strays: Sequence[Given], aligned: Sequence[Aligned], threshold: float
) -> Aligned:
    """Links of terms that nothing near renders: what is exact, said once in the whole text, and no other's rendering."""
    taken = {part.first + k for part in aligned for c in part.chosen for k in range(c.i, c.j)}
    linked = {c.term.surface for part in aligned for c in part.chosen}
    exact = gatherer.asking(_EXACT)
    found: list[Candidate] = []
    for start, end, term in strays:
        if term.surface not in linked:
            claims = exact.own_claims(term)
            if len(claims) == 1 and taken.isdisjoint(range(claims[0].i, claims[0].j)):
                found += candidates(start, end, term, claims, exact, None)
    return Aligned(text, exact, calibrated(greedy(found, scale("listed").score(threshold)), "listed"))
