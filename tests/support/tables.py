"""The tables of cases."""

import csv
from pathlib import Path

CASES = Path(__file__).parent.parent / "cases"
Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """The rows of a table, by the names in its header."""
    with (CASES / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
