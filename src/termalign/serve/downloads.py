"""Results as files to save: JSON Lines, CSV, an Excel workbook, or an HTML page."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from termalign.alignment import Alignment
from termalign.checking import Finding
from termalign.checking.reports import COLUMNS, row
from termalign.checking.reports import page as page_of_findings
from termalign.formats.table_files import safe
from termalign.formats.workbook_writing import Cell, write
from termalign.pictures import page

_LINKS = ("pair", "ja", "en", "kind", "score", "ja_start", "ja_end", "en_start", "en_end")
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Form(NamedTuple):
    """A file format: its media type, and functions that make its bytes from results and the reader's language."""

    type: str
    links: Callable[[Iterable[Alignment], Any], bytes]
    findings: Callable[[Iterable[Finding], Any], bytes]


def _lines(results: Iterable[Alignment | Finding], language: str) -> bytes:
    lines = (json.dumps(each.to_dict(), ensure_ascii=False) + "\n" for each in results)
    return "".join(lines).encode("utf-8", "backslashreplace")  # the same escape of a lone surrogate as in JSON


def _csv(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return CSV without formulas, and with a byte order mark, because Excel otherwise misreads Japanese."""
    table = StringIO(newline="")
    csv.writer(table).writerows([safe(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return table.getvalue().encode("utf-8-sig", "replace")


def _workbook(title: str, rows: Iterable[Sequence[Cell]]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder, "results.xlsx")
        write(path, title, rows)
        return path.read_bytes()


def _link_rows(alignments: Iterable[Alignment]) -> Iterator[Sequence[Cell]]:
    yield _LINKS
    for number, alignment in enumerate(alignments, 1):
        for link in alignment:
            places = (link.ja.start, link.ja.end, link.en.start, link.en.end)
            yield (number, link.ja.text, link.en.text, link.kind, round(link.score, 4), *places)


def _finding_rows(findings: Iterable[Finding]) -> Iterator[Sequence[Cell]]:
    yield COLUMNS
    yield from map(row, findings)


#: All file formats, by the ending of file names.
FORMS = {
    "jsonl": Form("application/jsonl", _lines, _lines),
    "csv": Form(
        "text/csv; charset=utf-8",
        lambda links, _: _csv(_link_rows(links)),
        lambda findings, _: _csv(_finding_rows(findings)),
    ),
    "xlsx": Form(
        _WORKBOOK,
        lambda links, _: _workbook("Links", _link_rows(links)),
        lambda findings, _: _workbook("Findings", _finding_rows(findings)),
    ),
    "html": Form(
        "text/html; charset=utf-8",
        lambda links, language: page(links, language=language).encode(),
        lambda findings, _: "\n".join(page_of_findings(findings)).encode(),
    ),
}
