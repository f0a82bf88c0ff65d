"""A check that a workbook is not too large, made part by part before openpyxl loads it.

A sheet may have as many rows, and a row as many cells, as in Excel. `limits` bounds the other contents.
"""

from functools import partial
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZipFile

from termalign.formats.errors import FormatError
from termalign.formats.limits import megabytes, most, too_much

_CHUNK = 1 << 16
_COLUMNS = 16_384
_PER_CELL = 8  # elements in a cell: value, formula, runs of rich text
_ROW = "http://schemas.openxmlformats.org/spreadsheetml/2006/main row"  # openpyxl reads it wherever it is


def checked(package: ZipFile, name: str) -> None:
    """Raise a `FormatError` if a workbook would take too much memory or has too many rows.

    The message names the part that is too large, and says how to read the workbook anyway.
    """
    size, rows = 0, 0.0
    for part in package.infolist():
        counted = _Part(name, part.filename)
        with package.open(part) as stream:
            for chunk in iter(partial(stream.read, _CHUNK), b""):
                if not counted.goes_on(chunk):
                    break
                if part.file_size > most(4):
                    raise too_much(name, 0, f"{megabytes(most(4))} in {part.filename}", found=megabytes(part.file_size))
                size += len(chunk)
                if size > most(8):
                    raise too_much(name, 0, f"{megabytes(most(8))} of XML")
        rows += counted.rows
        if rows > _rows() * 8:
            raise too_much(name, 0, f"{_rows() * 8:,} rows in all sheets")


def _rows() -> int:
    """Return the largest number of rows: 1,048,576, as in Excel, unless the size limit was changed."""
    return most(1 / 32)


def _number(said: str) -> float:
    """Return the number of a row as openpyxl reads it, such as 3, 3.0 or 3e0, or 0 if it is not a number."""
    try:
        return float(said)
    except ValueError:
        return 0


class _Part:
    """A counter of the elements in one part. `rows` is the number of the last row so far, or 0 if the part is not a sheet."""

    def __init__(self, name: str, part: str) -> None:
        self._name = name
        self._part = part
        self._depth = 0
        self._root = ""
        self._in_row = 0  # elements in the current row
        self._others = 0
        self.rows: float = 0
        self._parser = ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._refuse

    def goes_on(self, chunk: bytes) -> bool:
        """Count a piece, and return whether more can be counted: False if it is not XML, such as a picture.

        Errors in the XML are left to openpyxl, which reports those that matter.
        """
        try:
            self._parser.Parse(chunk)
        except ExpatError:
            return False
        except FormatError:
            raise
        except (LookupError, ValueError):  # an encoding that expat cannot read through Python
            raise FormatError(
                self._name,
                0,
                f"expected {self._part} to declare UTF-8, UTF-16 or an encoding with a byte for each character",
            ) from None
        return True

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            self._root = tag.rpartition(" ")[2]
        if tag == _ROW:
            self.rows = max(self.rows + 1, _number(attributes.get("r", "")))
            self._in_row = 0
            if self.rows > _rows():
                raise too_much(self._name, 0, f"{_rows():,} rows in {self._part}", found=f"row {self.rows:,.0f}")
        elif self.rows and self._depth > 3:
            self._in_row += 1
            if self._in_row > _COLUMNS * _PER_CELL:
                raise too_much(self._name, int(self.rows), f"{_COLUMNS:,} cells", "row")
        else:
            self._others += 1
            limit = most(1 / 16 if self._root == "sst" else 1 / 128)
            if self._others > limit:
                raise too_much(self._name, 0, f"{limit:,} elements in {self._part}")

    def _end(self, tag: str) -> None:
        self._depth -= 1

    def _refuse(self, *_: object) -> None:
        raise FormatError(
            self._name, 0, f"expected no DTD with declarations in {self._part}: entities are not expanded"
        )
