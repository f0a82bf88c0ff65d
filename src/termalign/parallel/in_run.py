"""A given term that is a part of a compound stands where the rest of the compound stands too: 承継, of 一般承継, in *general
succession*.
"""

from collections.abc import Iterator, Sequence

from termalign.choice import Candidate
from termalign.evidence.composition import Composition
from termalign.evidence.gather import Gatherer
from termalign.evidence.term_cache import TermCache
from termalign.japanese.text import JapaneseText

_DOUBT_LEFT = 0.6


def sure_in_run(own: Sequence[Candidate], text: JapaneseText, gatherer: Gatherer, terms: TermCache) -> list[Candidate]:
    """The candidates of given terms, those surer that stand beside what renders the word next to the term in its noun run.

    Parameters
    ----------
    own : sequence of Candidate
        With the scores of their own evidence.
    """
    places = {place: _places(*place, text, gatherer, terms) for place in dict.fromkeys((c.start, c.end) for c in own)}
    if not any(places.values()):
        return list(own)
    return [
        c._replace(score=1.0 - _DOUBT_LEFT * (1.0 - c.score))
        if any(c.i < j and i < c.j for i, j in places[c.start, c.end])
        else c
        for c in own
    ]


def words_compounded(start: int, end: int, text: JapaneseText, gatherer: Gatherer, terms: TermCache) -> set[int]:
    """English words that may render what the term ``start:end`` is compounded with, affixes among it: 鉱業|権, mining *right*."""
    within = _within(start, end, text)
    if within is None:
        return set()
    (x, y), (a, b) = within
    beside = [k for k in (x - 1, y) if a <= k < b]
    others = [terms.at(text, k, k + 1) for k in beside]
    return {k for term in others for claim in gatherer.own_claims(term) for k in range(claim.i, claim.j)}


def _places(start: int, end: int, text: JapaneseText, gatherer: Gatherer, terms: TermCache) -> list[tuple[int, int]]:
    """The words ``i:j`` at which the term ``start:end`` stands as a part of its noun run."""
    within = _within(start, end, text)
    if within is None:
        return []
    (x, y), (a, b) = within
    compositions = gatherer.compositions(terms.at(text, a, b))
    return list(_at(compositions, x - a, y - a))


def _within(start: int, end: int, text: JapaneseText) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The morphemes of the term ``start:end``, and those of the noun run that it is a part of; None if it is no part of one."""
    found = text.range_at(start, end)
    run = text.run_around(*found) if found else None
    return None if found is None or run is None or run == found else (found, run)


def _at(compositions: Sequence[Composition], a: int, b: int) -> Iterator[tuple[int, int]]:
    """Where the morphemes ``a:b`` stand in phrases of two parts with nothing between them on either side."""
    for c in compositions:
        words, morphemes = sum(p.j - p.i for p in c.places), sum(p.b - p.a for p in c.places)
        if len(c.places) == 2 and (c.j - c.i, c.b - c.a) == (words, morphemes):
            yield from ((p.i, p.j) for p in c.places if (p.a, p.b) == (a, b) and p.kind == "gloss")
