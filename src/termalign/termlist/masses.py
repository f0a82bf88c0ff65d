"""How much of each compound of a list has anything in a text, wherever it stands: one pass, a sum a compound.

What the sums leave out could not have reached the threshold: ordinary words render a compound only where nearly all of it is
there, since `termalign.evidence.composed` takes the cube of the share; a name among them is content with less.
"""

from collections.abc import Iterator
from typing import Final

from termalign.evidence.composed import DISTINCT_SHARE, ORDINARY_SHARE
from termalign.termlist import asks
from termalign.termlist.hints import Hints
from termalign.termlist.index import UNIT, Index

_BITS: Final = 32
_SHARE: Final = 1 << _BITS


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
        starts, parents, shares = index.parent_starts, index.parents, index.parent_share
        self._named: set[int] = set()
        #: Of each compound, the sum of the shares of the parts that are there, above that of share × worth: in 255ths and
        #: 65025ths. Of parts that overlap both count.
        found: dict[int, int] = {}
        known, worth = found.get, hints.worth
        for node, reasons in hints.reasons.items():
            start, end = starts[node], starts[node + 1]
            if start < end:
                filed, step = parents[start:end], _SHARE + worth[node]
                if reasons & asks.DISTINCT:
                    self._named.update(filed)
                for compound, share in zip(filed, shares[start:end], strict=True):
                    found[compound] = known(compound, 0) + share * step
        self._found = found

    def enough(self, least: int) -> Iterator[int]:
        """The compounds of which so much is there that the parts may be worth `least`, in 255ths, together."""
        value = max(0, least - 1) / UNIT
        # The sums are held against the shares alone first: few compounds have so much.
        ordinary = int(UNIT * value ** (1 / ORDINARY_SHARE)) * _SHARE
        named = int(UNIT * value ** (1 / DISTINCT_SHARE)) * _SHARE
        for compound, mass in self._found.items():
            if mass >= named and (mass >= ordinary or compound in self._named) and self.most(compound) >= least:
                yield compound

    def most(self, compound: int) -> int:
        """What the parts of a compound that are there may be worth together at the most, in 255ths; 0 if none is."""
        mass = self._found.get(compound)
        if mass is None:
            return 0
        covered = min(1.0, (mass >> _BITS) / UNIT)
        valued = min(covered, (mass & _SHARE - 1) / (UNIT * UNIT))
        # The mean strength of a choice of the parts × their share, raised: at the most where all that is covered is sure.
        if compound in self._named:
            return int(UNIT * valued**DISTINCT_SHARE) + 1
        return int(UNIT * valued * covered ** (ORDINARY_SHARE - 1.0)) + 1
