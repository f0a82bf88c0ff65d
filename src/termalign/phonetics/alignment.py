"""The odds that katakana and Latin letters are the same word, summed over every way to align them.

A joint many-to-many model in the family of grapheme-to-phoneme aligners (Deligne and Bimbot 1997; Jiampojamarn et
al. 2007): each sound unit takes the zero to five letters that spell it, a letter may be silent, and the segments are
independent of each other. The forward algorithm adds up all segmentations.
"""

from collections.abc import Iterator, Sequence

from termalign.phonetics.sounds import bare_letters
from termalign.phonetics.weights import CHUNKS, UNSEEN, Weights

FAINT = 1e-7
"""Odds ratio, of the best there is and of chance, below which one way to begin an alignment is given up."""


def forward(units: Sequence[str], letters: str, table: Weights, hopeless: float = FAINT) -> Iterator[list[float]]:
    """Spell the first unit, the first two, and so on.

    Ends early when two units in a row leave no odds better than `hopeless`. Past the first unit 0.2% of true pairs
    ever fall below 0.02, and 95% of false ones.

    Yields
    ------
    list of float
        Odds ratio of those units being spelled by the first j letters, for each j from 0.
    """
    silent = [table.silent.get(letter, UNSEEN) for letter in bare_letters(letters)]
    here = [0.0] * (len(letters) + 1)
    here[0] = best = 1.0
    faint = min(hopeless, FAINT)
    for count, unit in enumerate(units):
        unwritten = table.unwritten[unit]
        after = [odds * unwritten for odds in here]
        least = faint * max(best, 1.0)
        for begin, end, ratio in table.steps(unit, letters):
            odds = here[begin]
            if odds > least:
                after[end] += odds * ratio
        before, best = best, max(after)
        least = faint * max(best, 1.0)
        for j, unheard in enumerate(silent):
            odds = after[j]
            if odds > least:
                after[j + 1] += odds * unheard
        if count and best < hopeless and before < hopeless:
            return
        yield after
        here = after


def spelled(units: Sequence[str], letters: str, table: Weights, hopeless: float = FAINT) -> list[float] | None:
    """The last row of :func:`forward`; None if it ends early."""
    rows = list(forward(units, letters, table, hopeless))
    return rows[-1] if len(rows) == len(units) else None


def chance(letters: str, table: Weights) -> list[float]:
    """How much likelier than independent letters the model holds the first j of these, whatever they sound like."""
    here = [1.0] + [0.0] * len(letters)
    for begin, end, ratio in table.steps(CHUNKS, letters):
        here[end] += (here[begin] or UNSEEN**begin) * ratio
    return [odds or UNSEEN**size for size, odds in enumerate(here)]
