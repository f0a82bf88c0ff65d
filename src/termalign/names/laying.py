"""The best alignment, called a laying, of the parts of an organisation's name with English words.

Its value is a sum of natural-log odds: the agreement of each piece with its words (high for a long romaji word, low for a
word like *Industries*), minus a cost for each piece and each word left over. Pieces and words are in the same order, except
that *of* may reverse the order (University of Tokyo).
"""

import math
import operator
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from termalign.effort import effort_of_pair
from termalign.names.english_side import Stretch, Unit, recut
from termalign.names.japanese_side import OrganisationName, Segment
from termalign.names.part_odds import NEVER, agreement
from termalign.terms.term import Term

_LONGEST_SEGMENT = 6  # pieces
_MOST_UNITS = 5
_LEFT_OUT = {"common": 0.7, "other": 2.2, "particle": 0.3, "form": 0.0, "linker": 0.1}
_by_units = operator.itemgetter(2, 0)
_PARTICLES = frozenset("のノとトやヤ&ヶケツ")


class Laid(NamedTuple):
    """The pieces ``a:b`` aligned with the units ``i:j``, and the log odds."""

    a: int
    b: int
    i: int
    j: int
    value: float


class Laying(NamedTuple):
    """The best laying of a name over a stretch of English."""

    value: float  # natural-log odds, including the costs of what is left over
    laid: tuple[Laid, ...]  # in the order of the pieces
    units: tuple[Unit, ...]  # the units that the indices in `laid` refer to
    complete: bool  # whether no content is left over on either side

    def words(self, laid: Laid) -> tuple[int, int]:
        """Return the words of a stretch, half-open, counted as those of the run."""
        return self.units[laid.i].word, self.units[laid.j - 1].word + 1


class Run:
    """The English units with which names are aligned, with results that all names share."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = tuple(units)
        self._said: dict[tuple[Term, ...], list[tuple[int, int, float]]] = {}

    @cached_property
    def _stretches(self) -> Mapping[Stretch, Sequence[tuple[int, int]]]:
        """The stretches with which a piece may be aligned, with the units ``i:j`` of each; repeated words share a stretch."""
        n = len(self.units)
        said = [unit[1:] for unit in self.units]
        known: dict[tuple[object, ...], Stretch] = {}
        found: dict[Stretch, list[tuple[int, int]]] = {}
        for i in range(n):
            for j in range(i + 1, min(n, i + _MOST_UNITS) + 1):
                words = tuple(said[i:j])
                if words not in known:
                    known[words] = Stretch(self.units[i:j])
                if known[words].sound:
                    found.setdefault(known[words], []).append((i, j))
        return found

    def agreeing(self, segment: Segment) -> list[tuple[int, int, float]]:
        """Return the units ``i:j`` that may render a segment, and their log odds; cached, as many names share pieces."""
        found = self._said.get(segment.same)
        if found is None:
            effort_of_pair().spend(len(self._stretches))
            found = self._said[segment.same] = []
            for stretch, places in self._stretches.items():
                value = agreement(segment, stretch)
                if value > NEVER:
                    found += [(i, j, value) for i, j in places]
        return found


def lay(name: OrganisationName, run: Run) -> Laying:
    """Return the best laying of a name over a run."""
    words = recut(run.units, name)
    best = _in_order(name, run if len(words) == len(run.units) else Run(words))
    for at in range(1, len(words) - 1):
        if words[at].text.lower() == "of":
            tail = next((k for k in range(at, len(words)) if words[k].kind == "form"), len(words))
            order = [*range(at + 1, tail), *range(at), *range(tail, len(words))]
            turned = _in_order(name, Run([words[k] for k in order]))
            if turned.value > best.value and all(order[x.j - 1] - order[x.i] == x.j - 1 - x.i for x in turned.laid):
                best = turned._replace(
                    laid=tuple(x._replace(i=order[x.i], j=order[x.j - 1] + 1) for x in turned.laid),
                    units=tuple(words),
                )
    return best


def _in_order(name: OrganisationName, run: Run) -> Laying:
    """Return the best laying without reversed order, found by dynamic programming over pieces and units."""
    words = run.units
    m, n = len(name.pieces), len(words)
    found = _agreements(name, run)
    if not found:
        return Laying(-math.inf, (), words, False)
    miss = [_LEFT_OUT[_kind_of(name, k)] for k in range(m)]
    skip = [_LEFT_OUT[u.kind] for u in words]
    table = [[0.0] * (n + 1) for _ in range(m + 1)]
    back: list[list[Laid | None]] = [[None] * (n + 1) for _ in range(m + 1)]
    for a in range(m + 1):
        for i in range(n + 1):
            if not a and not i:
                continue
            best, came = float("-inf"), None
            if a:
                best = table[a - 1][i] - miss[a - 1]
            if i and table[a][i - 1] - skip[i - 1] > best:
                best, came = table[a][i - 1] - skip[i - 1], _SKIPPED
            for laid in found.get((a, i), ()):
                value = table[laid.a][laid.i] + laid.value
                if value > best:
                    best, came = value, laid
            table[a][i], back[a][i] = best, came
    chosen = _path(back, m, n)
    return Laying(table[m][n], chosen, words, _complete(chosen, m, words))


def _agreements(name: OrganisationName, run: Run) -> dict[tuple[int, int], list[Laid]]:
    """Return every agreement of neighbouring pieces with neighbouring units, by their ends."""
    m = len(name.pieces)
    found: dict[tuple[int, int], list[Laid]] = {}
    for a in range(m):
        for b in range(a + 1, min(m, a + _LONGEST_SEGMENT) + 1):
            for i, j, value in run.agreeing(name.segment(a, b)):
                found.setdefault((b, j), []).append(Laid(a, b, i, j, value))
    for several in found.values():
        if len(several) > 1:
            several.sort(key=_by_units)
    return found


_SKIPPED = Laid(-1, -1, -1, -1, 0.0)


def _path(back: list[list[Laid | None]], a: int, i: int) -> tuple[Laid, ...]:
    found: list[Laid] = []
    while a or i:
        came = back[a][i]
        if came is None:
            a -= 1
        elif came is _SKIPPED:
            i -= 1
        else:
            found.append(came)
            a, i = came.a, came.i
    return tuple(reversed(found))


def _complete(laid: Sequence[Laid], pieces: int, words: Sequence[Unit]) -> bool:
    """Return whether no content is left over on either side."""
    covered = {k for x in laid for k in range(x.i, x.j)}
    return sum(x.b - x.a for x in laid) == pieces and all(
        k in covered or u.kind in ("form", "linker") for k, u in enumerate(words)
    )


def _kind_of(name: OrganisationName, k: int) -> str:
    segment = name.segment(k, k + 1)
    return "particle" if segment.bare in _PARTICLES else "common" if segment.common else "other"
