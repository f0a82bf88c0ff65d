"""What ``termalign align`` answers with: an alignment, and of a bitext what it is of."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from termalign.alignment import Alignment


class Answer(NamedTuple):
    """One alignment.

    Attributes
    ----------
    alignment : Alignment
        The links.
    pair : int
        The number of the pair in its bitext, from 1; 0 where there is no bitext.
    unit : str
        What the bitext itself calls the pair, or ``""``.
    """

    alignment: "Alignment"
    pair: int = 0
    unit: str = ""
