"""Writing of Excel workbooks with one sheet of texts and numbers, row by row.

A workbook has only the parts that ECMA-376, part 1 requires, without styles or dates, so that equal rows make equal files.
The first row is the header, which stays visible, and the columns are wide enough for a term.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_uppercase
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from termalign.formats.characters import storable, xml_text
from termalign.formats.errors import FormatError
from termalign.formats.faults import UpToFault
from termalign.formats.writing import written

Cell = str | int | float

_LONGEST = 32_767  # UTF-16 code units that Excel holds in a cell
_MOST = 1 << 20  # rows of a sheet
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time in a zip file

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_DOCUMENT}">'
    '<bookViews><workbookView/></bookViews><sheets><sheet name="{title}" sheetId="1" r:id="rId1"/></sheets></workbook>',
}
_FROZEN = (
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews>"
)
_WIDTH = 24  # of a column, in digits


def write(
    path: str | os.PathLike[str],
    title: str,
    rows: Iterable[Sequence[Cell]],
    *,
    filtered: bool = False,
    widths: Sequence[int] = (),
) -> None:
    """Write a workbook of one sheet. Strings are text, even if they begin with ``=``, and numbers are numbers.

    With `filtered`, the header has a filter for each column. `widths` has the widths of the first columns, in digits.

    If a cell or the sheet is longer than Excel allows, the preceding rows are written before a `FormatError` is raised.
    """
    fitting = UpToFault(_fitting(path, rows), FormatError)
    with written(path) as file, ZipFile(file, "w") as package:
        for name, content in _PARTS.items():
            package.writestr(_part(name), _XML + content.replace("{title}", title))
        with package.open(_part("xl/worksheets/sheet1.xml"), "w") as sheet:
            sheet.write(f'{_XML}<worksheet xmlns="{_SHEET}">{_FROZEN}{_columns(widths)}<sheetData>'.encode())
            last = ""
            for number, row in enumerate(fitting, 1):
                last = last if number > 1 else ascii_uppercase[len(row) - 1]
                cells = "".join(
                    _cell(f"{column}{number}", cell) for column, cell in zip(ascii_uppercase, row, strict=False)
                )
                sheet.write(f'<row r="{number}">{cells}</row>'.encode())
            arrows = f'<autoFilter ref="A1:{last}{fitting.count}"/>' if filtered and last else ""
            sheet.write(f"</sheetData>{arrows}</worksheet>".encode())
    fitting.settled()


def _fitting(path: str | os.PathLike[str], rows: Iterable[Sequence[Cell]]) -> Iterator[list[Cell]]:
    for number, row in enumerate(rows, 1):
        if number > _MOST:
            raise FormatError(path, number, f"expected at most {_MOST:,} rows", "row")
        cells = [storable(cell) if isinstance(cell, str) else cell for cell in row]
        if any(len(cell.encode("utf-16-le")) > 2 * _LONGEST for cell in cells if isinstance(cell, str)):
            raise FormatError(path, number, f"expected at most {_LONGEST:,} characters in a cell", "row")
        yield cells


def _columns(widths: Sequence[int]) -> str:
    """Return the element with the widths of the columns."""
    each = [f'<col min="{k}" max="{k}" width="{width}" customWidth="1"/>' for k, width in enumerate(widths, 1)]
    others = f'<col min="{len(widths) + 1}" max="26" width="{_WIDTH}" customWidth="1"/>'
    return f"<cols>{''.join(each)}{others}</cols>"


def _part(name: str) -> ZipInfo:
    part = ZipInfo(name, _LONG_AGO)
    part.compress_type = ZIP_DEFLATED
    return part


def _cell(place: str, cell: Cell) -> str:
    if not isinstance(cell, str):
        return f'<c r="{place}"><v>{cell}</v></c>'
    if not cell:
        return ""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{xml_text(cell)}</t></is></c>'
