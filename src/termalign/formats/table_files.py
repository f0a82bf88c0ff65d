"""Tables as files: tab- and comma-separated values, and Excel workbooks."""

import csv
import os
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from termalign.formats.characters import one_cell, plain
from termalign.formats.delimited import Table, quoted, table_of
from termalign.formats.opening import Source
from termalign.formats.writing import created

TABLES = ("tsv", "csv", "xlsx")
"""The formats of tables, whose columns can be named."""
# Includes full-width forms, and leading spaces, which some spreadsheets ignore.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def read_table(source: Source, name: str, *, comments: bool = False) -> Table:
    """Read the rows of a table in one of the formats `TABLES`, including the header.

    With `comments`, lines that begin with # are skipped. A workbook raises an ImportError if openpyxl is not installed.
    """
    if name == "xlsx":
        from termalign.formats.workbook import read

        return Table("cell", read(source))
    return table_of(source, "\t" if name == "tsv" else ",", comments=comments)


def write_table(path: str | os.PathLike[str], name: str, title: str, rows: Iterable[Sequence[str]]) -> None:
    """Write rows in one of the formats `TABLES`. In TSV, a tab or a line break becomes a space; `title` is of the sheet."""
    if name == "xlsx":
        from termalign.formats.workbook_writing import write

        write(path, title, rows)
        return
    with created(path) as file:
        if name == "tsv":
            file.writelines("\t".join([quoted(one_cell(cell)) for cell in row]) + "\n" for row in rows)
            return
        plainly = csv.writer(file, lineterminator="\r\n")
        guarded = csv.writer(file, lineterminator="\r\n", quoting=csv.QUOTE_ALL)  # for rows that look like comments
        for row in rows:
            cells = list(map(plain, row))
            (guarded if cells[0].startswith("#") else plainly).writerow(cells)


def unit_of(name: str) -> str:
    """Return the word for a row in messages."""
    return "row" if name == "xlsx" else "line"


def check_columns(
    columns: Mapping[str, str] | None, name: str, roles: Collection[str], *, partly: bool = False
) -> None:
    """Raise an error unless `columns` names columns of a table with some of these roles, and with ``ja`` and ``en``.

    With `partly`, it may also name neither of the two.
    """
    if columns is not None and not (isinstance(columns, Mapping) and all(isinstance(k, str) for k in columns.values())):
        raise TypeError(f"columns must be a mapping of str to str, found {columns!r:.80}")
    if columns and name not in TABLES:
        raise ValueError(f"columns are for tables ({', '.join(TABLES)}), not for {name}")
    named = {"ja", "en"}.intersection(columns or ())
    if columns and not (set(columns) <= set(roles) and len(named) in ((0, 2) if partly else (2,))):
        unknown = ", ".join(repr(role) for role in columns if role not in roles)
        found = f": {unknown} is not one of these" if unknown else ""
        more = ", ".join(sorted(set(roles) - {"ja", "en"}))
        neither = ", or neither," if partly else ","
        raise ValueError(f"columns must name 'ja' and 'en'{neither} and may name {more}{found}")


def safe(cell: str) -> str:
    """Return a cell, with an apostrophe before it if a spreadsheet would run it as a formula.

    A spreadsheet runs cells of a file that begin with, for example, an equals sign, whoever wrote them
    (https://owasp.org/www-community/attacks/CSV_Injection). Termalign writes texts unchanged unless safe cells are requested.

    Examples
    --------
    >>> safe("=1+1"), safe("-5 度"), safe("火山")
    ("'=1+1", "'-5 度", '火山')
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell
