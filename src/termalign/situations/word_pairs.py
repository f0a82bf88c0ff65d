"""Pairs of tokens of a text and its translation that render each other, each with a probability."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from termalign.decide.calibration import fitted_scale
from termalign.decide.cell_evidence import by_itself
from termalign.decide.cell_neighbours import look_again
from termalign.decide.cell_standing import standing
from termalign.decide.rules import kept, rules_among
from termalign.decide.weights import Table, log_odds, packaged
from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kinds.registry import asked
from termalign.odds import chance
from termalign.passages import passages
from termalign.propose.candidate import Candidate
from termalign.propose.grid import Cell, Grid, meaningful
from termalign.propose.like_words import meet
from termalign.situations.pair import Pair
from termalign.situations.translated import decide, with_glossary_runs
from termalign.target.target import Target
from termalign.terms.term_cache import TermCache
from termalign.tokens import Tokens

_HOPEFUL = 0.03  # chance: less likely cells get no further look
_LIKELY = 0.5  # minimum score of the links between phrases that tell which of their words belong together
_BY_PLACE = "context"  # the kind of evidence for words that only their position supports
FIRST, AGAIN = "words", ("words again", "words last")
"""The stage that judges each cell by itself, and those that also consider how the other cells were judged."""


class WordPair(NamedTuple):
    """Two tokens that render each other, by position, and the chance that they do."""

    ja: int
    en: int
    score: float


def word_pairs(
    ja: Tokens, en: Tokens, terms: TermCache, kinds: Collection[str] | None = None, threshold: float = 0.0
) -> list[WordPair]:
    """Return the pairs of tokens that render each other, in order; one token may be in several pairs.

    A long text is cut into passages, each of which is paired separately. ``kinds`` are the kinds of evidence to use,
    all by default. If they do not include ``context``, each pair needs evidence of another kind. ``threshold`` is the minimum
    chance of a pair.
    """
    text = JapaneseText(ja.text, terms.lexicon)
    english = EnglishText.of_pair(en.text, ja.text)
    if not text.morphemes or not len(english):
        return []
    found = []
    for a, b, i, j in passages(text, english, terms):
        part, words = text.passage(a, b), english.passage(i, j)
        start = text.folded.raw_span(text.morphemes[a].start, text.morphemes[a].end)[0]
        base = english.base(i)
        before_ja, own_ja = ja.part(start, start + len(part.raw))
        before_en, own_en = en.part(base, base + len(words.raw))
        for cell, score in scored_cells(filled(part, words, own_ja, own_en, terms, kinds), terms):
            if score >= threshold:
                found.append(WordPair(before_ja + cell.row.at, before_en + cell.column.at, score))
    return sorted(found)


def filled(
    text: JapaneseText,
    english: EnglishText,
    ja: Tokens,
    en: Tokens,
    terms: TermCache,
    kinds: Collection[str] | None = None,
) -> Grid:
    """Return the grid of two texts, with the features of each cell for the first look."""
    weights = packaged()
    target = Target(english, terms.lexicon, parallel=True)
    pair = with_glossary_runs(text, target, terms)
    pair.look_up(weights["single"], asked(kinds), guessing=True)
    pair.look_up_predicates(weights["single"])
    pair.propose()
    grid = Grid(ja, en, text, [english.offsets(k, k + 1) for k in range(len(english))], pair.runs)
    atoms = [c for found in pair.found.values() for c in found]
    grid.fill([*atoms, *_outside_runs(pair, weights["single"])])
    linked = _linked(grid, decide(pair, weights, fitted_scale("text"), _LIKELY))
    if kinds is None or _BY_PLACE in kinds:
        meet(grid, target, terms)
        grid.fill_near({i for i, _ in linked}, {j for _, j in linked})
    by_itself(grid, linked)
    return grid


def scored_cells(grid: Grid, terms: TermCache) -> Iterator[tuple[Cell, float]]:
    """Yield the cells that may be right, each with its published chance."""
    calibrated = fitted_scale("words")
    for cell in judged(grid, packaged(), terms):
        yield cell, calibrated.chance(cell.odds)


def judged(grid: Grid, weights: Mapping[str, Table], terms: TermCache) -> Sequence[Cell]:
    """Return the cells that may be right, with their log odds after the last look."""
    for cell in grid.cells.values():
        cell.odds = log_odds(weights[FIRST], cell.features)
    cells = hopeful(grid)
    for stage in AGAIN:
        again, rules = hopeful(grid), rules_among(weights[stage])
        seen, figures = look_again(grid, again, terms), standing(again) if rules else {}
        for cell in again:
            features = seen[cell.place]
            cell.odds = log_odds(weights[stage], features)
            if rules:
                cell.odds += log_odds(weights[stage], kept(rules, features | figures[cell.place]))
    return cells


def hopeful(grid: Grid) -> Sequence[Cell]:
    """Return the cells whose latest probability is not too low for them to be linked."""
    return [cell for cell in grid.cells.values() if chance(cell.odds) > _HOPEFUL]


def _outside_runs(pair: Pair, weights: Table) -> Iterator[Candidate]:
    """Yield candidates for content words outside noun runs: verbs, adjectives, adverbs, and others."""
    within = {k for a, b in pair.runs for k in range(a, b)}
    for k in meaningful(pair.ja, pair.runs):
        if k not in within:
            yield from pair.of_word(k, weights)


def _linked(grid: Grid, links: Iterable[Candidate]) -> dict[tuple[int, int], tuple[str, float]]:
    """Return the cells that links of terms cover, with how the link supports the cell and the chance of the link."""
    found: dict[tuple[int, int], tuple[str, float]] = {}
    for c in links:
        parts = [(grid.rows_at(p.a, p.b), grid.columns_at(p.i, p.j)) for p in c.parts]
        for i in grid.rows_at(c.a, c.b):
            for j in grid.columns_at(c.i, c.j):
                found[i, j] = _how(i, j, parts), chance(c.odds)
    return found


def _how(i: int, j: int, parts: Sequence[tuple[range, range]]) -> str:
    """Return how a link supports a cell."""
    if not parts:
        return "link"
    if any(i in rows and j in columns for rows, columns in parts):
        return "link part"
    row, column = any(i in rows for rows, _ in parts), any(j in columns for _, columns in parts)
    if row and column:
        return "link other part"
    return "link column left over" if row else "link row left over" if column else "link left over"
