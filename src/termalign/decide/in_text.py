"""Features of a given term from the text's links, which were found without knowing the term."""

from collections.abc import Iterable, Iterator, Set
from itertools import pairwise
from typing import NamedTuple

from termalign.decide.setting import named
from termalign.english.text import EnglishText
from termalign.odds import chance
from termalign.propose.candidate import Candidate
from termalign.propose.compounds import FAR
from termalign.terms.term import Term


class Found(NamedTuple):
    """A link of the text: folded code points, English words, and the log odds that it is right."""

    start: int
    end: int
    i: int
    j: int
    kind: str
    odds: float

    @property
    def chance(self) -> float:
        """Return the chance that the link is right."""
        return chance(self.odds)


class InText:
    """The links of a text that overlap a given term, sorted by how they overlap it.

    ``start`` and ``end`` are folded code points of the term.
    """

    def __init__(self, links: Iterable[Found], start: int, end: int) -> None:
        self.same: list[Found] = []
        self.around: list[Found] = []
        self.inside: list[Found] = []
        self.across: list[Found] = []
        for link in links:
            if link.start < end and start < link.end:
                if (link.start, link.end) == (start, end):
                    self.same.append(link)
                elif link.start <= start and end <= link.end:
                    self.around.append(link)
                elif start <= link.start and link.end <= end:
                    self.inside.append(link)
                else:
                    self.across.append(link)

    def together(self, english: EnglishText) -> tuple[int, int] | None:
        """Return the English range from the first to the last link inside the term, if each is close to the next."""
        if len(self.inside) < 2:
            return None
        ordered = sorted(self.inside, key=lambda link: link.i)
        for one, other in pairwise(ordered):
            if other.i - one.j > FAR or english.sentences[other.i] != english.sentences[one.i]:
                return None
        return ordered[0].i, ordered[-1].j

    def proposed(
        self, place: tuple[int, int], term: Term, known: Set[tuple[int, int]], english: EnglishText
    ) -> Iterator[Candidate]:
        """Yield the text's own rendering of the term, and the joined renderings of its parts, unless in ``known``.

        ``place`` is the term's range of morphemes.
        """
        found = {(link.i, link.j) for link in self.same}
        for link in self.same:
            if (link.i, link.j) not in known:
                features = {"bias": 1.0, "found in the text": 1.0}
                covered = link.end - link.start
                yield Candidate(
                    *place, link.i, link.j, link.kind, features, term, covered=covered, single_odds=link.odds
                )
        whole = self.together(english)
        if whole is not None and whole not in known | found:
            features = {"bias": 1.0, "put together in the text": 1.0}
            covered = sum(link.end - link.start for link in self.inside)
            odds = min(link.odds for link in self.inside)
            yield Candidate(*place, *whole, "composed", features, covered=covered, single_odds=odds)

    def weigh(self, candidates: Iterable[Candidate], english: EnglishText) -> None:
        """Add features to the term's candidates: how their words relate to the words of the links."""
        own = {k: link.chance for link in self.inside for k in range(link.i, link.j)}
        total = sum(own.values())
        whole = self.together(english)
        for c in candidates:
            f = c.features
            for how, links in (("same", self.same), ("around", self.around), ("across", self.across)):
                for link in links:
                    f[named(f"text {how}", _stand(c, link))] = link.chance
            if own:
                words = [k for k in range(c.i, c.j) if not english.lexemes[k].function] or [*range(c.i, c.j)]
                f["text inside"] = sum(own.get(k, 0.0) for k in range(c.i, c.j)) / total
                f["text of those inside"] = sum(own.get(k, 0.0) for k in words) / len(words)
                f["text all inside"] = float(f["text inside"] > 0.999)
                if whole == (c.i, c.j):
                    f["text inside together"] = 1.0
                if len(self.inside) == 1:
                    f["text inside alone"] = f["text inside"]
            if not (self.same or self.around or self.inside or self.across):
                f["text says nothing"] = 1.0


def _stand(c: Candidate, link: Found) -> str:
    """Return the relation between the words of a candidate and the words of a link."""
    if (c.i, c.j) == (link.i, link.j):
        return "exactly"
    if link.j <= c.i or c.j <= link.i:
        return "elsewhere"
    if c.i <= link.i and link.j <= c.j:
        return "wider"
    return "narrower" if link.i <= c.i and c.j <= link.j else "across"
