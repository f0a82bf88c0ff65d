"""What was collected of a list, row by row, as the arrays of its index.

Each function takes the columns that it is given apart, so that a long list is in memory once, and one column of it twice.
"""

from array import array
from collections.abc import Mapping, Sequence, Set

from termalign.cached import cached
from termalign.evidence.gloss import HEADLESS, LEAST_SHARE, PARTIAL
from termalign.termlist.index import UNIT, typecode
from termalign.termlist.postings import Keys, picked, rows_by_number

Columns = dict[str, "array[int]"]
"""Arrays of the same rows, by name."""


def columns(*names: str) -> Columns:
    """Empty ones."""
    return {name: array(typecode(name)) for name in names}


def append(rows: Columns, *values: int) -> None:
    """A row; a column that rows do not go into stands last."""
    for column, value in zip(rows.values(), values, strict=False):
        column.append(value)


def whole_number(share: float) -> int:
    """A strength or share in 255ths, rounded up."""
    return min(UNIT, int(share * UNIT) + (share > 0))


def key_arrays(keyed: Columns) -> Columns:
    """Reasons by themselves, by their keys."""
    keys, order = Keys.of(keyed.pop("keys"), keyed["bound"])
    found = {name: picked(keyed.pop(name), order) for name in ("nodes", "asks", "bound")}
    return {"keys": keys.hashes, "key_starts": keys.starts, **found}


def phrase_arrays(phrase: Columns, frequency: Mapping[int, int]) -> Columns:
    """Each phrase under all its words, the rarest first: under a commoner one with what is left without the rarer."""
    hashes, phrases, bounds = array("I"), array("I"), array("B")
    starts, words = phrase["phrase_words"], phrase["words"]
    for k, whole in enumerate(phrase["phrase_whole"]):
        own = words[starts[k] : starts[k + 1]]
        ordered = sorted(own, key=lambda h: (frequency[h], h))
        core = phrase["phrase_core"][k]
        for rank, hashed in enumerate(ordered):
            if rank and phrase["phrase_asks"][k]:
                break
            hashes.append(hashed)
            phrases.append(k)
            bounds.append(worth(whole, own, core, set(ordered[rank:])))
    keys, order = Keys.of(hashes, bounds)
    return {
        "phrase_keys": keys.hashes,
        "phrase_starts": keys.starts,
        "phrases": picked(phrases, order),
        "phrase_bound": picked(bounds, order),
        **phrase,
    }


def worth(whole: int, words: Sequence[int], core: int, there: Set[int]) -> int:
    """What a phrase is worth at most with only some of its words there; 0 if those are too few."""
    if all(word in there for word in (words[:core] if 1 < core < len(words) else words)):
        return whole
    return in_part(whole, sum(word in there for word in words), len(words), words[core - 1] in there)


@cached(4096)
def in_part(whole: int, there: int, words: int, headed: bool) -> int:
    """What a phrase is worth at most with so many of its words there, its head among them or not."""
    share = there / words
    if share <= LEAST_SHARE:
        return 0
    found = whole * (PARTIAL + (1 - PARTIAL) * share)
    return min(UNIT, int(found if headed else found * HEADLESS) + 1)


def half_arrays(half_keys: Sequence["array[int]"], pairs: Columns) -> Columns:
    """Halves of names, by their keys, and the names that they make."""
    size = len(half_keys)
    hashes, halves = array("I"), array("I")
    for half, spelled in enumerate(half_keys):
        hashes.extend(spelled)
        halves.extend([half] * len(spelled))
    keys, order = Keys.of(hashes, array("B", bytes(len(hashes))))
    starts, rows = rows_by_number(pairs["pair_first"], size)
    given_starts, given_rows = rows_by_number(pairs["pair_second"], size)
    return {
        "half_keys": keys.hashes,
        "half_starts": keys.starts,
        "halves": picked(halves, order),
        "pair_starts": starts,
        "given_starts": given_starts,
        "given_first": picked(pairs.pop("pair_first"), given_rows),
        "given_node": picked(pairs["pair_node"], given_rows),
        "given_asks": picked(pairs["pair_asks"], given_rows),
        "given_alone": picked(pairs.pop("given_alone"), given_rows),
        **{name: picked(pairs.pop(name), rows) for name in ("pair_node", "pair_asks", "pair_alone")},
    }


def compound_arrays(
    compounds: Columns, full: Sequence[tuple[int, int]], organisation: "array[int]", company: Sequence[bool], size: int
) -> Columns:
    """Compounds, and under each part those that it is a part of.

    Parameters
    ----------
    full : sequence of (int, int)
        Nodes, and the nodes that are short for them.
    organisation : array of int
        Of each node, whether it names an organisation.
    company : sequence of bool
        Of each node, whether it does so and states a legal form.
    size : int
        How many nodes there are.
    """
    full_starts, full_rows = rows_by_number([node for node, _ in full], size)
    parents = columns("node", "compound", "parent_share")
    starts, nodes, masks = compounds["part_starts"], compounds["part_node"], compounds["part_mask"]
    compound_of, part_share, short = array("I", bytes(4 * size)), array("B"), array("I")
    for k, whole in enumerate(compounds["compound_node"]):
        first, last = starts[k], starts[k + 1]
        weights = compounds["weights"][compounds["weight_starts"][k] : compounds["weight_starts"][k + 1]]
        covered: dict[int, int] = {}
        for node, mask in zip(nodes[first:last], masks[first:last], strict=True):
            covered[node] = covered.get(node, 0) | mask
            part_share.append(whole_number(_share(weights, mask)))
        for node, mask in covered.items():
            append(parents, node, k, whole_number(_share(weights, mask)))
        compound_of[whole] = k + 1
        if full_starts[whole] < full_starts[whole + 1]:
            short.append(k)
    sorts = [organisation[whole] + company[whole] for whole in compounds["compound_node"]]
    filed, order = _by_sort(parents, sorts, size)
    return {
        "organisation": organisation,
        "full_starts": full_starts,
        "full_owner": array("I", [full[row][1] for row in full_rows]),
        "full_compounds": short,
        "compound_of": compound_of,
        **compounds,
        "part_share": part_share,
        **filed,
        "parents": picked(parents.pop("compound"), order),
        "parent_share": picked(parents.pop("parent_share"), order),
    }


def _share(weights: Sequence[int], mask: int) -> float:
    """Of the weight of a compound, that of some of its morphemes."""
    return sum(w for at, w in enumerate(weights) if mask >> at & 1) / sum(weights)


def _by_sort(parents: Columns, sorts: Sequence[int], size: int) -> tuple[Columns, "array[int]"]:
    """Where under each node the compounds of each sort begin, and all rows by node, sort and falling share."""
    _, falling = rows_by_number([UNIT - share for share in parents["parent_share"]], UNIT + 1)
    names = ("parent_starts", "organisation_starts", "company_starts")
    of_compound = parents["compound"]
    nodes = parents.pop("node")
    starts, order = rows_by_number(
        [len(names) * nodes[row] + sorts[of_compound[row]] for row in falling], len(names) * size
    )
    return {name: starts[k :: len(names)] for k, name in enumerate(names)}, picked(falling, order)
