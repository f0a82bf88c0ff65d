"""The learned table: how much more often than by chance a sound unit and some letters stand for each other."""

import math
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

from termalign.phonetics.sounds import bare_letters

LONGEST = 5
"""Most letters (boundaries among them) that one segment takes."""

# Lines of the table that hold something else than the spellings of a unit.
UNWRITTEN, SILENT, CHUNKS = "+", "-", "*"

UNSEEN = 1e-4
"""Odds ratio of leaving out what the table has never seen left out."""


Step = tuple[int, int, float]  # a stretch of letters, half-open, and the odds ratio of its spelling a unit


class Weights:
    """The table: lines of ``unit⇥letters weight letters weight …``, ``#`` begins a comment.

    Weights are natural logs in hundredths. The line of ``+`` lists units, those of ``-`` and ``*`` letters. A line is
    taken apart when its unit is first met.

    Attributes
    ----------
    unwritten : dict of str to float
        Sound unit -> odds ratio of its having no letter. Every unit that the table knows is here.
    silent : dict of str to float
        Letter -> odds ratio of its not being heard.
    chunks : dict of str to float
        Letters -> P(they are one segment, whatever they sound like) / P(letters), what chance alone would give.
    steps : callable of (str, str)
        Where a sound unit (or :data:`CHUNKS`) can be spelled in framed letters: stretches with their odds ratios, in
        order. Letters with a diacritic that the table lacks count as if they had none. The last are kept: a word is
        compared with many terms that share their sounds.

    Examples
    --------
    >>> table = Weights("# comment\\nグ\\tg 0 gu -50\\n+\\tグ -200\\n-\\te -100\\n*\\tg 0\\n")
    >>> table.ways("グ")["g"], table.ways("ゲ")
    (1.0, {})
    """

    def __init__(self, table: str) -> None:
        self._lines: dict[str, str] = {}
        for line in table.splitlines():
            if not line.startswith("#"):
                unit, entries = line.split("\t")
                self._lines[unit] = entries
        self.unwritten = _parse(self._lines.pop(UNWRITTEN))
        self.silent = _parse(self._lines.pop(SILENT))
        self.chunks = _parse(self._lines.pop(CHUNKS))
        self._ways: dict[str, dict[str, float]] = {CHUNKS: self.chunks}
        self.steps: Callable[[str, str], tuple[Step, ...]] = lru_cache(16384)(self._steps)

    def ways(self, unit: str) -> dict[str, float]:
        """How a sound unit is spelled: letters -> odds ratio P(unit, letters) / (P(unit) · P(letters)).

        P(letters) takes the letters as independent.
        """
        ways = self._ways.get(unit)
        if ways is None:
            ways = self._ways[unit] = _parse(self._lines.get(unit, ""))
        return ways

    def _steps(self, unit: str, letters: str) -> tuple[Step, ...]:
        ways = self.ways(unit)
        stretches = _stretches(letters)
        found = {part: ways[part] for part in ways.keys() & stretches}
        if not letters.isascii():
            marked = (part for part in stretches if not part.isascii() and part not in ways)
            found |= {part: ways[bare] for part in marked if (bare := bare_letters(part)) in ways}
        steps = [(begin, begin + len(part), ratio) for part, ratio in found.items() for begin in _all_at(part, letters)]
        return tuple(sorted(steps))


@lru_cache(maxsize=2048)
def _stretches(letters: str) -> frozenset[str]:
    """Every run of one to :data:`LONGEST` letters."""
    size = len(letters)
    return frozenset([letters[i:j] for i in range(size) for j in range(i + 1, min(i + LONGEST, size) + 1)])


def _all_at(part: str, letters: str) -> Iterator[int]:
    """Where `part` begins in `letters`, overlapping or not."""
    at = letters.find(part)
    while at >= 0:
        yield at
        at = letters.find(part, at + 1)


def _parse(entries: str) -> dict[str, float]:
    cells = entries.split()
    return {letters: math.exp(int(weight) / 100) for letters, weight in zip(cells[::2], cells[1::2], strict=True)}


@cache
def weights() -> Weights:
    """The shipped table, read once."""
    return Weights(files(__package__).joinpath("weights.tsv").read_text(encoding="utf-8"))
