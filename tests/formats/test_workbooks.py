"""Excel workbooks as bitexts and glossaries: which sheet is read, and what a cell can hold."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from termalign.formats import FormatError, read_pairs, write_pairs
from termalign.formats.glossaries import japanese_terms
from termalign.formats.workbook import _with_merged
from termalign.termbase import Glossary

Sheet = list[tuple[object, ...]]
TERMS: Sheet = [("ID", "English", "日本語"), (1, "ash", "灰"), (2, "fire", "火")]

SHEETS: list[tuple[str, list[Sheet]]] = [
    ("one", [TERMS]),
    ("an empty one before", [[], TERMS]),
    ("a cover before", [[("プロジェクト", "Project X"), ("日付", 2026)], TERMS]),
    ("instructions before", [[("Please fill in the second sheet.",), ("二枚目に記入してください。",)], TERMS]),
    ("one pair behind", [TERMS, [("題", "Title"), ("水",)]]),
    ("Japanese behind", [TERMS, [("変更履歴",), ("水を追加",)]]),
]


def workbook(path: Path, sheets: list[Sheet]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize(("label", "sheets"), SHEETS, ids=[case[0] for case in SHEETS])
def test_the_sheet_with_both_languages(tmp_path: Path, label: str, sheets: list[Sheet]) -> None:
    book = workbook(tmp_path / "m.xlsx", sheets)
    assert list(read_pairs(book)) == [("灰", "ash"), ("火", "fire")]
    assert list(Glossary.read(book).pairs()) == [("灰", "ash"), ("火", "fire")]


@pytest.mark.parametrize(
    ("sheets", "others"),
    [
        ([TERMS, [("水", "water"), ("木", "wood")]], "“Sheet” is read, not “Sheet1”"),
        ([[("題", "Title")], TERMS, TERMS, [], TERMS], "“Sheet1” is read, not “Sheet2”, “Sheet4”"),
        ([[("Notes",)], [("水",), ("木",)], [("火",), ("灰",)]], "“Sheet1” is read, not “Sheet2”"),
    ],
)
def test_other_sheets_of_the_same_kind_are_named(tmp_path: Path, sheets: list[Sheet], others: str) -> None:
    book = workbook(tmp_path / "m.xlsx", sheets)
    with pytest.warns(UserWarning, match=f"m.xlsx: only the sheet {others}$"):
        japanese_terms(book)


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


SHEET = "xl/worksheets/sheet1.xml"


def changed(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook of three rows, with one part changed."""
    book, made = openpyxl.Workbook(), io.BytesIO()
    for row in [("灰", "ash"), ("火", "fire"), ("水", 7)]:
        book.active.append(row)
    book.save(made)
    changed = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return changed.getvalue()


def declaring(encoding: str) -> Callable[[bytes], bytes]:
    return lambda content: f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + content


def referring(number: bytes) -> Callable[[bytes], bytes]:
    """The number of a shared string in the third row."""
    return lambda content: re.sub(b'(?<=r="A3") t="inlineStr">.*?</c>', b' t="s"><v>' + number + b"</v></c>", content)


BELOW = "expected a sheet as Excel writes it, found a cell or a setting below row 2 that cannot be read"
ENCODING = "to declare UTF-8, UTF-16 or an encoding with a byte for each character"
BROKEN: list[tuple[str, str, Callable[[bytes], bytes], str]] = [
    ("a string that is not there", SHEET, referring(b"99999999"), BELOW),
    ("a string without a number", SHEET, referring(b"x"), BELOW),
    ("what is no number", SHEET, lambda c: c.replace(b"<v>7</v>", b"<v>x</v>"), BELOW),
    ("a number without end", SHEET, lambda c: c.replace(b"<v>7</v>", b"<v>" + b"9" * 5000 + b"</v>"), BELOW),
    ("what is no cell", SHEET, lambda c: c.replace(b'r="A3"', b'r="!"'), BELOW),
    (
        "what is no row",
        SHEET,
        lambda c: c.replace(b'<row r="1"', b'<row r="x"'),
        "in its first row that cannot be read",
    ),
    (
        "no sheet",
        "xl/workbook.xml",
        lambda c: re.sub(b"<sheets>.*</sheets>", b"<sheets/>", c),
        "with a sheet, found none",
    ),
    ("styles", "xl/styles.xml", lambda c: c.replace(b'numFmtId="', b'numFmtId="x'), "a part of it cannot be read"),
    ("a part cut off", "xl/workbook.xml", lambda c: c[:-20], "workbook with a sheet: "),
    *(
        (f"encoding {name}", SHEET, declaring(name), ENCODING)
        for name in ("undefined", "punycode", "rot13", "x-y", "euc-jp")
    ),
]


