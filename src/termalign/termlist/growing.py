"""What a short term's rendering may grow by: a word beside it that another of its characters is often glossed with.

The same as `termalign.evidence.grown`, of a text and some characters alone, before anything is known of the term.
"""

from collections.abc import Sequence

from termalign.english.function_words import JOINING
from termalign.evidence.bitext import Bitext
from termalign.evidence.grown import LEAST_BESIDE, beyond, sureness
from termalign.evidence.match import LONGEST_GROWN
from termalign.kana import is_kanji


class Growing:
    """What renderings in one text may grow by.

    Parameters
    ----------
    bitext : Bitext
        The text.
    """

    def __init__(self, bitext: Bitext) -> None:
        self._bitext = bitext
        self._glossed: dict[str, dict[str, float]] = {}
        self._beside: dict[tuple[int, int], Sequence[str]] = {}

    def most(self, surface: str, i: int, j: int) -> float:
        """How sure a rendering ``i:j`` of some of a term makes one that it grows to, at the most; 0 if there is none.

        Parameters
        ----------
        surface : str
            The term.

        Examples
        --------
        >>> from termalign.english import EnglishText
        >>> from termalign.lexicon import Lexicon
        >>> growing = Growing(Bitext(EnglishText("a samurai family of old"), Lexicon.default()))
        >>> growing.most("武家", 1, 2) > 0.5, growing.most("武士", 1, 2), growing.most("家", 1, 2)
        (True, 0.0, 0.0)
        """
        if not 1 < len(surface) <= LONGEST_GROWN:
            return 0.0
        beside = self._stems_beside(i, j)
        if not beside:
            return 0.0
        often = max([self._often(character).get(stem, 0.0) for character in surface for stem in beside])
        return sureness(often) if often >= LEAST_BESIDE else 0.0

    def _stems_beside(self, i: int, j: int) -> Sequence[str]:
        """The stems of the words that the phrase ``i:j`` may go on to."""
        found = self._beside.get((i, j))
        if found is None:
            stems = self._bitext.english.stems
            found = self._beside[i, j] = [stems[k] for k, _ in beyond(i, j, self._bitext, JOINING)]
        return found

    def _often(self, character: str) -> dict[str, float]:
        """How often a character is glossed with which words of the text."""
        found = self._glossed.get(character)
        if found is None:
            found = self._glossed[character] = dict(self._bitext.meant(character)) if is_kanji(character) else {}
        return found
