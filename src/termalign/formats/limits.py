"""Limits on how much of a file is held in memory at a time: a line, a record, or a file that is read whole.

A small file can contain very much: 1.4 MB of gzip can expand to 300 MB on one line, and a workbook of 2 kB can refer to row
2,000,000,000. Normal files stay far below the limit, which can be raised for others.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from termalign.arguments import whole_number
from termalign.formats.errors import FormatError

VARIABLE = "TERMALIGN_MAX_MB"
_MEGABYTES = 32
_MILLION = 1 << 20
AN_OBJECT = 64
"""The code points that an element or a term counts as in addition to its texts."""

LONGEST_TERM = 10_000
"""The code points of a term. A longer one is not a term, and would be analysed in memory."""

_raised: ContextVar[int | None] = ContextVar("megabytes", default=None)


@contextmanager
def size_limit(megabytes: int) -> Iterator[None]:
    """Set the limit on how much of a file is held in memory at a time, within a ``with`` block.

    Parameters
    ----------
    megabytes : int
        The limit, in units of 2²⁰ characters or bytes. It applies to a line, to a record of XML or CSV, and to a PO file. A
        part of a workbook may be four times as large. The numbers of rows in a workbook, of columns in a table and of lines
        in a PO file are limited in proportion. Without this function, the limit is the value of the environment variable
        ``TERMALIGN_MAX_MB``, or 32.

    Raises
    ------
    TypeError, ValueError
        If `megabytes` is not a whole number of at least 1.

    Notes
    -----
    The limit applies to reading within the block. `read_pairs` reads as its pairs are consumed, so consume them within the
    block.

    Examples
    --------
    >>> from io import BytesIO
    >>> from termalign.formats import read_pairs
    >>> long = ("灰\\t" + "ash " * 500_000 + "\\n").encode()
    >>> with size_limit(1):
    ...     list(read_pairs(BytesIO(long), "tsv"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    termalign.formats.errors.FormatError: <stream>, line 1: expected at most 1 MB in a line; ...
    >>> len(list(read_pairs(BytesIO(long), "tsv")))
    1
    """
    megabytes = whole_number(megabytes, "megabytes")
    token = _raised.set(megabytes)
    try:
        yield
    finally:
        _raised.reset(token)


def most(times: float = 1) -> int:
    """Return the limit in characters or bytes, multiplied by `times`.

    If the environment variable is not a number, it raises a ValueError.
    """
    return int(_megabytes() * _MILLION * times)


def too_much(name: str, line: int, where: str, unit: str = "line", *, found: str = "") -> FormatError:
    """Return the error for a file that exceeds the limit.

    `where` names the limit, such as ``32 MB in a line`` or ``1,048,576 rows``, and `found` the size, if known. The other
    parameters are as for `FormatError`.
    """
    return FormatError(
        name,
        line,
        f"expected at most {where}{f', found {found}' if found else ''}; "
        f"to read it anyway, raise {VARIABLE} (now {_megabytes()}) or use termalign.formats.size_limit",
        unit,
    )


def megabytes(characters: int) -> str:
    """Return a number of characters or bytes in megabytes, as text."""
    return f"{characters // _MILLION:,} MB"


def _megabytes() -> int:
    raised = _raised.get()
    if raised is not None:
        return raised
    said = os.environ.get(VARIABLE, "")
    if not said:
        return _MEGABYTES
    if not (said.isascii() and said.isdigit() and int(said)):
        raise ValueError(f"the environment variable {VARIABLE} must be a number of megabytes, not {said!r}")
    return int(said)
