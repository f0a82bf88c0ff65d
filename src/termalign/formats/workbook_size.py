"""A check that a workbook is not too large to be read, made part by part before openpyxl loads it.

The rows of a sheet and the cells of a row are as many as Excel has; what else a workbook holds in memory is bounded by `limits`.
"""

from functools import partial
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZipFile

from termalign.formats.errors import FormatError
from termalign.formats.limits import megabytes, most, too_much

_CHUNK = 1 << 16
_COLUMNS = 16_384
_PER_CELL = 8  # elements: value, formula, runs of rich text


def checked(package: ZipFile, name: str) -> None:
    """Refuse a workbook of which too much would be in memory, or whose rows are too many to be counted.

    Raises
    ------
    FormatError
        If a part is too large; the message names the part, and says how to read it anyway.
    """
    size = rows = 0
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


class _Part:
    """Counts the elements of one part as they come.

    Attributes
    ----------
    rows : int
        The number of the last row so far, 0 in what is no sheet.
    """

    def __init__(self, name: str, part: str) -> None:
        self._name = name
        self._part = part
        self._depth = 0
        self._root = ""
        self._in_row = 0  # elements
        self._others = 0
        self.rows = 0
        self._parser = ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._refuse

    def goes_on(self, chunk: bytes) -> bool:
        """Take a piece; False where it is no XML, a picture for instance. What is wrong with it openpyxl says, if it needs it."""
        try:
            self._parser.Parse(chunk)
        except ExpatError:
            return False
        return True

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(" ")[2]
        self._depth += 1
        if self._depth == 1:
            self._root = tag
        if self._root == "worksheet" and self._depth == 3 and tag == "row":
            said = attributes.get("r", "")
            self.rows = max(self.rows + 1, int(said) if said.isdecimal() else 0)
            self._in_row = 0
            if self.rows > _rows():
                raise too_much(self._name, 0, f"{_rows():,} rows in {self._part}", found=f"row {self.rows:,}")
        elif self.rows and self._depth > 3:
            self._in_row += 1
            if self._in_row > _COLUMNS * _PER_CELL:
                raise too_much(self._name, self.rows, f"{_COLUMNS:,} cells", "row")
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
