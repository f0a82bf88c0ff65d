"""The standing of a cell among those of its row, its column and the neighbouring rows, which rules refer to."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest

from termalign.decide.rivals import NOTHING
from termalign.kinds.kind import Features
from termalign.odds import chance
from termalign.propose.grid import Cell

_SURE = 1.0  # log odds from which a row counts as rendered, where its place is compared


def standing(cells: Iterable[Cell]) -> dict[tuple[int, int], Features]:
    """Return figures for each cell, by place, from the log odds of all these cells.

    ``margin`` is how far the cell is ahead of its likeliest rival, and ``beside`` the log odds of the likelier cell next
    to it. ``partners`` is how many partners the token is expected to have. ``left words`` is how many words the English
    is behind that of the nearest rendered row on the left, and ``right words`` how many it is before that on the right.
    """
    every = list(cells)
    rows: defaultdict[int, dict[int, float]] = defaultdict(dict)
    columns: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for cell in every:
        i, j = cell.place
        rows[i][j] = columns[j][i] = cell.odds
    best_in_row, best_in_column = ({k: _best_two(line) for k, line in lines.items()} for lines in (rows, columns))
    sure = sorted([(i, best[0]) for i, best in best_in_row.items() if rows[i][best[0]] > _SURE])
    row_partners = {i: _expected(row) for i, row in rows.items()}
    column_partners = {j: _expected(column) for j, column in columns.items()}
    described = {}
    for cell in every:
        i, j = cell.place
        f = described[i, j] = _in_order(i, j, sure)
        f["row partners"], f["column partners"] = row_partners[i], column_partners[j]
        f["row margin"] = _margin(rows[i], j, best_in_row[i])
        f["column margin"] = _margin(columns[j], i, best_in_column[j])
        f["row beside"], f["column beside"] = _beside(rows[i], j), _beside(columns[j], i)
    return described


def _expected(line: Mapping[int, float]) -> float:
    """Return how many cells of a row or column are expected to be right."""
    return sum([chance(odds) for odds in line.values()])


def _best_two(line: Mapping[int, float]) -> Sequence[int]:
    """Return the one or two likeliest places of a row or column."""
    return nlargest(2, line, key=line.__getitem__)


def _margin(line: Mapping[int, float], own: int, best: Sequence[int]) -> float:
    """Return how far a cell of a row or column is ahead of the likeliest other, which is one of the `best` two."""
    return line[own] - max([NOTHING, *[line[k] for k in best if k != own]])


def _beside(line: Mapping[int, float], own: int) -> float:
    """Return the log odds of the likelier cell beside one."""
    return max(NOTHING, line.get(own - 1, NOTHING), line.get(own + 1, NOTHING))


def _in_order(i: int, j: int, sure: Sequence[tuple[int, int]]) -> Features:
    """Return the distances to the English of the nearest rows that are surely rendered."""
    f: Features = {}
    k = bisect_left(sure, (i,))
    if k:
        f["left words"] = float(j - sure[k - 1][1])
    k += k < len(sure) and sure[k][0] == i
    if k < len(sure):
        f["right words"] = float(sure[k][1] - j)
    return f
