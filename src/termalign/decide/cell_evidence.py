"""Features of a single cell: evidence for it, evidence for its two tokens elsewhere, and similarity of meaning."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from termalign.decide.rivals import BEATEN_BY, NOTHING
from termalign.decide.setting import named
from termalign.propose.grid import Cell, Grid, Piece

#: Features for the ways in which two words can be alike (`termalign.propose.like_words`).
_LIKE = ("alike", "related", "said in compounds", "last character", "another character", "spelled within")
#: Features copied from the candidate behind a cell, with separate weights for predicates and for nouns.
_OF_ITS_CANDIDATE = tuple(
    [f"gloss {name}" for name in ("share", "lemma", "first sense", "full", "sense", "several", "common", "gap")]
    + ["related", "related by gloss", "related by characters", "related alike"]
)

Place = tuple[int, int]


def by_itself(grid: Grid, linked: Mapping[Place, tuple[str, float]]) -> None:
    """Add the features of every cell in the grid.

    ``linked`` maps the cells that links of terms cover to how they are covered and to the chance of the link.
    """
    likest = _Likest(grid)
    rivals = _Rivals(grid)
    places = _Places(grid)
    rows, columns = {i for i, _ in linked}, {j for _, j in linked}
    for cell in grid.cells.values():
        f = cell.features
        likest.describe(cell)
        f["bias"] = 1.0
        f[named("row", cell.row.sort)] = f[named("column", cell.column.sort)] = 1.0
        f[named(cell.row.sort, cell.column.sort)] = 1.0
        if len(cell.row.form) == 1:
            f["one character"] = 1.0
        places.describe(cell)
        if cell.pieces:
            _found(cell, cell.pieces[0], grid)
        else:
            f["nothing"] = f[named("nothing", cell.row.sort)] = f[named("nothing", cell.column.sort)] = 1.0
            f["nothing off place"] = f["off place"]
        rivals.describe(cell)
        if cell.place in linked:
            how, sure = linked[cell.place]
            f[how], f[named(how, "chance")] = 1.0, sure
        else:
            f["row linked elsewhere"] = float(cell.row.at in rows)
            f["column linked elsewhere"] = float(cell.column.at in columns)


def _found(cell: Cell, best: Piece, grid: Grid) -> None:
    """Add features of the cell's best piece: its odds, kind and size."""
    f, group = cell.features, cell.row.group
    odds = max(NOTHING, best.odds)
    rows = sum(i in grid.rows for i in best.rows)
    columns = sum(j in grid.columns and grid.columns[j].sort != "small word" for j in best.columns)
    f["found"] = f[best.kind] = 1.0
    f["odds"] = f[named(group, "odds")] = f[named(best.kind, "odds")] = odds
    f["odds squared"] = odds * odds / 10
    f["rows"], f["columns"] = math.log(max(1, rows)), math.log(max(1, columns))
    f["block"] = float(rows > 1 and columns > 1)
    f["found of a part"] = float(not best.whole)
    f["small word within"] = float(cell.column.sort == "small word" and len(best.columns) > 1)
    f["kinds"] = float(len({p.kind for p in cell.pieces}) - 1)
    fine = [p.odds for p in cell.pieces if len(p.rows) == len(p.columns) == 1]
    f["fine odds"] = max(fine, default=NOTHING) - NOTHING
    for name in _OF_ITS_CANDIDATE:
        value = best.features.get(name)
        if value:
            f[named(group, name)] = value


class _Places:
    """The positions of the two tokens in their texts, and among repetitions of the same word."""

    def __init__(self, grid: Grid) -> None:
        self.rows: defaultdict[str, list[int]] = defaultdict(list)
        self.columns: defaultdict[str, list[int]] = defaultdict(list)
        for row in grid.rows.values():
            self.rows[row.form].append(row.at)
        for column in grid.columns.values():
            self.columns[column.lemma].append(column.at)
        self.nth_row = {at: n for same in self.rows.values() for n, at in enumerate(same)}
        self.nth_column = {at: n for same in self.columns.values() for n, at in enumerate(same)}
        self.row_at = {i: grid.ja.middle(i) for i in grid.rows}
        self.column_at = {j: grid.en.middle(j) for j in grid.columns}

    def describe(self, cell: Cell) -> None:
        f, (i, j) = cell.features, cell.place
        f["off place"] = abs(self.row_at[i] - self.column_at[j])
        rows, columns = self.rows[cell.row.form], self.columns[cell.column.lemma]
        if len(rows) > 1 or len(columns) > 1:
            f["repeated row"], f["repeated column"] = math.log(len(rows)), math.log(len(columns))
            m, n = self.nth_row[i], self.nth_column[j]
            f["off place among the same"] = abs((m + 0.5) / len(rows) - (n + 0.5) / len(columns))
            if len(rows) == len(columns):
                f["same place of as many"], f["other place of as many"] = float(m == n), float(m != n)


class _Rivals:
    """The evidence that links a row to other columns, and a column to other rows."""

    def __init__(self, grid: Grid) -> None:
        self.rows: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        self.columns: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        for (i, j), cell in grid.cells.items():
            if cell.pieces:
                self.rows[i].append((cell.pieces[0].odds, j))
                self.columns[j].append((cell.pieces[0].odds, i))
        for found in (*self.rows.values(), *self.columns.values()):
            found.sort(reverse=True)

    def describe(self, cell: Cell) -> None:
        f, (i, j) = cell.features, cell.place
        best = cell.pieces[0] if cell.pieces else None
        odds = max(NOTHING, best.odds) if best else NOTHING
        columns, rows = (best.columns, best.rows) if best else ((j,), (i,))
        for name, rivals, own in (("row", self.rows.get(i, ()), columns), ("column", self.columns.get(j, ()), rows)):
            rival = max(NOTHING, _likeliest(rivals, own))
            f[named(name, "rival")] = rival
            if rival > odds:
                f[named("beaten in", name)] = rival - odds
            else:
                f[named("beats", name)] = min(BEATEN_BY, odds - rival)


def _likeliest(rivals: Sequence[tuple[float, int]], own: Sequence[int]) -> float:
    """Return the log odds of the first of the sorted rivals that is not in ``own``."""
    return next((odds for odds, k in rivals if k not in own), NOTHING)


class _Likest:
    """The highest similarity in each row and in each column."""

    def __init__(self, grid: Grid) -> None:
        self.row: defaultdict[int, float] = defaultdict(float)
        self.column: defaultdict[int, float] = defaultdict(float)
        for (i, j), cell in grid.cells.items():
            alike = cell.features.get("alike", 0.0)
            self.row[i], self.column[j] = max(alike, self.row[i]), max(alike, self.column[j])

    def describe(self, cell: Cell) -> None:
        """Add features of similarity: with or without other evidence, and whether it is the highest of the row or column."""
        f, (i, j) = cell.features, cell.place
        known = "found" if cell.pieces else "alone"
        for name in [name for name in _LIKE if name in f]:
            f[named(cell.row.group, name)] = f[named(name, known)] = f[name]
        alike = f.get("alike")
        if alike:
            f["alike squared"] = alike * alike
            first = alike == self.row[i], alike == self.column[j]
            for name, is_first in (("row", first[0]), ("column", first[1]), ("both", all(first))):
                if is_first:
                    f[named("likest in", name)] = alike
