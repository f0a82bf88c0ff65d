"""Matches, and the interface of matchers."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from termalign.bitext.bitext import Bitext
from termalign.terms.term import Term


class Part(NamedTuple):
    """A finer correspondence inside a match.

    Attributes
    ----------
    start, end : int
        Code points of the term's surface.
    i, j : int
        English words, half-open.
    kind : str
        Kind of the evidence for this part.
    strength : float
        How well this part is rendered, 0 to 1.
    """

    start: int
    end: int
    i: int
    j: int
    kind: str
    strength: float


class Match(NamedTuple):
    """One matcher's claim that the English words ``i:j`` render a term.

    Attributes
    ----------
    i, j : int
        English words, half-open.
    kind : str
        Kind of evidence.
    strength : float
        0 to 1: how well the two sides agree in the eyes of this matcher alone.
    coverage : float
        Share of the Japanese term that the match accounts for, 0 to 1.
    forms : tuple of str
        What was compared, Japanese side first, so that the claim can be replayed.
    parts : tuple of Part
        Finer correspondences, empty where the term is matched as one piece.
    rule : str
        Which of the matcher's rules fired, where its rules are not equally sure; scores are fitted for each.
    """

    i: int
    j: int
    kind: str
    strength: float
    coverage: float
    forms: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    rule: str = ""


class Matcher(Protocol):
    """A source of evidence.

    A matcher looks at one term and the English text and yields what it finds; it knows nothing of the other matchers,
    and it keeps no state, so that the order in which matchers are asked never matters.
    """

    kind: str
    #: The property of the `Bitext` that must hold something for this kind of evidence to exist in it.
    needs: str

    def applies(self, term: Term) -> bool:
        """Return whether this kind of evidence can exist for `term` at all; called once for each term."""
        ...

    def match(self, term: Term, bitext: Bitext) -> Iterable[Match]:
        """Return the English words that speak for `term`."""
        ...
