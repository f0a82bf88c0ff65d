"""Terms that nothing near renders, in all of a long text: what only one place of it says, and says exactly."""

from collections.abc import Collection, Iterable, Set

from termalign.choice import Candidate as Scored
from termalign.evidence.bitext import Bitext
from termalign.evidence.term_cache import TermCache
from termalign.evidence.valued import VALUES
from termalign.japanese.text import JapaneseText
from termalign.situations.mentions import find_mentions

_NAMED = frozenset({"glossary", "verbatim", "romaji", "name"})
_SURE, _DIGITS = 0.9, 2
LOOKED_UP = frozenset({*_NAMED, *VALUES, "gloss"})
"""Kinds of evidence that are looked up, not searched for."""


def said_once(
    spans: Iterable[tuple[int, int]],
    text: JapaneseText,
    bitext: Bitext,
    terms: TermCache,
    kinds: Collection[str] | None,
    threshold: float,
    taken: Set[int],
) -> list[Scored]:
    """Links of the terms at some folded code points, each with the one mention that the English has of it.

    Parameters
    ----------
    spans : iterable of (int, int)
        Where the terms stand; of a term that stands in several places the first is meant.
    text : JapaneseText
        The Japanese.
    bitext : Bitext
        The English.
    terms : TermCache
        Headwords that are known already.
    kinds : collection of str, optional
        The kinds of links to look for; all by default.
    threshold : float
        The least score of a mention.
    taken : set of int
        English words that render something else.
    """
    places: dict[str, int] = {}
    for start, end in spans:
        places.setdefault(text.text[start:end], start)
    able = LOOKED_UP if kinds is None else LOOKED_UP.intersection(kinds)
    found = find_mentions(places, bitext, terms, able, threshold)
    once = [
        (surface, exact[0]) for surface, mentions in found.items() if len(exact := list(filter(_exact, mentions))) == 1
    ]
    links, used = [], set(taken)
    for surface, c in sorted(once, key=lambda one: -one[1].score):
        if used.isdisjoint(range(c.i, c.j)):
            used.update(range(c.i, c.j))
            links.append(c._replace(start=places[surface], end=places[surface] + len(surface)))
    return links


def _exact(c: Scored) -> bool:
    """Whether nothing but the very rendering is so: a name, a figure of more than two digits, a gloss of several words."""
    best = c.matches[0]
    if best.kind in _NAMED:
        return True
    if best.coverage < 1.0 or best.strength < _SURE:
        return False
    if best.kind in VALUES:
        return sum(map(str.isdigit, best.forms[-1])) > _DIGITS
    return best.kind == "gloss" and c.j - c.i > 1
