"""The pictures in docs/pictures are those that are drawn today (.ci/refresh_pages.py draws them anew)."""

import re
from pathlib import Path

import pytest

from termalign import align

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
_, *ROWS = (FOLDER / "pairs.tsv").read_text(encoding="utf-8").splitlines()


def without_scores(svg: str) -> str:
    """A new fit of the scores changes no line of the drawing."""
    return re.sub(r"\b[01]\.\d\d\b", "0.00", svg)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.partition("\t")[0])
def test_a_kept_picture_is_what_is_drawn(row: str) -> None:
    name, ja, en = row.split("\t")
    kept = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert without_scores(kept) == without_scores(align(ja, en).to_svg())


def test_no_picture_is_kept_without_its_pair() -> None:
    """But the plot that the benchmarks draw."""
    assert {path.stem for path in FOLDER.glob("*.svg")} - {"growth"} == {row.partition("\t")[0] for row in ROWS}
