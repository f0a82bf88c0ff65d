"""What a bitext's file holds: a pair, and what it is called there."""

from typing import NamedTuple


class Unit(NamedTuple):
    """One pair of a file.

    Attributes
    ----------
    ja : str
        The Japanese.
    en : str
        The English.
    id : str
        What the file itself calls the unit, or ``""``.
    note : str, optional
        The remark of a table that has a column of them; None where there is none.
    """

    ja: str
    en: str
    id: str = ""
    note: str | None = None
