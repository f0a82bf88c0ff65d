"""Two text files whose lines correspond, as in corpora for machine translation, or two files of strings with equal keys."""

import os
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path

from termalign.formats.characters import one_line
from termalign.formats.errors import FormatError
from termalign.formats.opening import name_of, text_lines
from termalign.formats.pairs import strings
from termalign.formats.pairs.unit import Unit
from termalign.formats.writing import created

_Paths = str | os.PathLike[str] | tuple[str | os.PathLike[str], str | os.PathLike[str]]


def read(paths: _Paths) -> Iterator[Unit]:
    """Read the corresponding lines of both files, without line ends. A line that only one file has raises a `FormatError`."""
    ja_path, en_path = _both(paths)
    if strings.are_strings(ja_path, en_path):
        yield from strings.read(ja_path, en_path)
        return
    for ja, en in zip_longest(text_lines(ja_path), text_lines(en_path)):
        if ja is None or en is None:
            (number, _), shorter, longer = (ja or en), *((ja_path, en_path) if ja is None else (en_path, ja_path))
            raise FormatError(
                name_of(shorter), number, f"expected as many lines as in {name_of(longer)}, found the end of the file"
            )
        yield Unit(ja[1].rstrip("\r\n"), en[1].rstrip("\r\n"), line=en[0])


def write(paths: _Paths, pairs: Iterable[tuple[str, str]]) -> None:
    """Write both files. A line break within a text becomes a space."""
    ja_path, en_path = _both(paths)
    with created(ja_path) as ja_file, created(en_path) as en_file:
        for ja, en in pairs:
            ja_file.write(one_line(ja) + "\n")
            en_file.write(one_line(en) + "\n")
        ja_file.flush()  # so that both files are complete, or neither is


def _both(paths: _Paths) -> tuple[Path, Path]:
    if isinstance(paths, tuple):
        return Path(paths[0]), Path(paths[1])
    if not isinstance(paths, str | os.PathLike):
        raise ValueError("text is read from two files, not from a stream")
    stem = os.fspath(paths)
    both = [Path(f"{stem}.{language}") for language in ("ja", "en")]
    packed = [Path(f"{path}.gz") for path in both]
    ja, en = (gz if gz.exists() and not path.exists() else path for path, gz in zip(both, packed, strict=True))
    return ja, en
