"""Features of a cell from the chances that a first pass gave to the rest of its row, its column and its neighbours."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from termalign.decide.setting import named
from termalign.english.phrasal import adverbs_with
from termalign.kinds.kind import Features
from termalign.odds import chance
from termalign.propose.grid import Cell, Grid
from termalign.terms.term_cache import TermCache
from termalign.tokens import entry

_SURE = 0.4  # chance from which a row counts as rendered, when the order of the neighbouring rows is compared
#: Features of the first pass that the odds do not sum up, so later passes see them again.
_LASTING = ("bias", "found", "off place", "rows", "columns", "block", "one character")


def look_again(grid: Grid, cells: Iterable[Cell], terms: TermCache) -> dict[tuple[int, int], Features]:
    """Return the features of some cells, by place, from the odds that the first pass gave to all cells of the grid."""
    judged = _Judged(grid, terms)
    return {cell.place: judged.described(cell) for cell in cells}


class _Judged:
    """The chances of all cells after the first pass."""

    def __init__(self, grid: Grid, terms: TermCache) -> None:
        self.grid, self.terms = grid, terms
        self.chances = {place: chance(cell.odds) for place, cell in grid.cells.items()}
        self.in_row: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        self.in_column: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        self.same_japanese: defaultdict[tuple[str, int], list[tuple[float, int]]] = defaultdict(list)
        self.same_english: defaultdict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
        for (i, j), p in self.chances.items():
            self.in_row[i].append((p, j))
            self.in_column[j].append((p, i))
            self.same_japanese[grid.rows[i].form, j].append((p, i))
            self.same_english[i, grid.columns[j].lemma].append((p, j))
        for lines in (self.in_row, self.in_column, self.same_japanese, self.same_english):
            for found in lines.values():
                found.sort(reverse=True)
        self.row_free = {i: math.prod([1 - p for p, _ in found]) for i, found in self.in_row.items()}
        self.column_free = {j: math.prod([1 - p for p, _ in found]) for j, found in self.in_column.items()}
        self.anchors = sorted([(i, found[0][1]) for i, found in self.in_row.items() if found[0][0] > _SURE])

    def described(self, cell: Cell) -> Features:
        """Return all features of a cell."""
        f = {name: cell.features[name] for name in _LASTING if name in cell.features}
        f[named("row", cell.row.sort)] = f[named("column", cell.column.sort)] = 1.0
        free = self._rivals(cell, f)
        self._rows_beside(cell, f, free)
        self._columns_beside(cell, f, free)
        self._diagonal(cell, f, free)
        self._in_order(cell, f, free)
        self._elsewhere(cell, f)
        return f

    def at(self, i: int, j: int) -> float:
        return self.chances.get((i, j), 0.0)

    def _rivals(self, cell: Cell, f: Features) -> float:
        """Add features of rivals in the cell's row and column; return the probability that none of them is right."""
        (i, j), p = cell.place, self.chances[cell.place]
        f["odds"], f["odds squared"] = cell.odds, cell.odds * cell.odds / 10
        f["chance"] = f[named("chance", cell.row.sort)] = p
        for name, found, own in (("row", self.in_row[i], j), ("column", self.in_column[j], i)):
            most = _most(found, own)
            f[named(name, "other")] = f[named(f"{name} other", cell.row.sort)] = most
            f[named(f"{name} other", cell.column.sort)] = most
            f[named("beaten in", name)] = max(0.0, most - p)
        row_free, column_free = self.row_free[i] / (1 - p), self.column_free[j] / (1 - p)
        both = row_free * column_free
        f["row free"], f["column free"], f["both free"] = row_free, column_free, both
        f[named("both free", cell.row.sort)] = f[named("both free", cell.column.sort)] = both
        return both

    def _rows_beside(self, cell: Cell, f: Features, free: float) -> None:
        """Add features of the adjacent token that the column renders too: a suffix with its word, a counter with its number."""
        i, j = cell.place
        for k, side in ((i - 1, "row before"), (i + 1, "row after")):
            p = self.at(k, j)
            if not p:
                continue
            row = self.grid.rows[k]
            if row.run != cell.row.run:
                f[named(side, "apart")] = p
                continue
            f[named(side, "together")] = f[named(side, cell.row.sort)] = f[named(f"{side} of", row.sort)] = p
            f[named(side, "free")] = p * free
            if len(cell.row.form) == 1:
                f[named(side, "one character")], f[named(side, "one character free")] = p, p * free
            if "-" in cell.column.form:
                f[named(side, "hyphen")] = p

    def _columns_beside(self, cell: Cell, f: Features, free: float) -> None:
        """Add features of the adjacent word that renders the row too: *burned* down, *the main image* of worship."""
        (i, j), column = cell.place, cell.column
        for k, side in ((j - 1, "column before"), (j + 1, "column after")):
            beside = self.grid.columns.get(k)
            if beside is None:
                continue
            if beside.form.lower() == "of":
                f[named(side, "beyond of")] = self.at(i, 2 * k - j)
            p = self.at(i, k)
            if not p:
                continue
            if not self._spaced(min(j, k)):
                f[named(side, "at a mark")] = p
                continue
            f[named(side, "at a space")] = f[named(side, column.sort)] = f[named(f"{side} of", beside.sort)] = p
            f[named(side, cell.row.sort)] = p
            f[named(side, "free")] = f[named(f"{side} free", cell.row.sort)] = p * free
            if k < j and column.form.lower() in adverbs_with(beside.lemma):
                f["adverb of a verb"] = p

    def _spaced(self, j: int) -> bool:
        """Return whether only a space follows an English token."""
        en = self.grid.en
        return en.text[en.ends[j] : en.starts[j + 1]] == " "

    def _diagonal(self, cell: Cell, f: Features, free: float) -> None:
        """Add features of the diagonal neighbours: adjacent words that render each other, in order or crosswise."""
        i, j = cell.place
        for m, n in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
            p = self.at(i + m, j + n)
            if p:
                way = "straight" if m == n else "crossed"
                together = self.grid.rows[i + m].run == cell.row.run
                way = named(way, "together" if together else "apart")
                f[way], f[named(way, "free")] = p, p * free

    def _in_order(self, cell: Cell, f: Features, free: float) -> None:
        """Add features of the cell's position relative to the renderings of the nearest rendered rows."""
        i, j = cell.place
        k = bisect_left(self.anchors, (i,))
        before = self.anchors[k - 1][1] if k else None
        k += k < len(self.anchors) and self.anchors[k][0] == i
        after = self.anchors[k][1] if k < len(self.anchors) else None
        for side, other, step in (("left", before, 1), ("right", after, -1)):
            if other is not None:
                distance = (j - other) * step
                f[named(side, "order")] = float(distance > 0)
                f[named(side, "near")] = 1 / (1 + abs(distance))
                f[named(side, "distance")] = math.log1p(abs(distance))
        near = [x for x in (before, after) if x is not None]
        if not near:
            f["alone"] = 1.0
            return
        off = math.log1p(min([abs(j - x) for x in near]))
        f["off neighbours"], f["off neighbours free"] = off, off * free
        f["off the middle"] = math.log1p(abs(j - sum(near) / len(near)))
        low, high = min(near), max(near)
        if low < j < high:
            f["between"], f["between free"], f["between narrowly free"] = 1.0, free, free / (high - low)

    def _elsewhere(self, cell: Cell, f: Features) -> None:
        """Add features of repeated words, of the rest of the piece, and of *after* before a word (戦後)."""
        i, j = cell.place
        f["same Japanese"] = _most(self.same_japanese[cell.row.form, j], i)
        f["same English"] = _most(self.same_english[i, cell.column.lemma], j)
        piece = cell.pieces[0] if cell.pieces else None
        if piece is not None and len(piece.rows) * len(piece.columns) > 1:
            others = [self.at(m, n) for m in piece.rows for n in piece.columns if (m, n) != (i, j)]
            f["rest of its piece"], f["most of its piece"] = sum(others) / len(others), max(others)
        if cell.column.sort == "small word":
            stem = entry(cell.column.form).stem
            if stem in self.terms.said_last(cell.row.form[-1]):  # 戦後, *after* the war
                f["said last"] = 1.0
                f["said last before its word"] = max([self.at(i, k) for k in range(j + 1, j + 4)])


def _most(found: Sequence[tuple[float, int]], own: int) -> float:
    """Return the highest chance in a sorted list of cells, leaving out the cell at ``own``."""
    return next((p for p, k in found if k != own), 0.0)
