"""Features of a candidate's company: whether the words around a term are rendered around the candidate."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from termalign.english.text import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Features
from termalign.odds import chance
from termalign.propose.candidate import Candidate

_IN_JAPANESE, _IN_ENGLISH = (2.0, 0.3), (4.0, 0.5)
"""In how many morphemes or words company counts for e times less, and how much what is behind a mark counts."""
_LEAST = 0.01  # company that counts for less is left out
_FAR = 10  # morphemes: what is further off counts for less than that
_RIVAL = 1.5  # log odds by which a rival may be less likely by its own evidence
_MARKS = frozenset("、。，．,.;；:：!！?？()（）「」『』・…—―\n")
_AND = frozenset("と や 及び および 又は または 若しくは もしくは 並びに ならびに".split())
_TURNS = frozenset({"and", "but", "while", "whereas", "although", "though", "which", "who", "when", "after", "before"})


class Company:
    """The words of a text that something is known to render, to be found again around each candidate of a term.

    Parameters
    ----------
    links : iterable of Candidate
        The links of the text, and the candidates of its predicates.
    ja : JapaneseText
        The Japanese.
    english : EnglishText
        The English.
    """

    def __init__(self, links: Iterable[Candidate], ja: JapaneseText, english: EnglishText) -> None:
        found = [(part, chance(c.odds)) for c in links for part in c.leaves]
        self._links = sorted(found, key=lambda link: link[0].a)
        self._starts = [part.a for part, _ in self._links]
        self._longest = max([part.b - part.a for part, _ in found], default=0)
        self._ja = _borders([m.surface in _MARKS or m.surface in _AND for m in ja.morphemes])
        turns = [x.lower in _TURNS for x in english.lexemes]
        self._en = _borders([turn or (k > 0 and not english.tight[k - 1]) for k, turn in enumerate(turns)])

    def of(self, candidates: Sequence[Candidate]) -> list[Features]:
        """Return features for each of the candidates of one term: its company, and how much more it has than its best rival,
        or how much less.
        """
        around = self._around(candidates[0].a, candidates[0].b)
        whole = sum([counts for _, counts in around])
        if not whole:
            return [{} for _ in candidates]
        near = {place: self._nearness(place, around) for place in {(c.i, c.j) for c in candidates}}
        found = []
        for c in candidates:
            own = near[c.i, c.j]
            f: Features = {"company": sum([counts * x for (_, counts), x in zip(around, own, strict=True)]) / whole}
            rivals = [near[o.i, o.j] for o in candidates if _are_rivals(c, o)]
            if rivals:
                votes = min([_votes(around, own, rival) for rival in rivals]) / whole
                f["better company" if votes > 0 else "worse company"] = abs(votes)
            found.append(f)
        return found

    def speaks_for(self, c: Candidate, other: Candidate) -> float:
        """Return how much nearer the company of a candidate's term is to the words of the candidate than to those of
        another link, which is no company, from −1 to 1.
        """
        around = [(link, counts) for link, counts in self._around(c.a, c.b) if link.beside((other.a, other.b))]
        whole = sum([counts for _, counts in around])
        if not whole:
            return 0.0
        own, rival = (self._nearness((each.i, each.j), around) for each in (c, other))
        return _votes(around, own, rival) / whole

    def _around(self, a: int, b: int) -> list[tuple[Candidate, float]]:
        """Return the links around the morphemes ``a:b``, and how much each counts."""
        found = []
        first = bisect_left(self._starts, a - _FAR - self._longest)
        for link, likely in self._links[first : bisect_left(self._starts, b + _FAR)]:
            if a - _FAR < link.b <= a or b <= link.a < b + _FAR:
                counts = likely * _closeness((link.a, link.b), (a, b), self._ja, *_IN_JAPANESE)
                if counts > _LEAST:
                    found.append((link, counts))
        return found

    def _nearness(self, place: tuple[int, int], around: Sequence[tuple[Candidate, float]]) -> list[float]:
        """Return how near the English of each link is to some words."""
        return [_closeness((link.i, link.j), place, self._en, *_IN_ENGLISH) for link, _ in around]


def _votes(around: Sequence[tuple[Candidate, float]], own: Sequence[float], rival: Sequence[float]) -> float:
    """Return by how much the links are nearer to some words than to a rival's."""
    each = zip(around, own, rival, strict=True)
    return sum([counts * (x - y) / (x + y + _LEAST) for (_, counts), x, y in each])


def _are_rivals(one: Candidate, other: Candidate) -> bool:
    """Return whether another candidate has different words and no weaker evidence of its own."""
    apart = other.j <= one.i or one.j <= other.i
    return apart and other.kind == one.kind and other.single_odds > one.single_odds - _RIVAL


def _borders(parting: Iterable[bool]) -> list[int]:
    """Return how many borders there are before each word, and before the end."""
    return [0, *accumulate(map(int, parting))]


def _closeness(
    one: tuple[int, int], other: tuple[int, int], borders: Sequence[int], reach: float, parted: float
) -> float:
    """Return how near two stretches are: 1 for neighbours, less for each word and each border between them."""
    first, second = (one, other) if one < other else (other, one)
    low, high = first[1], second[0]
    if high < low:
        return 1.0
    return math.exp((low - high) / reach) * parted ** (borders[high + 1] - borders[low])
