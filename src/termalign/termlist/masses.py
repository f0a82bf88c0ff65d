"""How much of each compound of a list has anything in a text, wherever it stands: one pass, a sum a compound.

What the sums leave out could not have reached the threshold: ordinary words render a compound only where nearly all of it is
there, since `termalign.evidence.composition` takes the cube of the share; a name among them is content with less.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from termalign.evidence.composition import DISTINCT_SHARE, ORDINARY_SHARE
from termalign.termlist import asks
from termalign.termlist.hints import Hints
from termalign.termlist.index import UNIT, Index

# A sum holds three: how many parts, above their shares in 255ths, above share × worth in 65025ths.
_SHARE_AT: Final = 24
_SHARE: Final = 1 << _SHARE_AT
_PART: Final = 1 << 40


class Masses:
    """The shares of compounds that have something in one text.

    Parameters
    ----------
    index : Index
        Of the term list.
    hints : Hints
        What was found of its nodes.
    """

    def __init__(self, index: Index, hints: Hints) -> None:
        self._index = index
        self._hints = hints
        self._named: set[int] = set()
        self._counted: dict[int, int] = {}
        #: Of each compound, the sums over the parts that are there. Of parts that overlap both count.
        self._found: dict[int, int] = {}

    def count(self, nodes: Iterable[int]) -> None:
        """Reckon with what was found of nodes, for the first time or since."""
        starts, parents, shares = self._index.parent_starts, self._index.parents, self._index.parent_share
        found, counted, hints = self._found, self._counted, self._hints
        known = found.get
        for node in nodes:
            start, end = starts[node], starts[node + 1]
            if start < end:
                filed, step = parents[start:end], _SHARE + hints.worth[node]
                if hints.reasons[node] & asks.DISTINCT:
                    self._named.update(filed)
                added, new = step - counted.get(node, 0), 0 if node in counted else _PART
                counted[node] = step
                for compound, share in zip(filed, shares[start:end], strict=True):
                    found[compound] = known(compound, 0) + new + share * added

    def among(self, compounds: frozenset[int]) -> set[int]:
        """Those compounds of which anything is there."""
        return {compound for compound in compounds if compound in self._found}

    def enough(self, least: int) -> Iterator[int]:
        """The compounds of which so much is there, in two parts or more, that they may be worth `least`, in 255ths."""
        value = max(0, least - 1) / UNIT
        ordinary, named = int(UNIT * value ** (1 / ORDINARY_SHARE)), int(UNIT * value ** (1 / DISTINCT_SHARE))
        for compound, mass in self._found.items():
            if mass >= 2 * _PART:
                share = (mass & _PART - 1) >> _SHARE_AT
                if share >= (named if compound in self._named else ordinary) and self.most(compound) >= least:
                    yield compound

    def most(self, compound: int) -> int:
        """What the parts of a compound that are there may be worth together at the most, in 255ths; 0 if none is."""
        mass = self._found.get(compound)
        if mass is None:
            return 0
        covered = min(1.0, ((mass & _PART - 1) >> _SHARE_AT) / UNIT)
        valued = min(covered, (mass & _SHARE - 1) / (UNIT * UNIT))
        # The mean strength of a choice of the parts × their share, raised: at the most where all that is covered is sure.
        if compound in self._named:
            return int(UNIT * valued**DISTINCT_SHARE) + 1
        return int(UNIT * valued * covered ** (ORDINARY_SHARE - 1.0)) + 1
