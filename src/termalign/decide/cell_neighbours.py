"""What a first judgement says of each cell: whether its row and its column are spoken for, and what stands beside it."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable

from termalign.decide.setting import named
from termalign.decide.weights import chance
from termalign.english.phrasal import adverbs_with
from termalign.evidence.term_cache import TermCache
from termalign.kinds.kind import Features
from termalign.propose.grid import Cell, Grid
from termalign.words.tokens import entry

_SURE = 0.4  # chance: what the row is taken to be rendered by, when the order of the rows beside it is looked at
#: Of what speaks for a cell by itself, what its odds do not tell a later look.
_LASTING = ("bias", "found", "off place", "rows", "columns", "block", "one character")

Put = Callable[[str, float], None]


def look_again(grid: Grid, cells: Iterable[Cell], terms: TermCache) -> None:
    """Work out what the judgement of all cells says of each.

    Parameters
    ----------
    cells : iterable of Cell
        Those that may still be right.
    terms : TermCache
        Headwords that are known already.
    """
    judged = _Judged(grid, terms)
    for cell in cells:
        cell.again = {name: cell.features[name] for name in _LASTING if name in cell.features}
        cell.again[named("row", cell.row.sort)] = cell.again[named("column", cell.column.sort)] = 1.0

        def put(name: str, value: float, features: Features = cell.again) -> None:
            if value:
                features[named("again", name)] = value

        free = judged.rivals(cell, put)
        judged.rows_beside(cell, put, free[0])
        judged.columns_beside(cell, put, free[1])
        judged.diagonal(cell, put, free[0] * free[1])
        judged.in_order(cell, put, free[0] * free[1])
        judged.elsewhere(cell, put)


class _Judged:
    """The chances of all cells."""

    def __init__(self, grid: Grid, terms: TermCache) -> None:
        self.grid, self.terms = grid, terms
        self.chances = {place: chance(cell.odds) for place, cell in grid.cells.items()}
        self.in_row: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        self.in_column: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        for (i, j), p in self.chances.items():
            self.in_row[i].append((p, j))
            self.in_column[j].append((p, i))
        best = {i: max(found) for i, found in self.in_row.items()}
        self.anchors = sorted([(i, j) for i, (p, j) in best.items() if p > _SURE])
        self.same: defaultdict[str, list[int]] = defaultdict(list)
        for row in grid.rows.values():
            self.same[row.form].append(row.at)

    def at(self, i: int, j: int) -> float:
        return self.chances.get((i, j), 0.0)

    def rivals(self, cell: Cell, put: Put) -> tuple[float, float]:
        """What else renders its row, and what else its column renders; the chances that nothing does."""
        (i, j), p = cell.place, self.chances[cell.place]
        sort, looks = cell.row.sort, cell.column.sort
        put("odds", cell.odds)
        put("odds squared", cell.odds * cell.odds / 10)
        put("chance", p)
        put(named("chance", sort), p)
        free = []
        for name, found, own in (("row", self.in_row[i], j), ("column", self.in_column[j], i)):
            others = [q for q, k in found if k != own]
            most = max(others, default=0.0)
            put(named(name, "other"), most)
            put(named(f"{name} other", sort), most)
            put(named(f"{name} other", looks), most)
            put(named("beaten in", name), max(0.0, most - p))
            free.append(math.prod([1 - q for q in others]))
            put(named(name, "free"), free[-1])
        both = free[0] * free[1]
        put("both free", both)
        put(named("both free", sort), both)
        put(named("both free", looks), both)
        return free[0], free[1]

    def rows_beside(self, cell: Cell, put: Put, free: float) -> None:
        """Whether its column renders the token before or after it: a suffix goes with its word, a counter with its number."""
        i, j = cell.place
        for k, side in ((i - 1, "row before"), (i + 1, "row after")):
            row = self.grid.rows.get(k)
            p = self.at(k, j)
            if row is None or not p:
                continue
            if row.run != cell.row.run:
                put(named(side, "apart"), p)
                continue
            put(named(side, "together"), p)
            put(named(side, cell.row.sort), p)
            put(named(f"{side} of", row.sort), p)
            put(named(side, "free"), p * free)
            if len(cell.row.form) == 1:
                put(named(side, "one character"), p)
                put(named(side, "one character free"), p * free)
            if "-" in cell.column.form:
                put(named(side, "hyphen"), p)

    def columns_beside(self, cell: Cell, put: Put, free: float) -> None:
        """Whether its row is rendered by the word before or after it: *burned* down, *the main image* of worship."""
        (i, j), column = cell.place, cell.column
        for k, side in ((j - 1, "column before"), (j + 1, "column after")):
            beside = self.grid.columns.get(k)
            if beside is None:
                continue
            if beside.form.lower() == "of":
                put(named(side, "beyond of"), self.at(i, 2 * k - j))
            p = self.at(i, k)
            if not p:
                continue
            if not self._spaced(min(j, k)):
                put(named(side, "at a mark"), p)
                continue
            put(named(side, "at a space"), p)
            put(named(side, column.sort), p)
            put(named(f"{side} of", beside.sort), p)
            put(named(side, cell.row.sort), p)
            put(named(f"{side} free", cell.row.sort), p * free)
            put(named(side, "free"), p * free)
            if k < j and column.form.lower() in adverbs_with(beside.lemma):
                put("adverb of a verb", p)

    def _spaced(self, j: int) -> bool:
        """Whether only a space stands after an English token."""
        en = self.grid.en
        return en.text[en.ends[j] : en.starts[j + 1]] == " "

    def diagonal(self, cell: Cell, put: Put, free: float) -> None:
        """Whether the words beside it render each other, in the same order or crosswise."""
        i, j = cell.place
        for m, n in ((-1, -1), (-1, 1), (1, -1), (1, 1)):
            p = self.at(i + m, j + n)
            if p:
                way = "straight" if m == n else "crossed"
                together = self.grid.rows[i + m].run == cell.row.run
                way = named(way, "together" if together else "apart")
                put(way, p)
                put(named(way, "free"), p * free)

    def in_order(self, cell: Cell, put: Put, free: float) -> None:
        """Where it stands between what the nearest rows that are rendered are rendered by."""
        i, j = cell.place
        k = bisect_left(self.anchors, (i,))
        before = self.anchors[k - 1][1] if k else None
        k += k < len(self.anchors) and self.anchors[k][0] == i
        after = self.anchors[k][1] if k < len(self.anchors) else None
        for side, other, step in (("left", before, 1), ("right", after, -1)):
            if other is not None:
                distance = (j - other) * step
                put(named(side, "order"), float(distance > 0))
                put(named(side, "near"), 1 / (1 + abs(distance)))
                put(named(side, "distance"), math.log1p(abs(distance)))
        near = [x for x in (before, after) if x is not None]
        if not near:
            put("alone", 1.0)
            return
        off = math.log1p(min([abs(j - x) for x in near]))
        put("off neighbours", off)
        put("off neighbours free", off * free)
        put("off the middle", math.log1p(abs(j - sum(near) / len(near))))
        if len(near) > 1:
            low, high = sorted(near)
            put("between", float(low <= j <= high))
            if low < j < high:
                put("between free", free)
                put("between narrowly free", free / (high - low))

    def elsewhere(self, cell: Cell, put: Put) -> None:
        """What is said of the same words at other places, of the other cells of its piece, and of *after* before its word."""
        i, j = cell.place
        lemma = cell.column.lemma
        put("same Japanese", max([self.at(k, j) for k in self.same[cell.row.form] if k != i], default=0.0))
        columns = self.grid.columns
        put("same English", max([p for p, k in self.in_row[i] if k != j and columns[k].lemma == lemma], default=0.0))
        piece = cell.pieces[0] if cell.pieces else None
        if piece is not None and len(piece.rows) * len(piece.columns) > 1:
            places = [(m, n) for m in piece.rows for n in piece.columns if (m, n) != (i, j)]
            others = [self.chances[place] for place in places if place in self.chances]
            if others:
                put("rest of its piece", sum(others) / len(others))
                put("most of its piece", max(others))
        if cell.column.sort == "small word":
            stem = entry(cell.column.form).stem
            if stem in self.terms.said_last(cell.row.form[-1]):  # 戦後, *after* the war
                put("said last", 1.0)
                put("said last before its word", max([self.at(i, k) for k in range(j + 1, j + 4)]))
