"""Aligning a prepared list: search, then put what was found before the matchers."""

from collections.abc import Iterable, Iterator
from typing import Any

from termalign.alignment import Alignment
from termalign.calibration import scale
from termalign.choice import Candidate, calibrated, mentions
from termalign.evidence.gather import Gatherer
from termalign.evidence.gloss import IN_PART
from termalign.evidence.grown import GROWN
from termalign.evidence.term import Term
from termalign.evidence.term_cache import TermCache
from termalign.japanese.tagger import morphemes
from termalign.model import Link, Span
from termalign.parallel import candidates
from termalign.score import COVERED
from termalign.termlist.also_called import also_called
from termalign.termlist.asked import Asked
from termalign.termlist.base_rate import NONE_LOST, BaseRate
from termalign.termlist.bounds import Bounds
from termalign.termlist.chance import is_chance
from termalign.termlist.found import Found
from termalign.termlist.gatherer import ListGatherer
from termalign.termlist.likely import likely
from termalign.termlist.prepared import TermList
from termalign.termlist.search import Search
from termalign.termlist.shortlist import may_be_linked
from termalign.text import normalise

_HARDLY = 0.1
_OF_SOME = IN_PART | {GROWN}


def found_in(terms: TermList, gatherer: ListGatherer, cache: TermCache, threshold: float) -> Iterator[Found]:
    """The terms of a prepared list that have a mention in the English text of `gatherer`.

    Parameters
    ----------
    terms : TermList
        What to look for.
    gatherer : ListGatherer
        Of the English text.
    cache : TermCache
        Where analyses are kept.
    threshold : float
        The least score of a link.
    """
    bitext = gatherer.bitext
    rate = BaseRate(terms.distinct)
    bounds = Bounds(bitext, scale("listed").score(threshold), rate)
    search = Search(terms.arrays, bounds, terms)
    gatherer.be_told(search, terms.arrays, terms.surface, bounds.room)
    asked = Asked(terms, gatherer, cache)
    found = {
        node
        for node in search.found
        if terms.is_listed(node) and may_be_linked(asked.term(node), asked.matches(node), bitext, bounds.circumstances)
    }
    compounds = search.compounds.rendered(found, asked)
    for node, words in compounds.items():
        gatherer.lay(terms.surface(node), words)
    for node in found | compounds.keys():
        places = terms.places(node)
        kept = _mentions(asked.term(node), gatherer, threshold, rate) if places else []
        if kept:
            for k in places:
                start, end = terms.offsets(k)
                yield Found(start, normalise(terms.ja[start:end]), kept)


def found_among(terms: Iterable[str], gatherer: Gatherer, cache: TermCache, threshold: float) -> Iterator[Found]:
    """The same of a list that is not prepared, each term put before every matcher."""
    at = 0
    kept: dict[str, list[Candidate]] = {}
    for raw in terms:
        folded = normalise(raw)
        if folded.text not in kept:
            cut = morphemes(folded.text)
            kept[folded.text] = _mentions(cache.get(folded.text, cut), gatherer, threshold, NONE_LOST) if cut else []
        if kept[folded.text]:
            yield Found(at, folded, kept[folded.text])
        at += len(raw) + 1


def _mentions(term: Term, gatherer: Gatherer, threshold: float, rate: BaseRate) -> list[Candidate]:
    found = candidates(0, len(term.surface), term, gatherer.claims(term), gatherer, None)
    english = gatherer.bitext.english
    if rate.rarity:
        found = [c._replace(score=rate.lowered(c.score, c.matches, english, c.i, c.j, term.surface)) for c in found]
    found = also_called(found, gatherer.bitext)
    least = scale("listed").score(threshold)
    able = [c for c in found if c.score >= least and not is_chance(c, english)]
    kept = mentions(_without_halves(able), least) if able else able
    return calibrated(likely(kept, english), "listed") if kept else kept


def _without_halves(found: list[Candidate]) -> list[Candidate]:
    """The candidates without those by some of a gloss within one that is all of the term: provisional gas *tax rate*."""
    halves = [c for c in found if all(m.kind == "gloss" for m in c.matches) and not _is_whole(c)]
    whole = _by_word(c for c in found if _is_whole(c)) if halves else {}
    within = {(c.i, c.j) for c in halves if any(c.j <= o.j for o in whole.get(c.i, ()))}
    beginning: dict[int, list[Candidate]] = {}
    for c in found:
        beginning.setdefault(c.i, []).append(c)
    within.update((c.i, c.j) for c in found if any(_goes_on(c, o) for o in beginning[c.i]))
    return [c for c in found if (c.i, c.j) not in within]


def _by_word(found: Iterable[Candidate]) -> dict[int, list[Candidate]]:
    """The candidates that each word belongs to."""
    at: dict[int, list[Candidate]] = {}
    for c in found:
        for k in range(c.i, c.j):
            at.setdefault(k, []).append(c)
    return at


def _goes_on(c: Candidate, o: Candidate) -> bool:
    """Whether a gloss goes on with another of the same term that is hardly less sure: technical intern *trainee*."""
    longer = o.i == c.i and c.j < o.j and o.score > c.score - _HARDLY
    return longer and all(m.kind == "gloss" and not m.parts and not m.rule for m in (c.matches[0], o.matches[0]))


def _is_whole(c: Candidate) -> bool:
    return any(m.coverage >= COVERED and m.rule not in _OF_SOME for m in c.matches)


def line_spans(ja: str, terms: Iterable[str]) -> Iterator[Span]:
    """Where each term that is not empty stands in the terms joined with line feeds."""
    at = 0
    for term in terms:
        if term:
            yield Span.of(ja, at, at + len(term))
        at += len(term) + 1


class ListedAlignment(Alignment):
    """An alignment of a prepared list, which works out the terms that nothing renders only when it is asked for them."""

    __slots__ = ("_terms",)
    _terms: TermList

    def __init__(self, terms: TermList, en: str, links: tuple[Link, ...]) -> None:
        members = {"ja": terms.ja, "en": en, "links": links, "situation": "terms", "_terms": terms}
        for name, value in members.items():
            object.__setattr__(self, name, value)

    @property
    def unaligned(self) -> tuple[Span, ...]:
        linked = {link.ja.start for link in self.links}
        return tuple(span for span in self._terms.spans if span.start not in linked)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Alignment):
            return NotImplemented
        mine, theirs = ((x.ja, x.en, x.links, x.unaligned) for x in (self, other))
        return mine == theirs

    def __hash__(self) -> int:
        return hash((self.ja, self.en, self.links, self.unaligned))

    def __reduce__(self) -> Any:
        return Alignment, (self.ja, self.en, self.links, self.unaligned, self.situation)
