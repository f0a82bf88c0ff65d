"""A candidate: a range of morphemes, a range of words, and features."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from termalign.english.text import EnglishText
from termalign.kinds.kind import Features, Finding
from termalign.terms.term import Term

OPENING: Final = " ("  # between two English words, the second of which says the first again


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
        What speaks for and against it.
    term : Term, optional
        The headword that was compared; none of what was put together.
    findings : list of Finding
        What was found at these very words, the best first.
    parts : tuple of Candidate
        What it was put together from, in Japanese order.
    odds : float
        Log odds that it is right, as far as it has been judged.
    single_odds : float
        The log odds by its own evidence, independent of its context.
    again : dict of str to float
        What speaks for and against it in the light of a first choice, if it was looked at again.
    word : bool
        Whether it is all of a word that dictionaries have.
    covered : int
        Characters of the Japanese that something in the English speaks for.
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

    @property
    def place(self) -> tuple[int, int, int, int]:
        """The positions of the candidate on both sides."""
        return self.a, self.b, self.i, self.j

    def beside(self, place: tuple[int, int]) -> bool:
        """Return whether it shares no morpheme with some."""
        return self.b <= place[0] or place[1] <= self.a

    @property
    def leaves(self) -> "tuple[Candidate, ...]":
        """The parts it was put together from, or itself."""
        return self.parts or (self,)

    def grown(self, i: int, j: int, features: Features) -> "Candidate":
        """Return the same with other English words."""
        return Candidate(
            self.a, self.b, i, j, self.kind, features, self.term, self.findings, self.parts, self.odds, self.covered
        )  # fmt: skip


def said_as_well(
    of: Candidate, at: "dict[tuple[int, int], Candidate]", place: tuple[int, int], kind: str, features: Features
) -> "Iterator[Candidate]":
    """Yield a candidate for the same Japanese at other words; if there is one at these words already, give it the features.

    Parameters
    ----------
    of : Candidate
        The candidate that is evidence for it.
    at : dict of (int, int) to Candidate
        The candidates there are, by their English words.
    place : tuple of (int, int)
        English words, half-open.
    kind : str
        What a link made of it is called.
    """
    if place in at:
        at[place].features.update(features)
    else:
        new = of.grown(*place, {"bias": 1.0, "odds": of.odds, **features})
        new.kind, new.single_odds, new.parts = kind, of.odds, ()
        yield new


def apposed(one: Candidate, other: Candidate, english: EnglishText) -> bool:
    """Return whether the English says a term twice, the second time in brackets: *himatsuri (fire festival)*, *…
    Agency (NPA)*.
    """
    if (one.a, one.b) != (other.a, other.b):
        return False
    first, second = (one, other) if one.i < other.i else (other, one)
    return first.j == second.i and english.gap(first.j - 1) == OPENING


def by_japanese(candidates: "Sequence[Candidate]") -> "dict[tuple[int, int], list[Candidate]]":
    """Return candidates by their morphemes, the likeliest first."""
    found: dict[tuple[int, int], list[Candidate]] = {}
    for c in sorted(candidates, key=lambda c: -c.odds):
        found.setdefault((c.a, c.b), []).append(c)
    return found


def by_word(candidates: "Iterable[Candidate]") -> "dict[int, list[Candidate]]":
    """Return the candidates for each English word, the likeliest first."""
    found: dict[int, list[Candidate]] = {}
    for c in sorted(candidates, key=lambda c: -c.odds):
        for k in range(c.i, c.j):
            found.setdefault(k, []).append(c)
    return found


def likeliest(candidates: "Iterator[Candidate]") -> "dict[tuple[int, int], Candidate]":
    """Return the likeliest candidate for each stretch of English; what else was found there goes with it."""
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
