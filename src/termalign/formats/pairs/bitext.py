"""Reading and writing bitexts, whatever their format."""

import os
from collections.abc import Iterable, Iterator

from termalign.arguments import pairs_of_text
from termalign.formats.catalogue import Format, check_safe_cells, chosen
from termalign.formats.faults import UpToFault
from termalign.formats.opening import Source
from termalign.formats.pairs.unit import Unit
from termalign.formats.peeking import peeked
from termalign.formats.safe_cells import safe

Paths = Source | tuple[str | os.PathLike[str], str | os.PathLike[str]]

# With those of Trados, memoQ and Phrase, which are XLIFF 1.2.
_XLIFF = (".xliff", ".xlf", ".sdlxliff", ".mqxliff", ".mxliff")
FORMATS = (
    Format("tmx", "TMX 1.1–1.4b", (".tmx",), "termalign.formats.pairs.tmx"),
    Format("xliff", "XLIFF 1.2 and 2.x, written as 1.2", _XLIFF, "termalign.formats.pairs.xliff"),
    Format("xliff2", "XLIFF 2.0", (".xliff2", ".xlf2"), "termalign.formats.pairs.xliff2"),
    Format("po", "gettext PO", (".po",), "termalign.formats.pairs.po"),
    Format("tsv", "tab-separated values", (".tsv",), "termalign.formats.pairs.tsv"),
    Format("csv", "comma-separated values", (".csv",), "termalign.formats.pairs.comma"),
    Format("xlsx", "Excel workbooks", (".xlsx", ".xlsm"), "termalign.formats.pairs.xlsx"),
    Format("jsonl", "JSON Lines", (".jsonl", ".ndjson"), "termalign.formats.pairs.jsonl"),
    Format("text", "two files, a line each", (), "termalign.formats.pairs.parallel"),
)


def read_pairs(path: Paths, format: str | None = None) -> Iterator[tuple[str, str]]:
    """The (Japanese, English) pairs of a bitext, one after the other.

    Parameters
    ----------
    path : path, binary stream, or two paths
        A file, gzip or not; two of them, Japanese and English, are read line by line. A stream needs a `format`.
    format : str, optional
        ``tmx`` ``xliff`` ``xliff2`` ``po`` ``tsv`` ``csv`` ``xlsx`` ``jsonl`` ``text``; without it the name's ending tells.
        For ``text`` one path ``corpus`` stands for ``corpus.ja`` and ``corpus.en``.

    Yields
    ------
    tuple of (str, str)
        Japanese, English: texts as they stand in the file, without inline markup. The file is read as pairs are asked
        for; all formats but PO and workbooks take no more memory for a large one.

    Raises
    ------
    FormatError
        Where the file is broken, once all pairs before that place have been given.
    ValueError
        The format is unknown, or the name does not tell it: at once.
    ImportError
        For PO, if polib is not installed; for workbooks, if openpyxl is not.
    OSError
        The file cannot be read.

    Examples
    --------
    >>> from io import BytesIO
    >>> lines = "火山\\tvolcano\\n灰\\tash\\n".encode()
    >>> list(read_pairs(BytesIO(lines), format="tsv"))
    [('火山', 'volcano'), ('灰', 'ash')]
    """
    return ((unit.ja, unit.en) for unit in read_units(path, format))


def read_units(path: Paths, format: str | None = None) -> Iterator[Unit]:
    """The pairs of a bitext as `read_pairs` reads them, with what the file calls them."""
    units: Iterator[Unit] = _format(path, format).load().read(path)
    return units


def write_pairs(
    path: Paths, pairs: Iterable[tuple[str, str]], format: str | None = None, *, safe_cells: bool = False
) -> int:
    """Write (Japanese, English) pairs, as they come.

    Parameters
    ----------
    path : path, or two paths
        The file to write, gzip if its name ends in ``.gz``; for ``text`` two files, or one path ``corpus`` for
        ``corpus.ja`` and ``corpus.en``.
    pairs : iterable of (str, str)
        Japanese, English. What the format cannot hold (control characters in XML, lone surrogates) is written as
        U+FFFD, a line break as a space where the format is one of lines.
    format : str, optional
        As for `read_pairs`.
    safe_cells : bool
        Put an apostrophe before each cell of TSV or CSV that a spreadsheet would take for a formula (``=1+1``, ``-5``).

    Returns
    -------
    int
        How many pairs were written.

    Raises
    ------
    TypeError
        A pair is not two strings; the message says which, counting from 0.
    ValueError
        The format is unknown, the name does not tell it, or safe cells are asked of another than TSV and CSV.
    OSError
        The file cannot be written.

    Notes
    -----
    The file is put in its place when it is whole; until then, and if it cannot be written or anything interrupts, what
    stood there stays. Where `pairs` come from a broken file (``FormatError``), or one is no pair, those before are the whole, and
    the error is raised once they are written. A symbolic link is followed, and a device or a pipe written to.

    Examples
    --------
    >>> from tempfile import mkdtemp
    >>> write_pairs(mkdtemp() + "/memory.xlf", [("火山", "volcano"), ("灰", "ash")])
    2
    """
    known = _format(path, format)
    written = UpToFault(pairs_of_text(pairs))
    if safe_cells:
        check_safe_cells(known)
        known.load().write(path, ((safe(ja), safe(en)) for ja, en in written))
    else:
        known.load().write(path, written)
    return written.settled()


def write_units(path: Paths, units: Iterable[Unit], format: str | None = None, *, safe_cells: bool = False) -> int:
    """Write pairs as `write_pairs` does, with their notes if the first has any and the format is one of tables."""
    first, every = peeked(units, 1)
    known = _format(path, format)
    module = known.load()
    if first and first[0].note is not None and hasattr(module, "write_noted"):
        written = UpToFault(every)
        if safe_cells:
            check_safe_cells(known)
            module.write_noted(
                path, (Unit(safe(ja), safe(en), name, note and safe(note)) for ja, en, name, note in written)
            )
        else:
            module.write_noted(path, written)
        return written.settled()
    return write_pairs(path, ((unit.ja, unit.en) for unit in every), format, safe_cells=safe_cells)


def _format(path: Paths, format: str | None) -> Format:
    if isinstance(path, tuple):
        if format not in (None, "text"):
            raise ValueError(f"two files are read and written as text, not as {format}")
        return chosen("", "text", FORMATS)
    return chosen(path, format, FORMATS)
