"""The tables of cases."""

import csv
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent.parent / "cases"
Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """The rows of a table, by the names in its header."""
    with (CASES / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def params(table: Iterable[Row], name: Callable[[Row], str]) -> list[Any]:
    """The rows as parameters of a test, each by its name; those with a reason in the column xfail are known failures."""
    return [
        pytest.param(
            row,
            id=name(row),
            marks=[pytest.mark.xfail(reason=row["xfail"], strict=True)] if row["xfail"] else [],
        )
        for row in table
    ]
