"""A pair of a bitext file, with its name in the file."""

from typing import NamedTuple


class Unit(NamedTuple):
    """One pair of a bitext file.

    Attributes
    ----------
    ja : str
        The Japanese text.
    en : str
        The English text.
    id : str
        The name of the unit in the file, or ``""``.
    note : str, optional
        The note of the pair, if the file is a table with a column of notes; otherwise None.
    """

    ja: str
    en: str
    id: str = ""
    note: str | None = None
