"""Features of a candidate for a listed term, compared with the candidates of the other listed terms."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from termalign.decide.setting import named
from termalign.odds import chance
from termalign.propose.candidate import Candidate

_LEAST = -1.5  # log odds: a less likely candidate takes no word from another term


class Claimed(NamedTuple):
    """Words that a candidate of another term would take."""

    odds: float
    term: str
    i: int
    j: int
    listed_as: str  # the first name of the term


def claims(terms: Mapping[str, Sequence[Candidate]]) -> dict[int, list[Claimed]]:
    """Return the likely candidates of all terms for each English word, best first."""
    found: dict[int, list[Claimed]] = {}
    for term, candidates in terms.items():
        for c in candidates:
            if c.odds > _LEAST:
                for k in range(c.i, c.j):
                    found.setdefault(k, []).append(Claimed(c.odds, term, c.i, c.j, c.listed_as))
    return {k: _likeliest(each) for k, each in found.items()}


def _likeliest(claims: Iterable[Claimed]) -> list[Claimed]:
    """Return the claims, best first, with at most two terms for the same words, one of which is always another term."""
    kept: list[Claimed] = []
    terms: dict[tuple[int, int], set[str]] = {}
    for claim in sorted(claims, key=lambda claim: (-claim.odds, claim)):
        same = terms.setdefault((claim.i, claim.j), set())
        if len(same) < 2 and claim.listed_as not in same:
            same.add(claim.listed_as)
            kept.append(claim)
    return kept


def beside_other_terms(term: str, candidates: Sequence[Candidate], claimed: Mapping[int, Sequence[Claimed]]) -> None:
    """Add to a term's candidates the chances of other terms that want the same words, by how the two terms are related."""
    for c in candidates:
        for how, other in _others(c, claimed):
            related = _related(term, other.term)
            c.features[named(how, related)] = chance(other.odds)
            c.features[named(f"lost {how}", related)] = max(0.0, other.odds - c.odds)


def _others(c: Candidate, claimed: Mapping[int, Sequence[Claimed]]) -> Iterator[tuple[str, Claimed]]:
    """Yield, for each way of sharing words with ``c``, the likeliest candidate of another term."""
    seen = set()
    for k in range(c.i, c.j):
        for other in claimed.get(k, ()):
            if other.listed_as != c.listed_as:
                how = _how(c, other)
                if how not in seen:
                    seen.add(how)
                    yield how, other


def _how(c: Candidate, other: Claimed) -> str:
    if (other.i, other.j) == (c.i, c.j):
        return "other at the same"
    if other.i <= c.i and c.j <= other.j:
        return "other around"
    return "other within" if c.i <= other.i and other.j <= c.j else "other across"


def _related(term: str, other: str) -> str:
    """Return how the characters of another term relate to those of this term."""
    if term in other:
        return "longer"
    if other in term:
        return "shorter"
    return "sharing" if not set(term).isdisjoint(other) else "foreign"
