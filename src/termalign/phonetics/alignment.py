"""The odds that katakana and Latin letters are the same word, summed over every way to align them.

A joint many-to-many model in the family of grapheme-to-phoneme aligners (Deligne and Bimbot 1997; Jiampojamarn et
al. 2007): each sound unit takes the zero to five letters that spell it, a letter may be silent, and the segments are
independent of each other. The forward algorithm adds up all segmentations.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from termalign.phonetics.sounds import bare_letters
from termalign.phonetics.weights import CHUNKS, LONGEST, UNSEEN, Weights

Steps = dict[int, tuple[tuple[int, float], ...]]
"""Stretches of letters that can spell a unit: where they begin → where they end, and the odds ratio."""

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

    __slots__ = ("_steps", "bare", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.bare = bare_letters(text)
        self._steps: dict[str, Steps] = {}

    def steps(self, unit: str, table: Weights) -> Steps:
        """The stretches that can spell `unit`; kept, since words are compared with many terms.

        Letters with a diacritic that the table lacks count as if they had none.
        """
        steps = self._steps.get(unit)
        if steps is None:
            steps = self._steps[unit] = self._found(table.ways(unit))
        return steps

    def _found(self, ways: dict[str, float]) -> Steps:
        text = self.text
        found = {part: ways[part] for part in self._parts(ways)}
        if not text.isascii():
            marked = (part for part in _stretches(text) if not part.isascii() and part not in ways)
            found |= {part: ways[bare] for part in marked if (bare := bare_letters(part)) in ways}
        steps: dict[int, tuple[tuple[int, float], ...]] = {}
        for part, ratio in found.items():
            for begin in _all_at(part, text):
                steps[begin] = (*steps.get(begin, ()), (begin + len(part), ratio))
        return steps

    def _parts(self, ways: dict[str, float]) -> Iterable[str]:
        """Those of `ways` that the text holds, and perhaps more."""
        return ways if len(self.text) > _WORDS else ways.keys() & _stretches(self.text)


_WORDS = 40  # letters: in more than that most of a unit's spellings are looked for one by one


@lru_cache(maxsize=256)
def _stretches(text: str) -> frozenset[str]:
    """Every run of letters that one segment may take."""
    size = len(text)
    return frozenset([text[i:j] for i in range(size) for j in range(i + 1, min(i + LONGEST, size) + 1)])


def _all_at(part: str, text: str) -> Iterator[int]:
    """Where `part` begins in `text`, overlapping or not."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


@lru_cache(maxsize=2048)
def indexed(text: str) -> Letters:
    """The letters of a word, kept for the next comparison."""
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
        Odds ratio of those units being spelled by the letters from `start` to j, for each j from `start` on up to the
        last with any odds, at most `stop`.
    """
    size = stop - start
    bare, silent = letters.bare, table.silent
    here = [1.0]
    best = 1.0
    faint = min(hopeless, FAINT)
    for count, unit in enumerate(units):
        unwritten = table.unwritten[unit]
        after = [odds * unwritten for odds in here]
        after += [0.0] * min(LONGEST, size + 1 - len(here))
        least = faint * max(best, 1.0)
        steps = letters.steps(unit, table)
        for begin, odds in enumerate(here, start):
            if odds > least:
                for end, ratio in steps.get(begin, ()):
                    if end <= stop:
                        after[end - start] += odds * ratio
        before, best = best, max(after)
        least = faint * max(best, 1.0)
        for j, odds in enumerate(after):  # which grows as it goes
            if odds > least and j < size:
                unheard = odds * silent.get(bare[start + j], UNSEEN)
                if j + 1 < len(after):
                    after[j + 1] += unheard
                else:
                    after.append(unheard)
        if count and best < hopeless and before < hopeless:
            return
        while len(after) > 1 and not after[-1]:
            after.pop()
        yield after
        here = after


def spelled(
    units: Sequence[str], letters: Letters, table: Weights, start: int, stop: int, hopeless: float = FAINT
) -> list[float] | None:
    """The last row of :func:`forward`, with all letters up to `stop`; None if it ends early."""
    rows = list(forward(units, letters, table, start, stop, hopeless))
    if len(rows) < len(units):
        return None
    return rows[-1] + [0.0] * (stop - start + 1 - len(rows[-1]))


def chance(letters: Letters, table: Weights, start: int, stop: int) -> list[float]:
    """How much likelier than independent letters the model holds these, whatever they sound like.

    From `start` to j, for each j in `start`..`stop`.
    """
    here = [1.0] + [0.0] * (stop - start)
    chunks = letters.steps(CHUNKS, table)
    for begin in range(start, stop):
        odds = here[begin - start] or UNSEEN ** (begin - start)
        for end, ratio in chunks.get(begin, ()):
            if end <= stop:
                here[end - start] += odds * ratio
    return [odds or UNSEEN**size for size, odds in enumerate(here)]
