"""Which words of a text may follow each other in one phrase, so that parts of a compound may stand there."""

from collections.abc import Container
from typing import Final

from termalign.english import EnglishText
from termalign.english.function_words import COMPOUND_LINKERS, NAME_LINKERS
from termalign.english.text import QUOTES
from termalign.evidence.given_names import MOST, parted_by_given_name
from termalign.evidence.phrase import FURTHEST, following
from termalign.lazy import lazy

_FARTHEST: Final = FURTHEST + 2  # words from the end of one part to the beginning of the next


class Neighbours:
    """The words of one text by those that may stand next to them in a phrase; sets of words have a bit a word.

    Parameters
    ----------
    english : EnglishText
        The text.
    """

    def __init__(self, english: EnglishText) -> None:
        self._english = english

    def of(self, where: int) -> int:
        """The words `where`, and all that may stand next to one of them, as `termalign.evidence.composed` has it."""
        return where | self.beside(where)

    def beside(self, where: int, named: bool = False) -> int:
        """All that may stand next to one of some words; where that is `named` or heard, with nothing strange between."""
        found = 0
        for distance, linked in enumerate(self._named if named else self._linked, 1):
            found |= (where & linked) << distance | (where >> distance) & linked
        return found

    @lazy
    def _linked(self) -> list[int]:
        """For each distance from one, the words that may go on with the word so far behind them."""
        of_meaning = self._after(1, COMPOUND_LINKERS)
        return [one | other for one, other in zip(self._named, of_meaning, strict=True)]

    @lazy
    def _named(self) -> list[int]:
        """The same for names and what is heard; a given name may stand before a family's: President *Donald* Trump."""
        found, size = self._after(0, NAME_LINKERS), len(self._english)
        for k in range(size):
            for other in range(k + 2, min(k + 2 + MOST, size)):
                if parted_by_given_name(self._english, k, other):
                    found[other - k - 1] |= 1 << k
        return found

    def _after(self, stray: int, linkers: Container[str]) -> list[int]:
        english = self._english
        found = [0] * _FARTHEST
        for k in range(len(english)):
            after = set(following(english, k, stray, linkers))
            if english.quotes and english.text[english.ends[k] : english.ends[k] + 1] in QUOTES:
                after.add(k + 1)  # “ore-ore” scams
            for other in after:
                found[other - k - 1] |= 1 << k
        return found
