"""The odds that katakana and Latin letters are the same word, summed over every way to align them.

A joint many-to-many model in the family of grapheme-to-phoneme aligners (Deligne and Bimbot 1997; Jiampojamarn et
al. 2007): each sound unit takes the zero to five letters that spell it, a letter may be silent, and the segments are
independent of each other. The forward algorithm adds up all segmentations.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from termalign.phonetics.sounds import bare_letters
from termalign.phonetics.weights import LONGEST, UNSEEN, Weights

FAINT = 1e-7
"""Odds ratio, of the best there is and of chance, below which one way to begin an alignment is given up."""

_OPENING = 0.01  # odds ratio


class Letters:
    """Framed letters, cut into the stretches that a sound unit can take.

    Attributes
    ----------
    text : str
        As :func:`~termalign.phonetics.sounds.framed_letters` gives them.
    bare : str
        The same without diacritics.
    """

    __slots__ = ("_parts", "bare", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.bare = bare_letters(text)
        self._parts: list[list[tuple[int, str]] | None] = [None] * len(text)

    def parts(self, start: int) -> list[tuple[int, str]]:
        """The stretches from `start` on: end and letters."""
        parts = self._parts[start]
        if parts is None:
            text, stop = self.text, min(start + LONGEST, len(self.text))
            parts = self._parts[start] = [(end, text[start:end]) for end in range(start + 1, stop + 1)]
        return parts

    def ends(self, start: int, ways: dict[str, float]) -> list[tuple[int, float]]:
        """Where the stretches end that are among `ways`, with their odds ratios.

        Letters with a diacritic that `ways` lacks count as if they had none.
        """
        parts = self.parts(start)
        found = [(end, ways[part]) for end, part in parts if part in ways]
        if len(found) < len(parts) and not self.text.isascii():
            found += [
                (end, ways[bare])
                for end, part in parts
                if not part.isascii() and part not in ways and (bare := bare_letters(part)) in ways
            ]
        return found


@lru_cache(maxsize=16384)
def indexed(text: str) -> Letters:
    """The index of framed letters, kept for the next comparison."""
    return Letters(text)


def forward(
    units: Sequence[str], letters: Letters, table: Weights, start: int, stop: int, hopeless: float = FAINT
) -> Iterator[list[float]]:
    """Spell the first unit, the first two, and so on.

    Ends early when two units in a row leave no odds better than `hopeless`. Past the first unit 0.2% of true pairs
    ever fall below 0.02, and 95% of false ones.

    Yields
    ------
    list of float
        Odds ratio of those units being spelled by the letters from `start` to j, for each j in `start`..`stop`.
    """
    size = stop - start
    bare, silent = letters.bare, table.silent
    here = [0.0] * (size + 1)
    here[0] = best = 1.0
    faint = min(hopeless, FAINT)
    for count, unit in enumerate(units):
        unwritten, ways = table.unwritten[unit], table.ways(unit)
        after = [odds * unwritten for odds in here]
        least = faint * max(best, 1.0)
        for j, odds in enumerate(here):
            if odds > least and j < size:
                for end, ratio in letters.ends(start + j, ways):
                    if end <= stop:
                        after[end - start] += odds * ratio
        before, best = best, max(after)
        least = faint * max(best, 1.0)
        for j in range(size):
            odds = after[j]
            if odds > least:
                after[j + 1] += odds * silent.get(bare[start + j], UNSEEN)
        if count and best < hopeless and before < hopeless:
            return
        yield after
        here = after


def spelled(
    units: Sequence[str], letters: Letters, table: Weights, start: int, stop: int, hopeless: float = FAINT
) -> list[float] | None:
    """The last row of :func:`forward`; None if it ends early."""
    rows = list(forward(units, letters, table, start, stop, hopeless))
    return rows[-1] if len(rows) == len(units) else None


def opens(unit: str, letters: Letters, table: Weights, start: int) -> bool:
    """Whether `unit` can begin the word whose boundary is at `start`: 99.6% of true pairs, 18% of false ones."""
    return any(end > start + 1 and ratio > _OPENING for end, ratio in letters.ends(start, table.ways(unit)))


def chance(letters: Letters, table: Weights, start: int, stop: int) -> list[float]:
    """How much likelier than independent letters the model holds these, whatever they sound like.

    From `start` to j, for each j in `start`..`stop`.
    """
    chunks = table.chunks
    here = [0.0] * (stop - start + 1)
    here[0] = 1.0
    for begin in range(start, stop):
        odds = here[begin - start] or UNSEEN ** (begin - start)
        for end, ratio in letters.ends(begin, chunks):
            if end <= stop:
                here[end - start] += odds * ratio
    return [odds or UNSEEN**size for size, odds in enumerate(here)]
