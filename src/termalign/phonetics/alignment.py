"""The odds that katakana and Latin letters are the same word, summed over every way to align them.

A joint many-to-many model in the family of grapheme-to-phoneme aligners (Deligne and Bimbot 1997; Jiampojamarn et
al. 2007): each sound unit takes the zero to five letters that spell it, a letter may be silent, and the segments are
independent of each other. The forward algorithm adds up all segmentations.
"""

from collections.abc import Iterator, Sequence

from termalign.phonetics.sounds import bare_letters
from termalign.phonetics.weights import CHUNKS, UNSEEN, Step, Weights

FAINT = 1e-7
"""Odds ratio, of the best there is and of chance, below which one way to begin an alignment is given up."""

_OPENING = 0.01  # odds ratio


def _between(steps: Sequence[Step], start: int, stop: int) -> list[Step]:
    """Those between two letters, counted from the first of them."""
    return [(begin - start, end - start, ratio) for begin, end, ratio in steps if start <= begin and end <= stop]


def forward(
    units: Sequence[str], letters: str, table: Weights, start: int, stop: int, hopeless: float = FAINT
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
    silent = [table.silent.get(letter, UNSEEN) for letter in bare_letters(letters)[start:stop]]
    whole = size == len(letters)
    here = [0.0] * (size + 1)
    here[0] = best = 1.0
    faint = min(hopeless, FAINT)
    for count, unit in enumerate(units):
        unwritten = table.unwritten[unit]
        after = [odds * unwritten for odds in here]
        least = faint * max(best, 1.0)
        steps = table.steps(unit, letters)
        for begin, end, ratio in steps if whole else _between(steps, start, stop):
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


def spelled(
    units: Sequence[str], letters: str, table: Weights, start: int, stop: int, hopeless: float = FAINT
) -> list[float] | None:
    """The last row of :func:`forward`; None if it ends early."""
    rows = list(forward(units, letters, table, start, stop, hopeless))
    return rows[-1] if len(rows) == len(units) else None


def opens(unit: str, letters: str, table: Weights, start: int) -> bool:
    """Whether `unit` can begin the word whose boundary is at `start`: 99.6% of true pairs, 18% of false ones."""
    return any(
        begin == start and end > start + 1 and ratio > _OPENING for begin, end, ratio in table.steps(unit, letters)
    )


def chance(letters: str, table: Weights, start: int, stop: int) -> list[float]:
    """How much likelier than independent letters the model holds these, whatever they sound like.

    From `start` to j, for each j in `start`..`stop`.
    """
    here = [0.0] * (stop - start + 1)
    here[0] = 1.0
    for begin, end, ratio in _between(table.steps(CHUNKS, letters), start, stop):
        here[end] += (here[begin] or UNSEEN**begin) * ratio
    return [odds or UNSEEN**size for size, odds in enumerate(here)]
