"""What evidence must be worth in one text to become a link of one list: in general, and at given words."""

from termalign.evidence.bitext import Bitext
from termalign.termlist.base_rate import BaseRate
from termalign.termlist.ceiling import Least, least, least_organisation, quoted_words
from termalign.termlist.circumstances import Circumstances
from termalign.termlist.room import Room


class Bounds:
    """The bounds of one text.

    Parameters
    ----------
    bitext : Bitext
        The text.
    threshold : float
        The least score of a link.
    rate : BaseRate
        Of the list.

    Attributes
    ----------
    loosest : Least
        What evidence must be worth wherever it stands.
    circumstances : Circumstances
        What it must be worth at given words.
    room : Room or None
        What there is room for, of a long list.
    """

    def __init__(self, bitext: Bitext, threshold: float, rate: BaseRate) -> None:
        self.bitext = bitext
        self.rate = rate
        self._threshold = threshold
        self._quoted = quoted_words(bitext.english)
        self._plain = least(threshold, bitext.english, False, rate)
        self.loosest = least(threshold, bitext.english, True, rate) if self._quoted else self._plain
        self.circumstances = Circumstances(bitext, threshold, rate)
        self.room = Room(bitext.english) if rate.rarity else None

    def at(self, where: int) -> Least:
        """What evidence at these places must be worth: a bit a word."""
        return self.loosest if where & self._quoted else self._plain

    def organisation(self, i: int, j: int, words: int, parts: int) -> int:
        """What the pieces of an organisation's name among the words ``i:j`` must be worth, in 255ths.

        Parameters
        ----------
        words : int
            The most words that the name may have there.
        parts : int
            The most pieces.
        """
        quoted = bool(self._quoted & ((1 << j) - (1 << i)))
        return least_organisation(self._threshold, self.bitext.english, quoted, words, parts, self.rate)
