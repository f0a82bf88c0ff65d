"""A format has a name, the endings of its files' names, and a module that reads and writes it."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from termalign.formats.opening import Source, name_of


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes
    ----------
    name : str
        What ``format=`` calls it.
    title : str
        What people call it.
    suffixes : tuple of str
        Endings of file names that stand for it, in lower case.
    module : str
        The module, imported when first used; it has ``read`` and ``write``.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    module: str

    def load(self) -> ModuleType:
        """The module that reads and writes the format."""
        return import_module(self.module)


def check_safe_cells(known: Format) -> None:
    """Refuse to make cells safe where there are none that a spreadsheet would take for formulas.

    Raises
    ------
    ValueError
        The format is neither TSV nor CSV.
    """
    if known.name not in ("tsv", "csv"):
        raise ValueError(f"safe cells apply only to tsv and csv, not to {known.name}")


def suffix_of(source: Source) -> str:
    """The ending of a file's name in lower case, that before ``.gz`` if it is a gzip file."""
    stem, suffix = os.path.splitext(name_of(source).lower())
    return os.path.splitext(stem)[1] if suffix == ".gz" else suffix


def chosen(source: Source, name: str | None, formats: Sequence[Format], default: str | None = None) -> Format:
    """The format called `name`, or without one that of the file's name.

    Raises
    ------
    ValueError
        There is no format of this name, or the file's name does not tell.
    """
    known = {known.name: known for known in formats}
    if name is None:
        suffix = suffix_of(source)
        name = next((known.name for known in formats if suffix in known.suffixes), default)
        if name is None:
            endings = " ".join(suffix for known in formats for suffix in known.suffixes)
            raise ValueError(
                f"{name_of(source)}: the name does not show the format; expected one of {endings}, or a format by its "
                f"name: {', '.join(known)}"
            )
    if name not in known:
        raise ValueError(f"unknown format {name!r}; the formats are {', '.join(known)}")
    return known[name]
