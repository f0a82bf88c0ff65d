"""The results of ``termalign align``: an alignment, with the pair of the bitext that was aligned."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from termalign.alignment import Alignment


class Answer(NamedTuple):
    """An alignment with its position in a bitext.

    Attributes
    ----------
    alignment : Alignment
        The alignment.
    pair : int
        The number of the pair in its bitext, from 1; 0 if there is no bitext.
    unit : str
        The name of the pair in the bitext, or ``""``.
    """

    alignment: "Alignment"
    pair: int = 0
    unit: str = ""
