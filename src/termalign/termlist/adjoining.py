"""Compounds of a list two parts of which may stand next to each other in a text.

Of the compounds of a long list that have several parts in a text, one in five has two of them side by side. Those are found in
one pass over what is filed under the parts: each compound keeps the words that may go on with what stands of it, and is found
by the part that stands there.
"""

from collections.abc import Callable

from termalign.termlist.hints import Hints
from termalign.termlist.index import Index


def adjoining(
    index: Index, hints: Hints, beside: Callable[[int, bool], int], capitals: int
) -> tuple[set[int], set[int]]:
    """The compounds two parts of which may stand in one phrase: those that are no company's name in full, and those that are.

    Parameters
    ----------
    index : Index
        Of the term list.
    hints : Hints
        What was found of its nodes.
    beside : callable
        All that may stand next to one of some words, a bit each, names or not.
    capitals : int
        A bit for each word at which a part of a company's name in full may stand.
    """
    starts, companies, parents = index.parent_starts, index.company_starts, index.parents
    is_distinct = hints.is_distinct
    reach = [0] * len(index.compound_node)  # a look-up costs half of what one in a dictionary does
    found: tuple[list[int], list[int]] = [], []
    for node, where in hints.where.items():
        start, company, end = starts[node], companies[node], starts[node + 1]
        if start < end:
            near = beside(where, is_distinct(node))
            filed = ((found[0], start, company), (found[1], company, end if where & capitals else company))
            for together, first, last in filed:
                for compound in parents[first:last]:
                    before = reach[compound]
                    if not before:
                        reach[compound] = near
                    else:
                        if before & where:
                            together.append(compound)
                        reach[compound] = before | near
    return set(found[0]), set(found[1])
