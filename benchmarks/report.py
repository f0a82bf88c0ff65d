"""What a measure answers: figures by name, and small tables for people."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.data import Folder

Cell = str | int | float | None


@dataclass(frozen=True)
class Table:
    """Rows of cells under a heading each; ``None`` stands for nothing measured."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""

    def as_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {"caption": self.caption, "columns": list(self.columns), "rows": [list(row) for row in self.rows]}

    @classmethod
    def from_dict(cls, found: Mapping[str, Any]) -> "Table":
        """The table that `as_dict` wrote."""
        return cls(tuple(found["columns"]), tuple(tuple(row) for row in found["rows"]), found["caption"])


@dataclass(frozen=True)
class Report:
    """The answer of one measure."""

    figures: Mapping[str, float]
    tables: Sequence[Table]
    wrong: Sequence[tuple[Cell, ...]] = ()  # what went wrong, one case a row, for --show

    def as_dict(self) -> dict[str, Any]:
        """As JSON has it; what went wrong quotes the data and is left out."""
        return {"figures": rounded(self.figures), "tables": [rounded(table.as_dict()) for table in self.tables]}


@dataclass(frozen=True)
class Measure:
    """One measure: how to run it, and what to say of it."""

    name: str
    title: str
    meaning: str  # what the figures are, in a few sentences of Markdown
    run: Callable[[Folder, int], Report]
    """Takes the data and how many cases to measure at most."""
    data: str = ""  # the source
    in_sample: bool = False  # whether weights were fitted on this data: such figures are shown apart


def rounded(value: Any) -> Any:
    """Floats at four significant places after the point, and no NaN, which JSON does not have."""
    if isinstance(value, float):
        return None if math.isnan(value) else round(value, 4)
    if isinstance(value, Mapping):
        return {key: rounded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(each) for each in value]
    return value


def shown(cell: Cell) -> str:
    """A cell as people read it: shares at three places, larger numbers at fewer."""
    if cell is None:
        return "–"
    if isinstance(cell, float):
        if math.isnan(cell):
            return "–"
        return f"{cell:.3f}" if abs(cell) < 2 else f"{cell:.1f}" if abs(cell) < 100 else f"{cell:,.0f}"
    return f"{cell:,}" if isinstance(cell, int) else cell


def as_text(table: Table) -> str:
    """The table in columns of spaces."""
    cells = [table.columns, *(tuple(map(shown, row)) for row in table.rows)]
    widths = [max(len(row[k]) for row in cells) for k in range(len(table.columns))]
    numeric = [all(not isinstance(row[k], str) for row in table.rows) for k in range(len(table.columns))]
    lines = [table.caption] if table.caption else []
    for row in cells:
        places = zip(row, widths, numeric, strict=True)
        lines.append("  ".join(c.rjust(w) if right else c.ljust(w) for c, w, right in places).rstrip())
    return "\n".join(lines)


def as_markdown(table: Table) -> str:
    """The table in Markdown, its caption above."""
    numeric = [all(not isinstance(row[k], str) for row in table.rows) for k in range(len(table.columns))]
    lines = [f"{table.caption}:", ""] if table.caption else []
    lines.append("| " + " | ".join(table.columns) + " |")
    lines.append("| " + " | ".join("---:" if right else "---" for right in numeric) + " |")
    lines += ["| " + " | ".join(shown(cell).replace("|", "\\|") for cell in row) + " |" for row in table.rows]
    return "\n".join(lines)
