"""Features of a candidate's company: whether the words around a term are rendered near the candidate."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate, islice

from termalign.english.text import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kinds.kind import Features
from termalign.odds import chance
from termalign.propose.candidate import Candidate

_IN_JAPANESE, _IN_ENGLISH = (2.0, 0.3), (4.0, 0.5)
"""In how many morphemes or words company counts for e times less, and how much what is behind a mark counts."""
_LEAST = 0.01  # company with a lower weight is ignored
_FAR = 10  # morphemes: company further away is ignored
_RIVAL = 1.5  # log odds by which a rival's own evidence may be weaker
_MOST_RIVALS = 16  # rivals that a candidate is compared with: those with the most company
_MARKS = frozenset("、。，．,.;；:：!！?？()（）「」『』・…—―\n")
_AND = frozenset("と や 及び および 又は または 若しくは もしくは 並びに ならびに".split())
_TURNS = frozenset({"and", "but", "while", "whereas", "although", "though", "which", "who", "when", "after", "before"})


class Company:
    """The links of a text, to be looked up around each candidate of a term.

    ``links`` are the links of the text together with the candidates of its predicates.
    """

    def __init__(self, links: Iterable[Candidate], ja: JapaneseText, english: EnglishText) -> None:
        found = [(part, chance(c.odds)) for c in links for part in c.leaves]
        self._links = sorted(found, key=lambda link: link[0].a)
        self._starts = [part.a for part, _ in self._links]
        self._longest = max([part.b - part.a for part, _ in found], default=0)
        self._ja = _borders([m.surface in _MARKS or m.surface in _AND for m in ja.morphemes])
        turns = [x.lower in _TURNS for x in english.lexemes]
        self._en = _borders([turn or (k > 0 and not english.tight[k - 1]) for k, turn in enumerate(turns)])

    def of(self, candidates: Sequence[Candidate], a: int, b: int) -> list[Features]:
        """Return features for each candidate of the term at ``a:b``: its company, and its lead over the closest rival.

        The candidates may come from another segmentation into morphemes.
        """
        around = self._around(a, b)
        whole = sum([counts for _, counts in around])
        if not whole:
            return [{} for _ in candidates]
        near = {place: self._nearness(place, around) for place in {(c.i, c.j) for c in candidates}}
        company = {
            place: sum([counts * x for (_, counts), x in zip(around, own, strict=True)]) / whole
            for place, own in near.items()
        }
        in_company: defaultdict[str, list[Candidate]] = defaultdict(list)  # by kind, those with the most company first
        for c in sorted(candidates, key=lambda c: -company[c.i, c.j]):
            in_company[c.kind].append(c)
        found = []
        for c in candidates:
            f: Features = {"company": company[c.i, c.j]}
            rivals = islice((o for o in in_company[c.kind] if _are_rivals(c, o)), _MOST_RIVALS)
            lead = [_votes(around, near[c.i, c.j], near[o.i, o.j]) for o in rivals]
            if lead:
                votes = min(lead) / whole
                f["better company" if votes > 0 else "worse company"] = abs(votes)
            found.append(f)
        return found

    def speaks_for(self, c: Candidate, other: Candidate) -> float:
        """Return from −1 to 1 how much closer the term's company is to the candidate than to another link.

        The other link itself does not count as company.
        """
        around = [(link, counts) for link, counts in self._around(c.a, c.b) if link.beside((other.a, other.b))]
        whole = sum([counts for _, counts in around])
        if not whole:
            return 0.0
        own, rival = (self._nearness((each.i, each.j), around) for each in (c, other))
        return _votes(around, own, rival) / whole

    def _around(self, a: int, b: int) -> list[tuple[Candidate, float]]:
        """Return the links around the morphemes ``a:b``, each with its weight."""
        found = []
        first = bisect_left(self._starts, a - _FAR - self._longest)
        for link, likely in self._links[first : bisect_left(self._starts, b + _FAR)]:
            if a - _FAR < link.b <= a or b <= link.a < b + _FAR:
                counts = likely * _closeness((link.a, link.b), (a, b), self._ja, *_IN_JAPANESE)
                if counts > _LEAST:
                    found.append((link, counts))
        return found

    def _nearness(self, place: tuple[int, int], around: Sequence[tuple[Candidate, float]]) -> list[float]:
        """Return how close the English of each link is to the words at ``place``."""
        return [_closeness((link.i, link.j), place, self._en, *_IN_ENGLISH) for link, _ in around]


def _votes(around: Sequence[tuple[Candidate, float]], own: Sequence[float], rival: Sequence[float]) -> float:
    """Return by how much the links are closer to a candidate's words than to its rival's."""
    each = zip(around, own, rival, strict=True)
    return sum([counts * (x - y) / (x + y + _LEAST) for (_, counts), x, y in each])


def _are_rivals(one: Candidate, other: Candidate) -> bool:
    """Return whether another candidate of the same kind has different words and evidence that is about as strong."""
    return (other.j <= one.i or one.j <= other.i) and other.single_odds > one.single_odds - _RIVAL


def _borders(parting: Iterable[bool]) -> list[int]:
    """Return the number of borders before each word, and before the end."""
    return [0, *accumulate(map(int, parting))]


def _closeness(
    one: tuple[int, int], other: tuple[int, int], borders: Sequence[int], reach: float, parted: float
) -> float:
    """Return the closeness of two stretches: 1 for neighbours, less for each word and each border between them."""
    first, second = (one, other) if one < other else (other, one)
    low, high = first[1], second[0]
    if high < low:
        return 1.0
    return math.exp((low - high) / reach) * parted ** (borders[high + 1] - borders[low])
