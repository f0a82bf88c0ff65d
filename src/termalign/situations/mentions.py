"""The mentions of listed terms: each is judged alone, then compared with all others, and the best are chosen."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from types import MappingProxyType

from termalign.decide.calibration import Scale, fitted_scale
from termalign.decide.other_mentions import seen_elsewhere
from termalign.decide.rival_terms import beside_other_terms, claims
from termalign.decide.weights import Table, log_odds, packaged
from termalign.english.text import EnglishText
from termalign.kinds.registry import asked
from termalign.odds import chance
from termalign.propose.candidate import Candidate
from termalign.propose.equated import judge_equated
from termalign.situations.listed import Mentioned, entry, mentioned
from termalign.situations.scored import Chosen, scored
from termalign.target.target import Target
from termalign.terms.term_cache import TermCache

_SMOOTHING = 2.0  # terms added to those mentioned: a list of one term says little
# Of the articles on which the handicap is fitted: words, and terms that are not mentioned.
_ARTICLE, _LONGEST = 400, 1_000


def judge(
    terms: Mapping[str, Sequence[Candidate]],
    weights: Mapping[str, Table],
    english: EnglishText,
) -> None:
    """Set the log odds of every candidate of every term that a text may mention.

    ``weights`` are by stage and feature: ``listed`` for the first pass, ``listed again`` for the second.
    """
    look_again(terms, weights["listed"], english)
    for candidates in terms.values():
        for c in candidates:
            c.odds = log_odds(weights["listed again"], c.features)


def look_again(
    terms: Mapping[str, Sequence[Candidate]],
    listed: Table,
    english: EnglishText,
) -> None:
    """Judge every candidate alone, and add features of that judgement to the other candidates."""
    for candidates in terms.values():
        for c in candidates:
            c.odds = log_odds(listed, c.features)
    claimed = claims(terms)
    for term, candidates in terms.items():
        beside_other_terms(term, candidates, claimed)
        seen_elsewhere(candidates, english)
        judge_equated(candidates, english)


def chosen(candidates: Sequence[Candidate], calibrated: Scale, least: float) -> list[Candidate]:
    """Return the mentions of a term, in text order: the best candidates that share no word and reach the score ``least``."""
    taken: set[int] = set()
    found = []
    for c in sorted(candidates, key=lambda c: (-c.odds, c.i, c.j)):
        if calibrated.above(c.odds, least) <= 0:
            break
        if taken.isdisjoint(range(c.i, c.j)):
            taken.update(range(c.i, c.j))
            found.append(c)
    return sorted(found, key=lambda c: c.i)


def rarity(candidates: Iterable[Sequence[Candidate]], listed: int, words: int) -> float:
    """Return the log of how many terms could match an article by coincidence, per term that the text seems to mention.

    ``candidates`` are those of each term that has any, ``listed`` is the length of the list, and ``words`` the length of
    the text. The longer the text and the more terms it does not mention, the more coincidences there are. Terms beyond
    the longest list that was measured do not count.
    """
    mentioned = sum(chance(max(c.odds for c in each)) for each in candidates if each)
    return math.log1p(min(listed - mentioned, _LONGEST) * words / _ARTICLE / (mentioned + _SMOOTHING))


def handicap(
    terms: Mapping[str, Sequence[Candidate]],
    listed: int,
    english: EnglishText,
) -> float:
    """Return what to add to the log odds of each candidate, 0 or less, because of the terms that a text does not mention."""
    whole: dict[str, list[Candidate]] = {}
    for c in (c for candidates in terms.values() for c in candidates):
        whole.setdefault(c.listed_as, []).append(c)
    return packaged()["calibration"]["listed rarity"] * rarity(whole.values(), max(listed, len(whole)), len(english))


def find_mentions(
    surfaces: Mapping[str, Collection[int]],
    target: Target,
    terms: TermCache,
    kinds: Collection[str] | None,
    threshold: float,
    barred: Set[int] = frozenset(),
    listed: int = 0,
    first_names: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, list[Chosen]]:
    """Return the mentions of terms in an English text, in text order, for each term that has any.

    ``surfaces`` are the folded terms, each with the words near which its parts may be; none if they may be anywhere.
    ``kinds`` are the kinds of links to look for (all by default), and ``threshold`` is the minimum score of a mention.
    ``barred`` are English words that render nothing. ``listed`` is the length of the whole list from which the terms
    were selected. ``first_names`` has the first name of a term for each of its other names: they are not rivals.
    """
    pairs = all_mentioned(surfaces, target, terms, kinds, barred, first_names)
    candidates = {surface: pair.candidates for surface, pair in pairs.items()}
    judge(candidates, packaged(), target.english)
    less = handicap(candidates, listed, target.english)
    for c in (c for found in candidates.values() for c in found):
        c.odds += less
    calibrated = fitted_scale("listed")
    found = {
        surface: scored(chosen(pair.candidates, calibrated, threshold), pair, calibrated)
        for surface, pair in pairs.items()
    }
    _by_whole_names(found, first_names)
    return {surface: mentions for surface, mentions in found.items() if mentions}


def _by_whole_names(found: dict[str, list[Chosen]], first_names: Mapping[str, str]) -> None:
    """Remove the mentions by a shorter name inside a whole name of the same term: *Ishin* in *Nippon Ishin no Kai*.

    The mention by the whole name gets the score of the shorter one if it is higher: the title in *Prime Minister Shigeru
    Ishiba* makes the mention no less likely.
    """
    for name, first in first_names.items():
        short, full = sorted((name, first), key=len)
        if short not in full or short not in found or full not in found:
            continue
        at = {(one.i, one.j) for one in found[short]}
        whole = [one for one in found[full] if (one.i, one.j) not in at]
        for k, one in enumerate(whole):
            within = [c for c in found[short] if one.i <= c.i and c.j <= one.j]
            whole[k] = replace(one, score=max([one.score, *[c.score for c in within]]))
            found[short] = [c for c in found[short] if c not in within]
        found[full] = whole


def all_mentioned(
    surfaces: Mapping[str, Collection[int]],
    target: Target,
    terms: TermCache,
    kinds: Collection[str] | None,
    barred: Set[int] = frozenset(),
    first_names: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, Mentioned]:
    """Return the terms that an English text may mention, each with its candidates. Parameters as for `find_mentions`."""
    able, together = asked(kinds), kinds is None or "composed" in kinds
    found: dict[str, Mentioned] = {}
    for surface, near in surfaces.items():
        listed = entry(surface, terms)
        if listed.ja.morphemes and len(target.english):
            pair = mentioned(listed, target, able, together, near)
            pair.candidates = [
                c for c in pair.candidates if (kinds is None or c.kind in kinds) and barred.isdisjoint(range(c.i, c.j))
            ]
            for c in pair.candidates:
                c.listed_as = first_names.get(surface, surface)
            if pair.candidates:
                found[surface] = pair
    return found
