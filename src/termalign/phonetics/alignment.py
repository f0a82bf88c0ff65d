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
    plain : bool
        There are no diacritics.
    size : int
        How many letters there are.
    """

    __slots__ = ("bare", "plain", "size", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.bare = bare_letters(text)
        self.plain = text.isascii()
        self.size = len(text)

    def ends(self, begin: int, ways: dict[str, float]) -> Ends:
        """Where the stretches end that begin at a letter and are among `ways`.

        Letters with a diacritic that `ways` lacks count as if they had none.
        """
        text = self.text
        found = []
        for end in range(begin + 1, min(begin + LONGEST, self.size) + 1):
            part = text[begin:end]
            if part in ways:
                found.append((end, ways[part]))
            elif not part.isascii() and (bare := bare_letters(part)) in ways:
                found.append((end, ways[bare]))
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
    size, bare = letters.size, letters.bare
    faint = hopeless if hopeless < FAINT else FAINT
    least = faint * best if best > 1.0 else faint
    unwritten = table.unwritten[unit]
    after = [odds * unwritten for odds in here]
    after += [0.0] * min(LONGEST, size + 1 - len(here))
    if letters.plain:
        ratio_of = table.begun(unit).get
        for begin, odds in enumerate(here):
            if odds > least:
                for end in range(begin + 1, min(begin + LONGEST, size) + 1):
                    ratio = ratio_of(bare[begin:end])
                    if ratio is None:
                        break  # nor are more letters a spelling
                    after[end] += odds * ratio
    else:
        ways = table.ways(unit)
        for begin, odds in enumerate(here):
            if odds > least:
                for end, ratio in letters.ends(begin, ways):
                    after[end] += odds * ratio
    best = max(after)
    _pass_over_silent(after, faint * best if best > 1.0 else faint, letters, table)
    return after, best


def _pass_over_silent(row: list[float], least: float, letters: Letters, table: Weights) -> None:
    """Add what follows when the letters after each place with more than the `least` odds are not heard."""
    bare, size, silent = letters.bare, letters.size, table.silent.get
    for j, odds in enumerate(row):  # which grows as it goes
        if odds > least and j < size:
            unheard = odds * silent(bare[j], UNSEEN)
            if j + 1 < len(row):
                row[j + 1] += unheard
            else:
                row.append(unheard)
    while len(row) > 1 and not row[-1]:
        row.pop()


def spelled(units: Sequence[str], letters: Letters, table: Weights, hopeless: float = FAINT) -> list[float] | None:
    """The last row of :func:`forward`, with all letters; None if it ends early."""
    rows = list(forward(units, letters, table, hopeless))
    if len(rows) < len(units):
        return None
    return rows[-1] + [0.0] * (letters.size + 1 - len(rows[-1]))


def chance(letters: Letters, table: Weights) -> list[float]:
    """How much likelier than independent letters the model holds the first j, whatever they sound like, for each j."""
    size, text = letters.size, letters.text
    here = [1.0] + [0.0] * size
    if letters.plain:
        ratio_of = table.begun(CHUNKS).get
        for begin in range(size):
            odds = here[begin] or UNSEEN**begin
            for end in range(begin + 1, min(begin + LONGEST, size) + 1):
                ratio = ratio_of(text[begin:end])
                if ratio is None:
                    break
                here[end] += odds * ratio
    else:
        for begin in range(size):
            odds = here[begin] or UNSEEN**begin
            for end, ratio in letters.ends(begin, table.chunks):
                here[end] += odds * ratio
    return [odds or UNSEEN**size for size, odds in enumerate(here)]
