"""A candidate: a range of morphemes, a range of words that may render it, and features."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final

from termalign.english.text import EnglishText
from termalign.kinds.kind import Features, Finding
from termalign.terms.term import Term

HOPELESS: Final = -2.5  # log odds: less likely candidates explain nothing
OPENING: Final = " ("  # between two English words, if the second repeats the first in brackets


@dataclass(slots=True, eq=False)
class Candidate:
    """The morphemes ``a:b`` of the Japanese may be rendered by the English words ``i:j``.

    Attributes
    ----------
    a, b : int
        Morphemes, half-open.
    i, j : int
        English words, half-open.
    kind : str
        One of `termalign.model.KINDS`.
    features : dict of str to float
        The evidence for and against the candidate.
    term : Term, optional
        The headword that was compared; None for a candidate joined from parts.
    findings : list of Finding
        What was found at exactly these words, best first.
    parts : tuple of Candidate
        The candidates it was joined from, in Japanese order.
    odds : float
        Log odds that the candidate is right, from the latest judgement.
    single_odds : float
        Log odds from the candidate's own evidence, independent of its context.
    again : dict of str to float
        The features of the second look, after a first choice, if there was one.
    word : bool
        Whether the candidate covers a whole word that dictionaries have.
    covered : int
        The number of Japanese characters for which the English has evidence.
    listed_as : str
        The first name of the term of a list; '' in a text. Candidates of other names of the term are no rivals.
    """

    a: int
    b: int
    i: int
    j: int
    kind: str
    features: Features
    term: Term | None = None
    findings: list[Finding] = field(default_factory=list)
    parts: "tuple[Candidate, ...]" = ()
    odds: float = 0.0
    covered: int = 0
    single_odds: float = 0.0
    word: bool = False
    again: Features = field(default_factory=dict)
    listed_as: str = ""

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Return the positions of the candidate on both sides."""
        return self.a, self.b, self.i, self.j

    def beside(self, place: tuple[int, int]) -> bool:
        """Return whether the candidate shares no morpheme with ``place``."""
        return self.b <= place[0] or place[1] <= self.a

    @property
    def leaves(self) -> "tuple[Candidate, ...]":
        """Return the parts that the candidate was joined from, or the candidate itself."""
        return self.parts or (self,)

    def grown(self, i: int, j: int, features: Features) -> "Candidate":
        """Return a copy with other English words and other features."""
        return Candidate(
            self.a, self.b, i, j, self.kind, features, self.term, self.findings, self.parts, self.odds, self.covered
        )  # fmt: skip


_ODDS = ("odds", "odds squared", "odds above even")  # features of the log odds of a candidate before it is compared


def said_as_well(
    of: Candidate, at: "dict[tuple[int, int], Candidate]", place: tuple[int, int], kind: str, features: Features
) -> "Iterator[Candidate]":
    """Yield a candidate for the same Japanese at other words, or add the features to the candidate that is already there.

    ``of`` is the candidate that is the evidence, ``at`` has the existing candidates by their English words, ``place``
    is the range of English words, and ``kind`` is the kind of the new candidate.
    """
    if place in at:
        at[place].features.update(features)
    else:
        odds = {name: of.features[name] for name in _ODDS if name in of.features}
        new = of.grown(*place, {"bias": 1.0, **odds, **features})
        new.kind, new.single_odds, new.parts = kind, of.odds, ()
        yield new


def apposed(one: Candidate, other: Candidate, english: EnglishText) -> bool:
    """Return whether the English repeats a term in brackets: *himatsuri (fire festival)*, *… Agency (NPA)*."""
    if (one.a, one.b) != (other.a, other.b):
        return False
    first, second = (one, other) if one.i < other.i else (other, one)
    return first.j == second.i and english.gap(first.j - 1) == OPENING


def by_japanese(candidates: "Sequence[Candidate]") -> "dict[tuple[int, int], list[Candidate]]":
    """Return candidates by their morphemes, best first."""
    found: dict[tuple[int, int], list[Candidate]] = {}
    for c in sorted(candidates, key=attrgetter("odds"), reverse=True):
        found.setdefault((c.a, c.b), []).append(c)
    return found


def by_word(candidates: "Iterable[Candidate]") -> "dict[int, list[Candidate]]":
    """Return the candidates for each English word, best first."""
    found: dict[int, list[Candidate]] = {}
    for c in sorted(candidates, key=attrgetter("odds"), reverse=True):
        for k in range(c.i, c.j):
            found.setdefault(k, []).append(c)
    return found


def likeliest(candidates: "Iterable[Candidate]") -> "dict[tuple[int, int], Candidate]":
    """Return the best candidate for each stretch of English, with the findings of all candidates there."""
    best: dict[tuple[int, int], Candidate] = {}
    for c in candidates:
        known = best.get((c.i, c.j))
        if known is None:
            best[c.i, c.j] = c
            continue
        better, other = (c, known) if c.odds > known.odds else (known, c)
        better.findings = better.findings + other.findings
        best[c.i, c.j] = better
    return best
