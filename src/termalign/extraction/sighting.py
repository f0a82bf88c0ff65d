"""An occurrence of a term in a pair, and the English words that render it there."""

from typing import NamedTuple

from termalign.english import EnglishText
from termalign.english.text import HYPHENS


class Sighting(NamedTuple):
    """An occurrence of a term in a pair, with half-open ranges."""

    start: int  # code points of the term
    end: int
    i: int  # English words that render the term; i == j if none was found
    j: int
    en_start: int  # code points of these words
    en_end: int
    kind: str  # of the link or of its part; "" if there is no link
    score: float  # of the link; for a composed link, multiplied by the share of the Japanese that it covers
    within: bool  # whether the term is part of a longer term

    @property
    def is_rendered(self) -> bool:
        """Whether English words were found for the term."""
        return self.i < self.j


def is_cut_at_a_hyphen(i: int, j: int, english: EnglishText) -> bool:
    """Return whether a hyphen joins the words ``i:j`` to another word: *Kinkaku*-ji."""
    return _hyphenated(english, i - 1) or _hyphenated(english, j - 1)


def _hyphenated(english: EnglishText, k: int) -> bool:
    """Return whether there is a hyphen between word `k` and the next."""
    return 0 <= k < len(english) - 1 and english.gaps[k] in HYPHENS
