"""What the keys of a text say of the nodes of a list."""

from typing import Final, NamedTuple

REACH: Final = 6  # words from one part of a phrase to the next


class Hints(NamedTuple):
    """What the keys of a text say of nodes.

    Attributes
    ----------
    reasons : dict of int to int
        Nodes of which anything was found → the costlier matchers to ask.
    worth : dict of int to int
        The most that it is worth, in 255ths.
    where : dict of int to int
        A bit for each word at which it may stand.
    """

    reasons: dict[int, int]
    worth: dict[int, int]
    where: dict[int, int]


def around(where: int, reach: int) -> int:
    """The places at most so many words from these."""
    width = 1
    while width <= reach:
        step = min(width, reach + 1 - width)
        where |= where << step | where >> step
        width += step
    return where
