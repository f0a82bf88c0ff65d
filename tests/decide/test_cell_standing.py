"""How cells stand among others: ahead of rivals or behind, alone or beside one that is likely, in order or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.decide.cell_standing import standing
from termalign.propose.grid import Cell, Column, Row

Odds = dict[tuple[int, int], float]


def cells(odds: Odds) -> list[Cell]:
    return [
        Cell(Row(i, "語", (i,), "noun", "noun", 0), Column(j, "word", (j,), "word", "word"), odds=value)
        for (i, j), value in odds.items()
    ]


@pytest.mark.parametrize(
    ("odds", "figure", "value"),
    [
        ({(0, 0): 2.0}, "row margin", 6.0),  # no rival counts like one of −4
        ({(0, 0): 2.0, (0, 5): -1.0}, "row margin", 3.0),
        ({(0, 0): 2.0, (0, 5): 3.0}, "row margin", -1.0),
        ({(0, 0): 2.0, (5, 0): 3.0}, "column margin", -1.0),
        ({(0, 0): 2.0, (5, 0): 3.0}, "row margin", 6.0),
        ({(0, 0): 2.0, (0, 1): 3.0}, "row beside", 3.0),
        ({(0, 0): 2.0, (0, 2): 3.0}, "row beside", -4.0),
        ({(0, 0): 2.0, (1, 0): 3.0}, "column beside", 3.0),
        ({(0, 0): 0.0, (0, 2): 0.0}, "row partners", 1.0),
        ({(0, 0): 0.0, (3, 0): 0.0, (4, 0): 0.0}, "column partners", 1.5),
        ({(0, 0): 0.0, (1, 4): 3.0}, "right words", 4.0),
        ({(0, 0): 0.0, (1, 4): 0.5}, "right words", None),  # not sure enough
        ({(0, 0): 0.0, (-1, 4): 3.0}, "left words", -4.0),  # crosswise
        ({(0, 0): 3.0}, "left words", None),  # its own row says nothing
    ],
)
def test_figures_of_the_first_cell(odds: Odds, figure: str, value: float | None) -> None:
    assert standing(cells(odds))[0, 0].get(figure) == (None if value is None else pytest.approx(value))


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(-3, 6), min_size=1))
def test_rows_and_columns_are_alike(odds: Odds) -> None:
    turned = standing(cells({(j, i): value for (i, j), value in odds.items()}))
    for (i, j), figures in standing(cells(odds)).items():
        for name in ("margin", "beside", "partners"):
            assert figures[f"row {name}"] == pytest.approx(turned[j, i][f"column {name}"])
