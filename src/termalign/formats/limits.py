"""How much of one file is held in memory at a time, so that no file can fill it: a line, a record, a file that is read whole.

A small file can stand for a very large one: 1.4 MB of gzip unfold to 300 MB on one line, 2 kB of a workbook name the row
2,000,000,000. Real files stay far below the limit, which can be raised for those that do not.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from termalign.formats.errors import FormatError

VARIABLE = "TERMALIGN_MAX_MB"
_MEGABYTES = 32
_MILLION = 1 << 20

_raised: ContextVar[int | None] = ContextVar("megabytes", default=None)


@contextmanager
def size_limit(megabytes: int) -> Iterator[None]:
    """Read larger files, or only smaller ones, than are read otherwise.

    Parameters
    ----------
    megabytes : int
        What is held of one file at a time, 2²⁰ characters or bytes to one: a line, a record of XML or CSV, or a PO file may be so
        long, and a part of a workbook four times that. Without this function the environment variable ``TERMALIGN_MAX_MB`` says
        it, or it is 32.

    Raises
    ------
    ValueError
        It is not at least 1.

    Notes
    -----
    It holds for what is read within the block: take the pairs of `read_pairs`, which come as they are asked for, there too.

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
    if megabytes < 1:
        raise ValueError(f"megabytes must be at least 1, not {megabytes}")
    token = _raised.set(megabytes)
    try:
        yield
    finally:
        _raised.reset(token)


def most(times: float = 1) -> int:
    """How many characters, bytes or whatever else may be held, so many times the limit.

    Raises
    ------
    ValueError
        The environment variable is no number.
    """
    return int(_megabytes() * _MILLION * times)


def too_much(name: str, line: int, where: str, unit: str = "line", *, found: str = "") -> FormatError:
    """The error of a file that goes beyond the limit.

    Parameters
    ----------
    name, line, unit : str, int, str
        As for `FormatError`.
    where : str
        What there is too much of: ``32 MB in a line``, ``1,048,576 rows``.
    found : str
        What there is instead, if that is known.
    """
    return FormatError(
        name,
        line,
        f"expected at most {where}{f', found {found}' if found else ''}; "
        f"to read it all the same set {VARIABLE}, now {_megabytes()}, or termalign.formats.size_limit",
        unit,
    )


def megabytes(characters: int) -> str:
    """For people."""
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
