"""File formats, each with a name, the endings of file names, and a module that reads and writes it."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from termalign.arguments import checked
from termalign.formats.opening import Source, name_of


@dataclass(frozen=True, slots=True)
class Format:
    """A file format."""

    name: str  # for ``format=``
    title: str  # the name shown to users
    suffixes: tuple[str, ...]  # endings of file names, in lower case
    module: str  # has ``read`` and ``write``, or an object (``module:NAME``) that has; it is imported on first use

    def load(self) -> Any:
        """Return the module or the object."""
        module, _, name = self.module.partition(":")
        found = import_module(module)
        return getattr(found, name) if name else found


def check_safe_cells(known: Format) -> None:
    """Raise a ValueError for formats other than TSV and CSV, whose cells no spreadsheet would run as formulas."""
    if known.name not in ("tsv", "csv"):
        raise ValueError(f"safe cells apply only to tsv and csv, not to {known.name}")


def suffix_of(source: Source) -> str:
    """Return the ending of a file name in lower case, or the ending before ``.gz``."""
    stem, suffix = os.path.splitext(name_of(source).lower())
    return os.path.splitext(stem)[1] if suffix == ".gz" else suffix


def endings(formats: Sequence[Format]) -> str:
    """Return the main ending of each format, for a help text."""
    return " ".join(known.suffixes[0] for known in formats if known.suffixes)


def chosen(source: Source, name: str | None, formats: Sequence[Format], default: str | None = None) -> Format:
    """Return the format called `name`, or by default the one for the ending of the file name.

    If there is none, it raises a ValueError.
    """
    known = {known.name: known for known in formats}
    if name is not None:
        checked(name, "format")
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
