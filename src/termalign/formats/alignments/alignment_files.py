"""The formats of alignments, and the writing of alignments to files one by one."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple, TextIO

from termalign.arguments import checked, checked_alignments
from termalign.formats.alignments.brat import brat, brat_text
from termalign.formats.alignments.doccano import doccano
from termalign.formats.alignments.json_lines import jsonl
from termalign.formats.alignments.label_studio import label_studio
from termalign.formats.alignments.token_lines import naacl, pharaoh, tokens
from termalign.formats.faults import UpToFault
from termalign.formats.writing import created

if TYPE_CHECKING:
    from termalign.alignment import Alignment
    from termalign.formats.alignments.offsets import Offsets


class Format(NamedTuple):
    """A format of alignments."""

    lines: Callable[..., Iterator[str]]  # takes alignments and, if the format has offsets, their unit
    offsets: str  # the unit in which the tool counts offsets; "" if the format has no offsets
    ending: str  # of file names
    what: str  # a description for users


def _brat_annotations(alignments: "Iterable[Alignment]", offsets: str) -> Iterator[str]:
    for _, lines in brat(alignments, offsets):
        yield from lines


FORMATS = {
    "pharaoh": Format(
        pharaoh, "", ".pharaoh", "a line for each alignment, with pairs i-j of token numbers, counted from 0"
    ),
    "naacl": Format(
        naacl,
        "",
        ".naacl",
        "a line for each token pair: the numbers of sentence, Japanese and English token, counted from 1, S or P, score",
    ),
    "tokens": Format(tokens, "", ".tokens", "the tokens that pharaoh and naacl count: Japanese ||| English"),
    "jsonl": Format(
        jsonl,
        "codepoints",
        ".jsonl",
        "one line for each alignment: texts, links with their evidence and parts, unaligned terms",
    ),
    "brat": Format(_brat_annotations, "codepoints", ".ann", "brat standoff, the .ann file"),
    "brat-text": Format(brat_text, "codepoints", ".txt", "brat standoff, the .txt file"),
    "doccano": Format(doccano, "codepoints", ".doccano.jsonl", "JSON Lines for doccano: spans and relations"),
    "label-studio": Format(label_studio, "utf16", ".json", "JSON for Label Studio: tasks with predictions"),
}
_BRAT = (".ann", ".txt")
"""Endings of the two files of brat."""


def alignment_lines(
    alignments: "Iterable[Alignment]", format: str, *, offsets: "Offsets | None" = None
) -> Iterator[str]:
    """Yield the lines of alignments in a format, as the alignments are taken from the iterable.

    Parameters
    ----------
    alignments : iterable of Alignment
        The alignments.
    format : str
        ``pharaoh``, ``naacl``, ``tokens``, ``jsonl``, ``brat`` (the annotations), ``brat-text``, ``doccano`` or
        ``label-studio``.
    offsets : {'codepoints', 'utf16', 'utf8'}, optional
        The unit of offsets; by default that of the format's tool.

    Returns
    -------
    iterator of str
        The lines without line ends.

    Raises
    ------
    ValueError
        If the format is unknown, or if `offsets` is given for a format without offsets.
    TypeError
        At the first element that is not an alignment.

    Examples
    --------
    >>> from termalign import align
    >>> found = align("桜島が噴火した。", "Sakurajima erupted.")
    >>> list(alignment_lines([found], "tokens"))
    ['桜島 が 噴火 し た 。 ||| Sakurajima erupted']
    """
    checked(format, "format")
    if format not in FORMATS:
        raise ValueError(f"unknown format of alignments: {format!r}; the formats are {', '.join(FORMATS)}")
    chosen, alignments = FORMATS[format], checked_alignments(alignments)
    if not chosen.offsets:
        if offsets is not None:
            raise ValueError(f"{format} counts tokens, so offsets= does not apply")
        return chosen.lines(alignments)
    return chosen.lines(alignments, chosen.offsets if offsets is None else offsets)


def write_alignments(
    target: "str | os.PathLike[str] | TextIO",
    alignments: "Iterable[Alignment]",
    format: str | None = None,
    *,
    offsets: "Offsets | None" = None,
) -> int:
    """Write alignments to a file as they are taken from the iterable.

    Parameters
    ----------
    target : path or text file
        The file to write. For brat, it must be a path; two files are written, with the endings ``.txt`` and ``.ann``.
    alignments : iterable of Alignment
        The alignments.
    format : str, optional
        As for `alignment_lines`. By default, the ending of the path determines it: ``.pharaoh``, ``.naacl``, ``.tokens``,
        ``.jsonl``, ``.ann`` for brat, ``.doccano.jsonl``, ``.json`` for Label Studio.
    offsets : {'codepoints', 'utf16', 'utf8'}, optional
        The unit of offsets; by default that of the format's tool.

    Returns
    -------
    int
        The number of alignments that were written.

    Raises
    ------
    ValueError
        If the format is unknown, or cannot be determined from the path.
    OSError
        If the file cannot be written. An old file is replaced only when the new one is complete.
    TypeError
        At the first element that is not an alignment. The preceding ones are written.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> from termalign import align
    >>> path = Path(mkdtemp()) / "found.ann"
    >>> write_alignments(path, [align("桜島が噴火した。", "Sakurajima erupted.")])
    1
    >>> print(path.read_text(encoding="utf-8").splitlines()[0])
    T1	JA 0 2	桜島
    """
    if not isinstance(target, str | os.PathLike) and not hasattr(target, "write"):
        raise TypeError(f"target must be a path or a text file, not {type(target).__name__}")
    if format is None:
        format = _by_ending(target)
    good = UpToFault(checked_alignments(alignments))
    if format == "brat":
        if not isinstance(target, str | os.PathLike):
            raise ValueError("brat writes two files: pass a path, not an open file")
        path = Path(target)
        if path.suffix not in _BRAT and path.exists() and not path.is_file():
            raise ValueError(f"brat writes two files: pass the name of a file, not of a device or folder: {path}")
        _write_brat(path, good, FORMATS["brat"].offsets if offsets is None else offsets)
        return good.settled()
    lines = alignment_lines(good, format, offsets=offsets)
    if isinstance(target, str | os.PathLike):
        with created(target) as file:
            _write_lines(file, lines)
    else:
        _write_lines(target, lines)
    return good.settled()


def _by_ending(target: object) -> str:
    name = os.fspath(target) if isinstance(target, str | os.PathLike) else ""
    fitting = [name_of for name_of, each in FORMATS.items() if str(name).endswith(each.ending)]
    if not fitting:
        raise ValueError(f"the name {str(name)!r} does not show the format: pass format=, one of {', '.join(FORMATS)}")
    return max(fitting, key=lambda name_of: len(FORMATS[name_of].ending))


def _write_brat(path: Path, alignments: "Iterable[Alignment]", offsets: str) -> None:
    base = path.with_suffix("") if path.suffix in _BRAT else path
    with (
        created(base.with_name(base.name + ".txt")) as text,
        created(base.with_name(base.name + ".ann")) as annotations,
    ):
        for piece, lines in brat(alignments, offsets):
            text.write(piece)
            _write_lines(annotations, lines)
        text.flush()  # so that both files are complete, or neither is


def _write_lines(file: IO[str], lines: Iterable[str]) -> None:
    for line in lines:
        file.write(line + "\n")
