"""Features of a candidate after a first choice of links: the links it would displace, and its neighbours."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from termalign.decide.company import Company
from termalign.decide.neighbours import Neighbours
from termalign.decide.weights import bounded, judged_before
from termalign.english.text import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Features
from termalign.propose.candidate import Candidate, apposed, by_japanese

#: Features of the first look that the odds do not sum up, so later looks see them again.
_LASTING = (
    "light",
    "off place",
    "whole run",
    "left of the run",
    "a predicate's",
    "content before",
    "content after",
    "best rival",
    "beats its rivals",
    "beaten by a rival",
    "best of others",
    "beaten by others",
)
NEARLY_RIGHT = ("related", "words")
"""Features that say how often a link is right or nearly right, compared with how often it is exactly right."""


_KEPT = (*_LASTING, *NEARLY_RIGHT)


def look_again(
    candidates: Sequence[Candidate],
    chosen: Iterable[Candidate],
    predicates: Iterable[Candidate],
    ja: JapaneseText,
    english: EnglishText,
) -> list[tuple[Candidate, Features]]:
    """Return each candidate with its features for the second look.

    ``candidates`` are those that may still be right, with the odds of the first look. ``chosen`` is the first choice.
    ``predicates`` are the candidates for verbs and adjectives of the Japanese.
    """
    links = list(chosen)
    foes, neighbours, company = _Foes(links, english), Neighbours(links), Company([*links, *predicates], ja, english)
    found = []
    for rivals in by_japanese(candidates).values():
        a, b = rivals[0].a, rivals[0].b
        beside = neighbours.beside(a, b)
        for c, kept in zip(rivals, company.of(rivals, a, b), strict=True):
            f = {name: c.features[name] for name in _KEPT if name in c.features}
            f.update(judged_before(c.odds))
            f["bias"], f["single odds"] = 1.0, bounded(c.single_odds)
            f.update({**foes.of(c), **neighbours.near(c, beside, ja), **kept})
            found.append((c, f))
    return found


class _Foes:
    """The links of the first choice, by the morphemes and words that they take."""

    def __init__(self, links: Iterable[Candidate], english: EnglishText) -> None:
        self._english = english
        self._links = set(map(id, links := list(links)))
        self._by_morpheme = {k: c for c in links for k in range(c.a, c.b)}
        self._by_word: defaultdict[int, list[Candidate]] = defaultdict(list)
        for c in links:
            for k in range(c.i, c.j):
                self._by_word[k].append(c)

    def of(self, c: Candidate) -> Features:
        """Return features of the best link that the candidate clashes with, or of the candidate as a link."""
        odds = bounded(c.odds)
        if id(c) in self._links:
            return {"chosen": 1.0, "chosen odds": odds, "no foe": 1.0}
        those = [self._by_morpheme[k] for k in range(c.a, c.b) if k in self._by_morpheme]
        those += [o for k in range(c.i, c.j) for o in self._by_word.get(k, ()) if not apposed(c, o, self._english)]
        most = max([o.odds for o in those], default=-math.inf)
        if most == -math.inf:
            return {"no foe": 1.0}
        return {
            "beats the chosen": max(0.0, odds - bounded(most)),
            "beaten by the chosen": max(0.0, bounded(most) - odds),
        }
