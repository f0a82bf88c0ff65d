"""Glossaries in TSV and CSV files, read record by record."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

# What a header calls its columns, in lower case.
_HEADERS = {
    "ja": frozenset({"ja", "jp", "ja-jp", "jpn", "japanese", "source", "term", "日本語", "用語", "原語", "和文"}),
    "en": frozenset(
        {"en", "en-us", "en-gb", "eng", "english", "target", "translation", "英語", "訳語", "英訳", "英文"}
    ),
    "note": frozenset({"note", "notes", "comment", "remark", "備考", "注", "注記", "メモ"}),
}
_ALTERNATIVES = re.compile(r"\s*[|;｜；]\s*")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_Row = tuple[int, list[str]]


class BadRecord(Exception):
    """A line that is not a glossary record; the message names file, line and what was expected."""


def read_pairs(path: Path) -> Iterator[tuple[str, str, str]]:
    """(ja, en, note) for every English form of every record.

    Raises
    ------
    BadRecord
        At the first line that is not a record.
    OSError
        The file cannot be read.
    """
    rows = _csv_rows(path) if path.suffix.lower() == ".csv" else _tsv_rows(path)
    columns: dict[str, list[int]] | None = None
    for line, row in rows:
        if columns is None:
            columns = _columns(row)
            if columns is not None:
                continue
            columns = {"ja": [0], "en": [1], "note": [2]}
        yield from _record(path, line, row, columns)


def _columns(row: list[str]) -> dict[str, list[int]] | None:
    """Which columns hold what, if the row is a header that names both languages."""
    named: dict[str, list[int]] = {"ja": [], "en": [], "note": []}
    for index, cell in enumerate(row):
        for kind, names in _HEADERS.items():
            if cell.strip().lower() in names:
                named[kind].append(index)
    return named if named["ja"] and named["en"] else None


def _record(path: Path, line: int, row: list[str], columns: dict[str, list[int]]) -> Iterator[tuple[str, str, str]]:
    def cells(kind: str) -> list[str]:
        return [row[index].strip() for index in columns[kind] if index < len(row) and row[index].strip()]

    ja, note = cells("ja")[:1], " ".join(cells("note"))
    forms = [form for cell in cells("en") for form in _ALTERNATIVES.split(cell) if form]
    if not ja or not forms:
        missing = "a Japanese term" if not ja else "an English rendering"
        shown = " ⇥ ".join(row)[:80]
        raise BadRecord(
            f"{path}, line {line}: expected a Japanese term, then its English (tab-separated, in a .csv file "
            f"comma-separated); {missing} is missing in {shown!r}"
        )
    for form in forms:
        yield ja[0], form, note


def _tsv_rows(path: Path) -> Iterator[_Row]:
    for number, line in _lines(path):
        text = line.rstrip("\r\n")
        if text.strip() and not text.startswith("#"):
            yield number, [_unquote(cell) for cell in text.split("\t")]


def _csv_rows(path: Path) -> Iterator[_Row]:
    lines = _lines(path)
    reader = csv.reader((line for _, line in lines), strict=True)
    while True:
        start = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise BadRecord(f"{path}, line {start}: expected comma-separated fields: {error}") from None
        if row is None:
            return
        if any(cell.strip() for cell in row) and not row[0].startswith("#"):
            yield start, row


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Numbered lines, decoded one by one, so that what precedes a bad one is kept."""
    with path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            if number == 1:
                if raw.startswith(_UTF16):
                    raise BadRecord(f"{path}, line 1: expected UTF-8, found UTF-16: save the file as UTF-8")
                raw = raw.removeprefix(b"\xef\xbb\xbf")
            try:
                line = raw.decode("utf-8")
            except UnicodeDecodeError as error:
                raise BadRecord(
                    f"{path}, line {number}: expected UTF-8: {error.reason} at byte {error.start}"
                ) from None
            if "\0" in line:
                raise BadRecord(f"{path}, line {number}: expected text, found a NUL character")
            yield number, line


def _unquote(cell: str) -> str:
    """A cell as spreadsheets quote it; a quotation mark that is only part of the text stays."""
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        inner = cell[1:-1]
        if '"' not in inner.replace('""', ""):
            return inner.replace('""', '"')
    return cell
