"""Compounds of a list two parts of which may stand next to each other in a text.

Of the compounds of a long list that have several parts in a text, one in five has two of them side by side. Those are found in
one pass over what is filed under the parts: each compound keeps the words that may go on with what stands of it, and is found
by the part that stands there.
"""

from collections.abc import Callable

from termalign.termlist.hints import Hints
from termalign.termlist.index import Index


def adjoining(index: Index, hints: Hints, next_to: Callable[[int], int], capitals: int) -> set[int]:
    """The compounds two parts of which may stand in one phrase.

    Parameters
    ----------
    index : Index
        Of the term list.
    hints : Hints
        What was found of its nodes.
    next_to : callable
        Words, a bit each, and all that may stand next to one of them.
    capitals : int
        A bit for each word at which a part of a company's name in full may stand.
    """
    starts, companies, parents, places = index.parent_starts, index.company_starts, index.parents, hints.where
    nearest: dict[int, int] = {}
    reach: dict[int, int] = {}
    reached = reach.get
    found: set[int] = set()
    for node, where in places.items():
        start, end = starts[node], starts[node + 1] if where & capitals else companies[node]
        if start < end:
            near = nearest.get(where)
            if near is None:
                near = nearest[where] = next_to(where)
            for compound in parents[start:end]:
                before = reached(compound)
                if before is None:
                    reach[compound] = near
                else:
                    if before & where:
                        found.add(compound)
                    reach[compound] = before | near
    return found