@pytest.mark.parametrize(("label", "part", "change", "message"), BROKEN, ids=[case[0] for case in BROKEN])
def test_what_is_wrong_is_said_in_terms_of_the_file(
    label: str, part: str, change: Callable[[bytes], bytes], message: str
) -> None:
    with pytest.raises(FormatError, match=message) as caught:
        list(read_pairs(io.BytesIO(changed(part, change)), "xlsx"))
    leaks = "index out of range|invalid literal|could not convert|int\\(\\)|integer string|NoneType|encoding: |codec"
    assert not re.search(leaks, str(caught.value))


MERGED: list[tuple[str, Sheet, list[str], list[tuple[str, str]]]] = [
    ("two areas", [("灰", "ash"), (None, "ashes"), ("火", "fire"), (None, "blaze")], ["A1:A2", "A3:A4"],
     [("灰", "ash"), ("灰", "ashes"), ("火", "fire"), ("火", "blaze")]),
    ("both columns", [("灰", "ash"), (None, None), (None, "x")], ["A1:A3", "B1:B2"],
     [("灰", "ash"), ("灰", "x")]),
    ("an empty area after another", [("灰", "ash"), (None, "ashes"), (None, None), (None, "fire")], ["A1:A2", "A3:A4"],
     [("灰", "ash"), ("灰", "ashes"), ("", "fire")]),
    ("beyond the last column", [("灰", "ash"), ("火", "fire")], ["D1:E2"], [("灰", "ash"), ("火", "fire")]),
]  # fmt: skip


@pytest.mark.parametrize(("label", "rows", "areas", "pairs"), MERGED, ids=[case[0] for case in MERGED])
def test_merged_areas(tmp_path: Path, label: str, rows: Sheet, areas: list[str], pairs: list[tuple[str, str]]) -> None:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for area in areas:
        book.active.merge_cells(area)
    book.save(tmp_path / "m.xlsx")
    assert list(read_pairs(tmp_path / "m.xlsx")) == pairs


def test_merged_areas_of_the_sheet_that_is_read(tmp_path: Path) -> None:
    """The sheets in another order than their parts in the file, as after they were moved in Excel."""
    book = openpyxl.Workbook()
    book.active.append(("Notes",))
    terms = book.create_sheet()
    for row in [("灰", "ash"), (None, "ashes"), ("火", "fire")]:
        terms.append(row)
    terms.merge_cells("A1:A2")
    book.save(tmp_path / "m.xlsx")
    moved = io.BytesIO()
    with zipfile.ZipFile(tmp_path / "m.xlsx") as old, zipfile.ZipFile(moved, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/workbook.xml":
                content = re.sub(b"(<sheet [^>]*/>)(<sheet [^>]*/>)", rb"\2\1", content)
            new.writestr(name, content)
    assert list(read_pairs(io.BytesIO(moved.getvalue()), "xlsx")) == [("灰", "ash"), ("灰", "ashes"), ("火", "fire")]


class Looked(dict[int, list[tuple[int, int]]]):
    """Areas that count how often they are asked for."""

    asked = 0

    def get(self, key: int, default: object = None) -> Any:
        self.asked += 1
        return super().get(key, default)


def test_many_merged_areas_are_not_gone_through_at_each_row() -> None:
    """The areas of each row are asked for once, however many others there are."""
    areas = Looked({1: [(0, last) for last in range(2, 20_000)]})
    rows = [(number, ["灰" if number == 1 else "", "ash"]) for number in range(1, 2_001)]
    assert {cells[0] for _, cells in _with_merged(iter(rows), areas)} == {"灰"}
    assert areas.asked == len(rows)
