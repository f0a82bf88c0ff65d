"""A term in a pair, and the English words that render it there."""

from typing import NamedTuple

from termalign.english import EnglishText
from termalign.english.text import HYPHENS


class Sighting(NamedTuple):
    """A term in a pair.

    Attributes
    ----------
    start, end : int
        Code points of the Japanese, half-open.
    i, j : int
        The English words that render it, half-open; ``i == j`` where none was found.
    en_start, en_end : int
        Code points of the English.
    kind : str
        That of the link or of its part, ``""`` where there is none.
    score : float
        The link's, of a composed one times the share of the Japanese that it accounts for.
    within : bool
        Whether it is a part of a longer term.
    """

    start: int
    end: int
    i: int
    j: int
    en_start: int
    en_end: int
    kind: str
    score: float
    within: bool

    @property
    def is_rendered(self) -> bool:
        """Whether English words were found for it."""
        return self.i < self.j


def is_cut_at_a_hyphen(i: int, j: int, english: EnglishText) -> bool:
    """Whether the words ``i:j`` are a piece of a longer word: *Kinkaku*-ji."""
    return _hyphenated(english, i - 1) or _hyphenated(english, j - 1)


def _hyphenated(english: EnglishText, k: int) -> bool:
    """Whether a hyphen stands between word `k` and the next."""
    return 0 <= k < len(english) - 1 and english.gaps[k] in HYPHENS
