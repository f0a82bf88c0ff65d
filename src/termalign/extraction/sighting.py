"""An occurrence of a term in a pair, and the English words that render it there."""

from typing import NamedTuple

from termalign.english import EnglishText
from termalign.english.text import HYPHENS


class Sighting(NamedTuple):
    """An occurrence of a term in a pair.

    Attributes
    ----------
    start, end : int
        The code points of the term, half-open.
    i, j : int
        The range of English words that render the term, half-open; ``i == j`` if none was found.
    en_start, en_end : int
        The code points of these words, half-open.
    kind : str
        The kind of the link or of its part; ``""`` if there is no link.
    score : float
        The score of the link; for a composed link, multiplied by the share of the Japanese that it accounts for.
    within : bool
        Whether the term is a part of a longer term.
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
        """Whether English words were found for the term."""
        return self.i < self.j


def is_cut_at_a_hyphen(i: int, j: int, english: EnglishText) -> bool:
    """Return whether a hyphen joins the words ``i:j`` to another: *Kinkaku*-ji."""
    return _hyphenated(english, i - 1) or _hyphenated(english, j - 1)


def _hyphenated(english: EnglishText, k: int) -> bool:
    """Return whether there is a hyphen between word `k` and the next."""
    return 0 <= k < len(english) - 1 and english.gaps[k] in HYPHENS
