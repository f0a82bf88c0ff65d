"""The learned table: how much more often than by chance a sound unit and some letters correspond."""

import math
from functools import cache
from importlib.resources import files

from termalign.phonetics.sounds import bare_letters

LONGEST = 5
"""Most letters (boundaries among them) that one segment takes."""

# Lines of the table that hold something else than the spellings of a unit.
UNWRITTEN, SILENT, CHUNKS = "+", "-", "*"

UNSEEN = 1e-4
"""Odds ratio of leaving out what the table has never seen left out."""


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
        self._told: dict[str, dict[str, float]] = {}
        self._begun: dict[str, dict[str, float]] = {}

    def ways(self, unit: str) -> dict[str, float]:
        """Return the spellings of a sound unit: letters -> odds ratio P(unit, letters) / (P(unit) · P(letters)).

        P(letters) takes the letters as independent.
        """
        ways = self._ways.get(unit)
        if ways is None:
            ways = self._ways[unit] = _parse(self._lines.get(unit, ""))
        return ways

    def begun(self, unit: str) -> dict[str, float]:
        """Return the same, or for :data:`CHUNKS` those, with every beginning of a spelling in it, at 0.0 if it is none itself."""
        found = self._begun.get(unit)
        if found is None:
            found = self._begun[unit] = begun(self.ways(unit))
        return found

    def told(self, unit: str) -> dict[str, float]:
        """Return the letters that spell a sound unit, each with how much likelier they are with the unit than in general.

        Chance makes at least of a whole what it makes of its parts one after another, so that a unit multiplies the odds of a
        pair by no more than what the most telling of its letters and its being unwritten come to.
        """
        found = self._told.get(unit)
        if found is None:
            usual = self.chunks.get
            by_chance = {part: usual(part) or usual(bare_letters(part)) for part in self.ways(unit)}
            found = self._told[unit] = {
                part: ratio / odds for part, ratio in self.ways(unit).items() if (odds := by_chance[part])
            }
        return found


def begun(ways: dict[str, float]) -> dict[str, float]:
    """`ways` with the beginnings of its letters, so that a walk along a word knows where to stop.

    Examples
    --------
    >>> begun({"gh": 0.5, "g": 2.0})
    {'g': 2.0, 'gh': 0.5}
    >>> begun({"dge": 0.5})
    {'d': 0.0, 'dg': 0.0, 'dge': 0.5}
    """
    found = {letters[:size]: 0.0 for letters in ways for size in range(1, len(letters))}
    return found | ways


class _Odds(dict[str, float]):
    """A weight as the table writes it → its odds ratio: there are far fewer weights than entries."""

    def __missing__(self, weight: str) -> float:
        odds = self[weight] = math.exp(int(weight) / 100)
        return odds


_ODDS = _Odds()


def _parse(entries: str) -> dict[str, float]:
    cells = entries.split()
    return dict(zip(cells[::2], map(_ODDS.__getitem__, cells[1::2]), strict=True))


@cache
def weights() -> Weights:
    """Return the shipped table, read once."""
    return Weights(files(__package__).joinpath("weights.tsv").read_text(encoding="utf-8"))
