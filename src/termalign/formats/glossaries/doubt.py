"""What a reader of glossaries could not surely understand in a record that it nevertheless read."""

from collections.abc import Iterator
from typing import NamedTuple

from termalign.formats.glossaries.entry import unknown_statuses


class Doubt(NamedTuple):
    """A doubt about a record.

    Attributes
    ----------
    what : str
        What is in doubt, and how it was read; the same text for all records with the same doubt.
    number : int
        The line of the record.
    unit : str
        What messages call a line.
    serious : bool
        Whether the doubt is an error if the file is read strictly.
    """

    what: str
    number: int
    unit: str = "line"
    serious: bool = False


def about_statuses(number: int, *statuses: str, unit: str = "line") -> Iterator[Doubt]:
    """Yield a doubt for each status that says something unknown."""
    for status in unknown_statuses(*statuses):
        yield Doubt(f"the status “{status[:40]}” is not known: it counts as approved", number, unit, serious=True)
