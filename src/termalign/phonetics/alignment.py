"""The odds that katakana and Latin letters are the same word, summed over every way to align them.

A joint many-to-many model in the family of grapheme-to-phoneme aligners (Deligne and Bimbot 1997; Jiampojamarn et
al. 2007): each sound unit takes the zero to five letters that spell it, a letter may be silent, and the segments are
independent of each other. The forward algorithm adds up all segmentations.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from termalign.phonetics.sounds import bare_letters
from termalign.phonetics.weights import CHUNKS, LONGEST, UNSEEN, Weights

Ends = tuple[tuple[int, float], ...]
"""Where stretches of letters end that can spell a unit, and the odds ratio of each."""

FAINT = 1e-7
"""Odds ratio, of the best there is and of chance, below which one way to begin an alignment is given up."""


class Letters:
    """Framed letters, and where in them each sound unit can be spelled.

    Attributes
    ----------
    text : str
        As :func:`~termalign.phonetics.sounds.framed_letters` gives them.
    bare : str
        The same without diacritics.
    """

    __slots__ = ("_ends", "_plain", "bare", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.bare = bare_letters(text)
        self._plain = text.isascii()
        self._ends: dict[str, list[Ends | None]] = {}

    def known(self, unit: str) -> list[Ends | None]:
        """What `ends` has said of `unit`, by letter: words are compared with many terms that share their sounds."""
        known = self._ends.get(unit)
        if known is None:
            known = self._ends[unit] = [None] * (len(self.text) + 1)
        return known

    def ends(self, begin: int, unit: str, table: Weights) -> Ends:
        """Where the stretches end that begin at a letter and may spell a sound unit.

        Letters with a diacritic that the table lacks count as if they had none.
        """
        text = self.text
        last = begin + LONGEST if begin + LONGEST < len(text) else len(text)
        found = []
        if self._plain:
            ratio_of = table.begun(unit).get
            for end in range(begin + 1, last + 1):
                ratio = ratio_of(text[begin:end])
                if ratio is None:
                    break  # nor do more letters spell it
                if ratio:
                    found.append((end, ratio))
        else:
            ways = table.ways(unit)
            for end in range(begin + 1, last + 1):
                part = text[begin:end]
                ratio = ways.get(part) or ways.get(bare_letters(part))
                if ratio:
                    found.append((end, ratio))
        return tuple(found)


@lru_cache(maxsize=4096)
def indexed(text: str) -> Letters:
    """The letters of a word, kept for the next comparison."""
    return Letters(text)


def forward(
    units: Sequence[str], letters: Letters, table: Weights, hopeless: float = FAINT
) -> Iterator[list[float]]:
    """Spell the first unit, the first two, and so on.

    Ends early when two units in a row leave no odds better than `hopeless`. Past the first unit 0.2% of true pairs
    ever fall below 0.02, and 95% of false ones.

    Yields
    ------
    list of float
        Odds ratio of those units being spelled by the first j letters, for each j from 0 on up to the last with any
        odds.
    """
    here, best = [1.0], 1.0
    for count, unit in enumerate(units):
        before = best
        here, best = step(here, best, unit, letters, table, hopeless)
        if count and best < hopeless and before < hopeless:
            return
        yield here


def step(
    here: list[float], best: float, unit: str, letters: Letters, table: Weights, hopeless: float = FAINT
) -> tuple[list[float], float]:
    """Spell one more unit: the row of :func:`forward` after `here`, whose best odds are `best`, and its best odds."""
    bare, silent = letters.bare, table.silent
    size, known = len(bare), letters.known(unit)
    faint = hopeless if hopeless < FAINT else FAINT
    least = faint * best if best > 1.0 else faint
    unwritten = table.unwritten[unit]
    after = [odds * unwritten for odds in here]
    after += [0.0] * min(LONGEST, size + 1 - len(here))
    for begin, odds in enumerate(here):
        if odds > least:
            ends = known[begin]
            if ends is None:
                ends = known[begin] = letters.ends(begin, unit, table)
            for end, ratio in ends:
                after[end] += odds * ratio
    best = max(after)
    least = faint * best if best > 1.0 else faint
    last = len(after) - 1
    for j, odds in enumerate(after):  # which grows as it goes
        if odds > least and j < size:
            unheard = odds * silent.get(bare[j], UNSEEN)
            if j < last:
                after[j + 1] += unheard
            else:
                after.append(unheard)
                last += 1
    while len(after) > 1 and not after[-1]:
        after.pop()
    return after, best


def spelled(units: Sequence[str], letters: Letters, table: Weights, hopeless: float = FAINT) -> list[float] | None:
    """The last row of :func:`forward`, with all letters; None if it ends early."""
    row, spelled = [1.0], 0
    for row in forward(units, letters, table, hopeless):
        spelled += 1
    if spelled < len(units):
        return None
    return row + [0.0] * (len(letters.text) + 1 - len(row))


def chance(letters: Letters, table: Weights) -> list[float]:
    """How much likelier than independent letters the model holds the first j, whatever they sound like, for each j."""
    size = len(letters.text)
    here = [1.0] + [0.0] * size
    for begin in range(size):
        odds = here[begin] or UNSEEN**begin
        for end, ratio in letters.ends(begin, CHUNKS, table):
            here[end] += odds * ratio
    return [odds or UNSEEN**begin for begin, odds in enumerate(here)]
