"""What the keys of a text say of the nodes of a list."""

from typing import Final

from termalign.termlist.asks import DISTINCT, NOT_LAID

REACH: Final = 6  # words from one part of a phrase to the next


class Hints:
    """What the keys of a text say of nodes.

    Attributes
    ----------
    reasons : dict of int to int
        Nodes of which anything was found → the costlier matchers to ask.
    worth : dict of int to int
        The most that it is worth, in 255ths.
    where : dict of int to int
        A bit for each word at which it may stand.
    said : dict of int to list of (int, int, int)
        All that was found of them, one by one: where, what it is worth there, the matchers to ask.
    """

    def __init__(self) -> None:
        self.reasons: dict[int, int] = {}
        self.worth: dict[int, int] = {}
        self.where: dict[int, int] = {}
        self.said: dict[int, list[tuple[int, int, int]]] = {}

    def note(self, node: int, reason: int, worth: int, where: int) -> None:
        """Something of a node was found."""
        said = self.said.get(node)
        if said is None:
            self.said[node] = [(where, worth, reason)]
            self.reasons[node], self.worth[node], self.where[node] = reason, worth, where
        else:
            said.append((where, worth, reason))
            self.reasons[node] |= reason
            self.where[node] |= where
            if worth > self.worth[node]:
                self.worth[node] = worth

    def is_distinct(self, node: int) -> bool:
        """Whether all that was found of a node is a name or heard, so that it goes on a phrase as names do."""
        return self.reasons[node] & DISTINCT > 0 and all(reasons & DISTINCT for _, _, reasons in self.said[node])

    def laid_at(self, node: int, places: int, other: int = NOT_LAID) -> tuple[int, int]:
        """Where among some places an organisation's name may be laid by a node, and the most that it is worth there.

        Parameters
        ----------
        other : int
            Reasons that say nothing of it.
        """
        where, most = 0, 0
        for at, worth, reasons in self.said[node]:
            if at & places and (not reasons or reasons & ~other):
                where |= at & places
                if worth > most:
                    most = worth
        return where, most


def around(where: int, reach: int) -> int:
    """The places at most so many words from these."""
    width = 1
    while width <= reach:
        step = min(width, reach + 1 - width)
        where |= where << step | where >> step
        width += step
    return where
