"""The learned table: how much more often than by chance a sound unit and some letters correspond."""

import math
from functools import cache
from importlib.resources import files

from termalign.phonetics.sounds import bare_letters

LONGEST = 5
"""Most letters (boundaries among them) that one segment takes."""

# The lines of the table that do not have the spellings of a unit.
UNWRITTEN, SILENT, CHUNKS = "+", "-", "*"

UNSEEN = 1e-4
"""Odds ratio of leaving out what the table has never seen left out."""


class Weights:
    """The table, from lines of ``unit⇥letters weight letters weight …``; ``#`` begins a comment.

    Weights are natural logs in hundredths. The line of ``+`` lists units, those of ``-`` and ``*`` letters. A line is parsed
    when its unit is first needed.

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
        # Odds ratios: of each unit having no letters (all units of the table), and of each letter being silent.
        self.unwritten = _parse(self._lines.pop(UNWRITTEN))
        self.silent = _Silent(_parse(self._lines.pop(SILENT)))
        # P(the letters are one segment, for any sound) / P(the letters by chance)
        self.chunks = _parse(self._lines.pop(CHUNKS))
        self._ways: dict[str, dict[str, float]] = {CHUNKS: self.chunks}
        self._told: dict[str, dict[str, float]] = {}
        self._begun: dict[str, dict[str, float]] = {}

    def ways(self, unit: str) -> dict[str, float]:
        """Return the spellings of a sound unit: letters -> odds ratio P(unit, letters) / (P(unit) · P(letters)).

        P(letters) treats the letters as independent.
        """
        ways = self._ways.get(unit)
        if ways is None:
            ways = self._ways[unit] = _parse(self._lines.get(unit, ""))
        return ways

    def begun(self, unit: str) -> dict[str, float]:
        """Return `ways`, with all beginnings of its spellings; those that are not spellings themselves have ratio 0.0."""
        found = self._begun.get(unit)
        if found is None:
            found = self._begun[unit] = begun(self.ways(unit))
        return found

    def told(self, unit: str) -> dict[str, float]:
        """Return how much likelier each spelling of a sound unit is with the unit than in general.

        By chance, letters together are at least as likely as their parts one after another. So a unit multiplies the odds of
        a pair by at most the highest of these values plus its ratio of being unwritten.
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
    """Return `ways` with all beginnings of its letters, so that a search along a word knows where to stop.

    >>> begun({"gh": 0.5, "g": 2.0})
    {'g': 2.0, 'gh': 0.5}
    >>> begun({"dge": 0.5})
    {'d': 0.0, 'dg': 0.0, 'dge': 0.5}
    """
    found = {letters[:size]: 0.0 for letters in ways for size in range(1, len(letters))}
    return found | ways


class _Silent(dict[str, float]):
    """The odds ratio of each letter being silent; `UNSEEN` for a letter that the table lacks."""

    def __missing__(self, letter: str) -> float:
        return UNSEEN


class _Odds(dict[str, float]):
    """Weights as the table writes them → odds ratios; cached, as there are far fewer weights than entries."""

    def __missing__(self, weight: str) -> float:
        odds = self[weight] = math.exp(int(weight) / 100)
        return odds


_ODDS = _Odds()


def _parse(entries: str) -> dict[str, float]:
    cells = entries.split()
    return dict(zip(cells[::2], map(_ODDS.__getitem__, cells[1::2]), strict=True))


@cache
def weights() -> Weights:
    """Return the packaged table, read once."""
    return Weights(files(__package__).joinpath("weights.tsv").read_text(encoding="utf-8"))
