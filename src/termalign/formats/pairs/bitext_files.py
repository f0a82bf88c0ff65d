"""Reading and writing of bitexts in any format."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from termalign.arguments import named_pairs
from termalign.formats.catalogue import Format, check_safe_cells, chosen
from termalign.formats.faults import UpToFault, peeked
from termalign.formats.opening import Source, no_text
from termalign.formats.pairs.pair_tables import ROLES, Told
from termalign.formats.pairs.unit import Unit
from termalign.formats.table_files import TABLES, check_columns, safe

Paths = Source | tuple[str | os.PathLike[str], str | os.PathLike[str]]
Pairs = Iterable[tuple[str, str] | tuple[str, str, str] | list[str] | Unit] | str | os.PathLike[str]
"""Pairs of texts, of which a third member is the name; or a bitext file."""

_TABULAR = (*TABLES, "jsonl")  # the formats that have columns
_COLUMNS = ("id", "ja", "en", "note")
_TEXTS = ("ja", "en")
_OF_ONE_LINE = ("tsv", "text")  # the formats whose texts have no line breaks
# What of a pair each format keeps; the others keep its texts.
_KEPT = {**dict.fromkeys(_TABULAR, _COLUMNS), "tmx": ("id", *_TEXTS), "po": ("id", *_TEXTS)}
# Includes the endings of Trados, memoQ and Phrase, whose files are XLIFF 1.2.
_XLIFF = (".xliff", ".xlf", ".sdlxliff", ".mqxliff", ".mxliff")
FORMATS = (
    Format("tmx", "TMX 1.1–1.4b", (".tmx",), "termalign.formats.pairs.tmx"),
    Format("xliff", "XLIFF 1.2 and 2.x, written as 1.2", _XLIFF, "termalign.formats.pairs.xliff"),
    Format("xliff2", "XLIFF 2.0", (".xliff2", ".xlf2"), "termalign.formats.pairs.xliff2"),
    Format("po", "gettext PO", (".po",), "termalign.formats.pairs.po"),
    Format("tsv", "tab-separated values", (".tsv",), "termalign.formats.pairs.pair_tables:TSV"),
    Format("csv", "comma-separated values", (".csv",), "termalign.formats.pairs.pair_tables:CSV"),
    Format("xlsx", "Excel workbooks", (".xlsx", ".xlsm"), "termalign.formats.pairs.pair_tables:XLSX"),
    Format("jsonl", "JSON Lines", (".jsonl", ".ndjson"), "termalign.formats.pairs.jsonl"),
    Format("text", "two files, a line or a key each", (), "termalign.formats.pairs.parallel"),
)


def read_pairs(
    path: Paths, format: str | None = None, *, columns: Mapping[str, str] | None = None
) -> Iterator[tuple[str, str]]:
    """Read the (Japanese, English) pairs of a bitext, one by one.

    Parameters
    ----------
    path : path, binary stream, or two paths
        A file, optionally compressed with gzip, or a Japanese and an English file whose lines correspond. Two files called
        ``.xml`` (strings of Android), ``.json``, ``.arb`` or ``.properties`` correspond by their keys. A stream needs a `format`.
    format : str, optional
        ``tmx`` ``xliff`` ``xliff2`` ``po`` ``tsv`` ``csv`` ``xlsx`` ``jsonl`` ``text``; by default determined by the ending
        of the name. For ``text``, the path ``corpus`` means ``corpus.ja`` and ``corpus.en``.
    columns : mapping of str to str, optional
        For a table (``tsv`` ``csv`` ``xlsx``), the names in the header of the columns ``ja`` and ``en``. By default, they are
        recognised.

    Yields
    ------
    tuple of (str, str)
        The Japanese and the English as in the file, without inline markup. The file is read as pairs are taken. Except for PO
        files and workbooks, a large file takes no more memory than a small one.

    Raises
    ------
    FormatError
        If the file is broken; raised after all preceding pairs have been yielded. Also if its header lacks the `columns`.
    ValueError
        If the format is unknown or cannot be determined from the name, or if `columns` does not fit it; raised at once.
    ImportError
        For workbooks, if openpyxl is not installed.
    OSError
        If the file cannot be read.

    Examples
    --------
    >>> from io import BytesIO
    >>> lines = "火山\\tvolcano\\n灰\\tash\\n".encode()
    >>> list(read_pairs(BytesIO(lines), format="tsv"))
    [('火山', 'volcano'), ('灰', 'ash')]
    >>> lines = "部品\\tWort\\t訳語案\\n火山\\tVulkan\\tvolcano\\n".encode()
    >>> list(read_pairs(BytesIO(lines), format="tsv", columns={"ja": "部品", "en": "訳語案"}))
    [('火山', 'volcano')]
    """
    return ((unit.ja, unit.en) for unit in read_units(path, format, columns=columns))


def read_units(
    path: Paths,
    format: str | None = None,
    *,
    every: bool = False,
    columns: Mapping[str, str] | None = None,
    told: Told | None = None,
) -> Iterator[Unit]:
    """Read the pairs of a bitext as `read_pairs` does, with their names and notes in the file.

    With `every`, units that the file marks as untranslated or fuzzy are read too. `columns` may also name ``id`` and ``note``.
    """
    if format != "text":  # whose path is only the beginning of two names
        no_text(path)
    known = _format(path, format)
    check_columns(columns, known.name, ROLES)
    units: Iterator[Unit] = known.load().read(path, *((columns, told) if known.name in TABLES else ()))
    return units if every else (unit for unit in units if not unit.state)


def units_of(pairs: Pairs, *, every: bool = False) -> Iterator[Unit]:
    """Yield the units of a bitext file, or of pairs, which are checked as they are read. `every` is as for `read_units`."""
    if isinstance(pairs, str | os.PathLike):
        return read_units(pairs, every=every)
    return (Unit(*pair) for pair in named_pairs(pairs, len(Unit._fields)))


def write_pairs(
    path: Paths,
    pairs: Iterable[tuple[str, str] | tuple[str, str, str]],
    format: str | None = None,
    *,
    safe_cells: bool = False,
) -> int:
    """Write (Japanese, English) pairs to a file as they are read from an iterable.

    Parameters
    ----------
    path : path, or two paths
        The file to write, compressed with gzip if its name ends in ``.gz``. For ``text``, two files, or one path ``corpus``
        for ``corpus.ja`` and ``corpus.en``.
    pairs : iterable of (str, str) or (str, str, str)
        The Japanese and English texts, perhaps with the name of the pair. Tables, TMX and PO keep the names if one of the first
        fifty pairs has one. Characters that the format does not allow (control characters in XML, lone surrogates)
        are written as U+FFFD. In line-based formats, a line break is written as a space.
    format : str, optional
        As for `read_pairs`.
    safe_cells : bool
        Whether to put an apostrophe before each cell of TSV or CSV that a spreadsheet would run as a formula (``=1+1``,
        ``-5``).

    Returns
    -------
    int
        The number of pairs that were written.

    Raises
    ------
    TypeError
        If a pair is not two strings. The message gives its number, from 0.
    ValueError
        If the format is unknown or cannot be determined from the name, or if safe cells are requested for a format other than
        TSV and CSV.
    OSError
        If the file cannot be written.

    Notes
    -----
    An old file is replaced only when the new one is complete. If writing fails or is interrupted, the old file remains. If
    `pairs` come from a broken file (``FormatError``) or contain an invalid pair, the preceding pairs are written, and then
    the error is raised. A symbolic link is followed, and devices and pipes are written to directly.

    Examples
    --------
    >>> from tempfile import mkdtemp
    >>> write_pairs(mkdtemp() + "/memory.xlf", [("火山", "volcano"), ("灰", "ash")])
    2
    """
    return write_units(path, map(_unit, named_pairs(pairs, len(Unit._fields))), format, safe_cells=safe_cells)[0]


def _unit(pair: Sequence[Any]) -> Unit:
    unit = Unit(*pair)
    return unit._replace(id="" if unit.id is None else str(unit.id))


def write_units(
    path: Paths, units: Iterable[Unit], format: str | None = None, *, safe_cells: bool = False
) -> tuple[int, Counter[str]]:
    """Write pairs as `write_pairs` does. A table also gets their names and notes, and TMX and PO their names, if the first pairs
    have any.

    It returns the number of pairs, and how many of the ``id``, ``note``, ``codes`` and line ``breaks`` of the pairs the file
    does not keep.
    """
    known = _format(path, format)
    first, every = peeked(units, TypeError)
    held = {"id": any(unit.id for unit in first), "note": any(unit.note is not None for unit in first)}
    columns = [column for column in _KEPT.get(known.name, _TEXTS) if held.get(column, True)]
    lost: Counter[str] = Counter()

    def rows() -> Iterator[tuple[str, ...]]:
        for unit in every:
            lost.update(column for column in held if column not in columns and getattr(unit, column))
            lost["codes"] += sum(map(len, unit.codes))
            lost["breaks"] += (unit.ja.count("\n") + unit.en.count("\n")) * (known.name in _OF_ONE_LINE)
            yield tuple([getattr(unit, column) or "" for column in columns])

    return _write(path, rows(), known, columns, safe_cells=safe_cells), lost


def _write(
    path: Paths, rows: Iterable[tuple[str, ...]], known: Format, columns: Sequence[str], *, safe_cells: bool
) -> int:
    """Write rows with these columns, and return their number."""
    written = UpToFault(rows)
    cells: Iterable[tuple[str, ...]] = written
    if safe_cells:
        check_safe_cells(known)
        cells = (tuple(map(safe, row)) for row in written)
    known.load().write(path, cells, *([columns] if known.name in _TABULAR else []))
    return written.settled()


def _format(path: Paths, format: str | None) -> Format:
    if isinstance(path, tuple):
        if len(path) != 2 or not all(isinstance(one, str | os.PathLike) for one in path):
            raise TypeError(f"path must be a path, a binary stream, or two paths, not {path!r}")
        if format not in (None, "text"):
            raise ValueError(f"two files are read and written as text, not as {format}")
        return chosen("", "text", FORMATS)
    if not isinstance(path, str | os.PathLike) and not hasattr(path, "seekable"):
        raise TypeError(f"path must be two paths, or a path or a binary stream, not {type(path).__name__}")
    return chosen(path, format, FORMATS)
