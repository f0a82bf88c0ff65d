"""Content words right before another content word, by the sounds with which the two may begin."""

from collections.abc import Set
from itertools import pairwise

from termalign.english import EnglishText
from termalign.phonetics import Sentences, opened


class Neighbours:
    """The places of two adjacent content words in a text.

    ``spoken`` are the words of the text in the form in which katakana is searched for.
    """

    def __init__(self, english: EnglishText, spoken: Sentences) -> None:
        self._spoken = spoken
        self._places = {
            k
            for k, (one, other) in enumerate(pairwise(english.lexemes))
            if not one.function and not other.function and english.tight[k]
        }
        self._opened: dict[str, Set[int]] = {}
        self._found: dict[tuple[str, str], Set[int]] = {}

    def that_begin(self, first: str, second: str) -> Set[int]:
        """Return the places at which the two words may begin with these two sound units."""
        found = self._found.get((first, second))
        if found is None:
            behind = self._beginning(second)
            found = {k for k in self._beginning(first) if k + 1 in behind and k in self._places}
            self._found[first, second] = found
        return found

    def _beginning(self, unit: str) -> Set[int]:
        """Return the words that may begin with a sound unit."""
        found = self._opened.get(unit)
        if found is None:
            found = self._opened[unit] = opened(self._spoken, unit)
        return found
