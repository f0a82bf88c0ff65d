"""Candidates for words without other candidates, which may be equivalent by meaning, characters or spelling."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from termalign.kana import is_kanji
from termalign.kinds.meanings import heads, sense_code
from termalign.meaning.embedding import code, likest
from termalign.propose.grid import Grid
from termalign.propose.nearby import MOST_PLACES, nearest
from termalign.target.target import Target
from termalign.terms.term import Term
from termalign.terms.term_cache import TermCache

_LEAST = 0.12  # similarity (at most 1) from which two meanings are compared at all
_FALL = 0.2  # how much less each later sense counts

Likeness = tuple[int, str, float]
"""A column, in what way it is like a row, and how much."""


def meet(grid: Grid, target: Target, terms: TermCache) -> None:
    """Make the cells of similar words, with the kinds of similarity as features. The cells of candidates must exist already."""
    columns = _Columns(grid, target)
    for row in grid.rows.values():
        middle = grid.ja.middle(row.at) * len(grid.en.starts)
        for k in row.morphemes:
            for j, name, value in columns.like(terms.at(grid.text, k, k + 1), middle, terms):
                cell = grid.cell(row.at, j)
                if cell is not None:
                    cell.features[name] = max(value, cell.features.get(name, 0.0))


class _Columns:
    """The English tokens, indexed by stem, by code of meaning, and by spelling if no dictionary has them."""

    def __init__(self, grid: Grid, target: Target) -> None:
        self.target = target
        lexemes = target.english.lexemes
        self.by_stem: defaultdict[str, list[int]] = defaultdict(list)
        self.coded: dict[str, int] = {}
        self.unknown: defaultdict[str, list[int]] = defaultdict(list)
        for j, column in grid.columns.items():
            for x in [lexemes[w] for w in column.words]:
                if j not in self.by_stem[x.stem][-1:]:
                    self.by_stem[x.stem].append(j)
                bits = None if x.function else code(x.stem)
                if bits is not None:
                    self.coded[x.stem] = bits
                if not x.known:
                    self.unknown[x.plain].append(j)

    def like(self, term: Term, middle: float, terms: TermCache) -> Iterator[Likeness]:
        """Yield the columns similar to a morpheme: in each way, the most similar words, at the columns closest to ``middle``."""
        found = [(name, self.by_stem.get(stem, []), value) for name, stem, value in self._like(term, terms)]
        for plain, columns in self.unknown.items():
            for key in term.keys:
                if len(key) > 1 and key in plain:
                    found.append(("spelled within", columns, len(key) / len(plain)))
        taken = dict.fromkeys([name for name, _, _ in found], 0)
        for name, columns, value in sorted(found, key=lambda each: (-each[2], each[1])):
            near = columns[nearest(columns, middle, MOST_PLACES - taken[name])]
            taken[name] += len(near)
            yield from ((j, name, value) for j in near)

    def _like(self, term: Term, terms: TermCache) -> Iterator[tuple[str, str, float]]:
        """Yield the stems similar to a morpheme, each with the name and the degree of the similarity."""
        meaning = sense_code(term)
        if meaning is not None:
            for stem, alike in likest(meaning, self.coded.items(), _LEAST):
                yield "alike", stem, alike
        for stem, value in self._related(term):
            yield "related", stem, value
        for kanji in term.kanji:
            for stem, value in self.target.meant(kanji):
                yield "said in compounds", stem, value
        if len(term.surface) > 1:
            for character in filter(is_kanji, term.surface):
                name = "last character" if character == term.surface[-1] else "another character"
                for stem in terms.said_last(character):
                    yield name, stem, 1.0

    def _related(self, term: Term) -> Sequence[tuple[str, float]]:
        """Return stems of the text that gloss the same words as the glosses of the headword."""
        found: defaultdict[str, float] = defaultdict(float)
        for n, head in enumerate(heads(term)):
            for stem, weight in self.target.related(head):
                found[stem] += weight / (1 + _FALL * n)
        return [(stem, min(1.0, weight)) for stem, weight in found.items()]
