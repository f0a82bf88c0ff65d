"""Excel workbooks as bitexts and glossaries: which sheet is read, and what a cell can hold."""

from pathlib import Path

import openpyxl
import pytest

from termalign.formats import FormatError, read_pairs, write_pairs
from termalign.termbase import Glossary

Sheet = list[tuple[object, ...]]
TERMS: Sheet = [("ID", "English", "日本語"), (1, "ash", "灰"), (2, "fire", "火")]

SHEETS: list[tuple[str, list[Sheet]]] = [
    ("one", [TERMS]),
    ("an empty one before", [[], TERMS]),
    ("a cover before", [[("プロジェクト", "Project X"), ("日付", 2026)], TERMS]),
    ("instructions before", [[("Please fill in the second sheet.",), ("二枚目に記入してください。",)], TERMS]),
    ("another behind", [TERMS, [("水", "water"), ("木", "wood")]]),
]


@pytest.mark.parametrize(("label", "sheets"), SHEETS, ids=[case[0] for case in SHEETS])
def test_the_sheet_with_both_languages(tmp_path: Path, label: str, sheets: list[Sheet]) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "m.xlsx")
    assert list(read_pairs(tmp_path / "m.xlsx")) == [("灰", "ash"), ("火", "fire")]
    assert list(Glossary.read(tmp_path / "m.xlsx").pairs()) == [("灰", "ash"), ("火", "fire")]


def test_a_row_that_lacks_its_last_cells(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in [("灰", "ash"), ("火",), (None, "water")]:
        book.active.append(row)
    book.save(tmp_path / "m.xlsx")
    assert list(read_pairs(tmp_path / "m.xlsx")) == [("灰", "ash"), ("火", ""), ("", "water")]


def test_a_cell_that_is_too_long(tmp_path: Path) -> None:
    """Excel, and openpyxl with it, would cut it off."""
    pairs = [("灰", "ash"), ("火", "f" * 32_767), ("𠮷" * 16_384, "x")]
    with pytest.raises(FormatError, match=r"row 4: expected at most 32,767 characters in a cell"):
        write_pairs(tmp_path / "m.xlsx", pairs)
    assert list(read_pairs(tmp_path / "m.xlsx")) == pairs[:2]
