"""Words that render each other: pairs of tokens of a text and its translation, each with the chance that it is right."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from termalign.decide.cell_evidence import by_itself
from termalign.decide.cell_neighbours import look_again
from termalign.decide.weights import Table, chance, log_odds
from termalign.propose.candidate import Candidate
from termalign.propose.grid import Cell, Grid, meaningful
from termalign.situations.pair import Pair
from termalign.situations.translated import decide
from termalign.words.tokens import Tokens

LEAST = 0.35  # chance: where the alignment error rate is at its flat bottom, over folds and on unseen text
HOPEFUL = 0.015  # chance: what is less likely at first is not looked at again
AGAIN = ("words second", "words third")  # the stages that look at what all cells were judged


class WordPair(NamedTuple):
    """Two tokens that render each other.

    Attributes
    ----------
    ja, en : int
        Their positions.
    score : float
        The chance that they do.
    """

    ja: int
    en: int
    score: float


def word_pairs(
    pair: Pair, ja: Tokens, en: Tokens, weights: Mapping[str, Table], least: float = LEAST
) -> list[WordPair]:
    """The tokens that render each other, in order; several may render one.

    Parameters
    ----------
    pair : Pair
        The two texts, with all candidates proposed. Its offsets are those of ``ja.text`` and ``en.text``.
    ja, en : Tokens
        The tokens to pair.
    weights : mapping of str to mapping of str to float
        What features are worth, by stage.
    least : float
        The least chance of a pair.
    """
    grid = filled(pair, ja, en, weights)
    found = judged(pair, grid, weights)
    return [WordPair(*cell.place, p) for cell in found if (p := chance(cell.odds)) >= least]


def filled(pair: Pair, ja: Tokens, en: Tokens, weights: Mapping[str, Table]) -> Grid:
    """The cells of the two texts, with what speaks for each by itself."""
    words = [pair.english.offsets(k, k + 1) for k in range(len(pair.english))]
    grid = Grid(ja, en, pair.ja, words, pair.runs)
    grid.fill([*[c for found in pair.found.values() for c in found], *_outside_runs(pair, weights["single"])])
    by_itself(grid, decide(pair, weights["together"]), pair.bitext, pair.terms)
    return grid


def judged(pair: Pair, grid: Grid, weights: Mapping[str, Table]) -> list[Cell]:
    """The cells that may be right, with their log odds after the last look."""
    for cell in grid.cells.values():
        cell.odds = log_odds(weights["words first"], cell.features)
    hopeful = [cell for cell in grid.cells.values() if chance(cell.odds) > HOPEFUL]
    for stage in AGAIN:
        look_again(grid, hopeful, pair.terms)
        for cell in hopeful:
            cell.odds = log_odds(weights[stage], cell.again)
    return hopeful


def _outside_runs(pair: Pair, weights: Table) -> Iterator[Candidate]:
    """Candidates for what stands in no run of nouns: verbs, adjectives, adverbs, and the rest that means something."""
    if not len(pair.english):
        return
    within = {k for a, b in pair.runs for k in range(a, b)}
    for k in meaningful(pair.ja, pair.runs):
        if k not in within:
            yield from pair.of_word(k, weights)
