"""The odds that katakana and Latin letters are the same word, summed over all alignments of the two.

This is a joint many-to-many model in the family of grapheme-to-phoneme aligners (Deligne and Bimbot 1997; Jiampojamarn et al.
2007). Zero to five letters spell each sound unit, a letter may be silent, and the segments are independent of each other. The
forward algorithm sums over all segmentations.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from termalign.phonetics.sound_weights import CHUNKS, LONGEST, UNSEEN, Weights
from termalign.phonetics.sounds import bare_letters

FAINT = 1e-7
"""Odds ratio, of the best there is and of chance, below which one way to begin an alignment is given up."""

_END = "|"  # in no segment


class Letters:
    """Framed letters, with the pieces of them that may spell a sound unit."""

    __slots__ = ("_parts", "bare", "ended", "plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text  # from `framed_letters`
        self.ended = text + _END  # with a sign at the end that is in no segment
        self.plain = text.isascii()  # whether no letter has a diacritic
        self.bare = text if self.plain else bare_letters(text)
        self._parts: list[tuple[str, ...] | None] = [None] * (len(text) + 1)

    def parts(self, begin: int) -> tuple[str, ...]:
        """Return the pieces of one to five letters that begin at a position; cached, as many units are tried there."""
        found = self._parts[begin]
        if found is None:
            text = self.text
            last = begin + LONGEST if begin + LONGEST < len(text) else len(text)
            found = self._parts[begin] = tuple([text[begin:end] for end in range(begin + 1, last + 1)])
        return found

    def ends(self, begin: int, ways: Mapping[str, float]) -> Iterator[tuple[int, float]]:
        """Yield the ends of those pieces from `begin` that are in `ways`, each with its odds ratio.

        If `ways` lacks a piece with a diacritic, the piece without diacritics is looked up.
        """
        for end, part in enumerate(self.parts(begin), begin + 1):
            if part in ways:
                yield end, ways[part]
            elif not part.isascii() and (bare := bare_letters(part)) in ways:
                yield end, ways[bare]


@lru_cache(4096)
def indexed(text: str) -> Letters:
    """Return the letters of a word; cached for the next comparison."""
    return Letters(text)


def step(
    here: list[float],
    best: float,
    unit: str,
    letters: Letters,
    table: Weights,
    hopeless: float = FAINT,
) -> tuple[list[float], float]:
    """Spell one more unit, and return the next row and its best odds.

    A row has, for each j, the odds ratio that the first j letters spell the units so far, up to the last j with any odds.
    `here` is the row before the unit, and `best` its best odds.
    """
    bare, silent = letters.bare, table.silent
    size = len(bare)
    faint = hopeless if hopeless < FAINT else FAINT
    least = faint * best if best > 1.0 else faint
    unwritten = table.unwritten[unit]
    after = [odds * unwritten for odds in here]
    after += [0.0] * min(LONGEST, size + 1 - len(here))
    _spread(here, least, unit, letters, table, after)
    best = max(after)
    least = faint * best if best > 1.0 else faint
    last = len(after) - 1
    for j, odds in enumerate(after):  # `after` grows during the loop
        if odds > least and j < size:
            unheard = odds * silent[bare[j]]
            if j < last:
                after[j + 1] += unheard
            else:
                after.append(unheard)
                last += 1
    end = len(after)
    while end > 1 and not after[end - 1]:
        end -= 1
    del after[end:]
    return after, best


def _spread(
    odds_of: Sequence[float], least: float, unit: str, letters: Letters, table: Weights, row: list[float]
) -> None:
    """Add to `row` the odds of spelling a unit from each letter whose odds exceed `least`."""
    if letters.plain:
        begun, text = table.begun(unit), letters.ended
        for begin, odds in enumerate(odds_of):
            if odds > least:
                end = begin + 1
                while (piece := text[begin:end]) in begun:  # else no longer piece spells it
                    row[end] += odds * begun[piece]
                    end += 1
    else:
        ways = table.ways(unit)
        for begin, odds in enumerate(odds_of):
            if odds > least:
                for end, ratio in letters.ends(begin, ways):
                    row[end] += odds * ratio


def spelled(units: Sequence[str], letters: Letters, table: Weights, hopeless: float = FAINT) -> list[float] | None:
    """Return, for each j from 0, the odds ratio that the first j letters spell the units.

    Return None if two units in a row leave no odds above `hopeless`. After the first unit, only 0.2% of true pairs ever fall
    below 0.02, but 95% of false ones.
    """
    here, best = [1.0], 1.0
    for count, unit in enumerate(units):
        before = best
        here, best = step(here, best, unit, letters, table, hopeless)
        if count and best < hopeless and before < hopeless:
            return None
    return here + [0.0] * (len(letters.text) + 1 - len(here))


def chance(letters: Letters, table: Weights) -> list[float]:
    """Return, for each j, the odds of the first j letters in the model, for any sound, against independent letters."""
    size = len(letters.text)
    here = [1.0] + [0.0] * size
    begun, text = table.begun(CHUNKS), letters.ended
    for begin in range(size):
        odds = here[begin] = here[begin] or UNSEEN**begin
        end = begin + 1
        if letters.plain:
            while (piece := text[begin:end]) in begun:
                here[end] += odds * begun[piece]
                end += 1
        else:
            for end, known in letters.ends(begin, table.chunks):
                here[end] += odds * known
    here[size] = here[size] or UNSEEN**size
    return here
