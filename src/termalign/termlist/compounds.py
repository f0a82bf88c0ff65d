"""Which compounds of a list may be rendered, by those of their parts that stand in a text.

Three sieves, the cheapest first, each an upper bound of what `termalign.evidence.composed` makes of the same parts:

1. a compound has enough parts of which anything was found at all;
2. those that stand near each other are worth enough, at the most that their keys may be worth;
3. so they are at what the matchers say of them, and they stand in one phrase.

What the matchers say of a part is asked once a text, however many compounds it is a part of: 工業 of a thousand companies
costs what it costs one. An organisation's name is laid over the text in a way of its own, and has a bound of its own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from termalign.english.function_words import COMPOUND_LINKERS, NAME_LINKERS
from termalign.evidence.bitext import Bitext
from termalign.evidence.composed import DISTINCT, DISTINCT_SHARE, ORDINARY_SHARE, WEAKEST
from termalign.evidence.match import Match
from termalign.evidence.naming.legal_form import after_form
from termalign.evidence.organisation import LEFT_OUT, is_name
from termalign.evidence.phrase import linked
from termalign.lazy import lazy
from termalign.termlist import asks
from termalign.termlist.ceiling import Least, least_composed
from termalign.termlist.index import UNIT, Index

_FEW_PARTS_DO: Final = 54  # 255ths: a compound of ordinary words worth less may lack its rare parts
REACH: Final = 6  # words from one part of a phrase to the next
_RUN: Final = 12  # words from one piece of an organisation's name to another
_JOINING: Final = 2  # words that an article or a common noun adds to a phrase
_LINKERS = frozenset(COMPOUND_LINKERS) | frozenset(NAME_LINKERS)


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


class Standing(NamedTuple):
    """A part of some compound that the matchers find at the words ``i:j``."""

    i: int
    j: int
    strength: float
    distinct: bool


class Compounds:
    """The compounds of a list against one text.

    Parameters
    ----------
    index : Index
        Of the term list.
    bitext : Bitext
        The text.
    hints : Hints
        What was found of its nodes.
    bounds : callable
        What evidence at some places must be worth.
    threshold : float
        The least score of a link.
    surface : callable
        The text of a node.
    """

    def __init__(
        self,
        index: Index,
        bitext: Bitext,
        hints: Hints,
        bounds: Callable[[int], Least],
        threshold: float,
        surface: Callable[[int], str],
    ) -> None:
        self._index = index
        self._bitext = bitext
        self._hints = hints
        self._bounds = bounds
        self._threshold = threshold
        self._surface = surface
        self._few = min(bounds(-1).composed) < _FEW_PARTS_DO
        self._linked: dict[tuple[int, int], bool] = {}
        self._whole_is_name = is_name(bitext)

    def candidates(self) -> set[int]:
        """Compounds that may have enough of their parts in the text."""
        index = self._index
        found: set[int] = set()
        for node, reason in self._hints.reasons.items():
            if self._few or reason & asks.DISTINCT:
                found.update(index.parents[index.parent_starts[node] : index.parent_starts[node + 1]])
            else:
                found.update(index.rare[index.rare_starts[node] : index.rare_starts[node + 1]])
        return found

    def rendered(self, matches_of: Callable[[int], Iterable[Match]]) -> set[int]:
        """Nodes of compounds that may be rendered by their parts.

        Parameters
        ----------
        matches_of : callable
            What the matchers say of a node.
        """
        index = self._index
        standing: dict[int, list[Standing]] = {}
        found: set[int] = set()
        for compound in self.candidates():
            if not self.value(compound, True):
                continue
            whole, there = index.compound_node[compound], self._there(compound)
            if whole in self._hints.reasons:  # something speaks for it as one piece, too
                found.add(whole)
                continue
            for node, _ in there:
                if node not in standing:
                    standing[node] = list(self._hinted(node) if index.recut[node] else _said(matches_of(node)))
            if self._composes(compound, there, standing) or self._lays(compound, there):
                found.add(whole)
        return found

    def _hinted(self, node: int) -> Iterator[Standing]:
        """A part that is another word by itself, which is not asked for: at the most that its keys may be worth."""
        where, k = self._hints.where[node], 0
        strength, distinct = self._hints.worth[node] / UNIT, bool(self._hints.reasons[node] & asks.DISTINCT)
        where &= (1 << len(self._bitext.english)) - 1
        while where >> k:
            if where >> k & 1:
                yield Standing(k, k + 1, strength, distinct)
            k += 1

    def value(self, compound: int, enough: bool) -> int:
        """What a compound is worth at most by the parts whose keys stand near each other, in 255ths; 0 if not `enough`."""
        weights, there, where = self._weights(compound), self._there(compound), self._hints.where
        best = 0
        for near in {around(where[anchor], REACH * (len(weights) - 1)) for anchor, _ in there}:
            strengths = [0.0] * len(weights)
            distinct = 0
            for node, mask in there:
                if near & where[node]:
                    distinct |= self._hints.reasons[node] & asks.DISTINCT
                    _raise(strengths, mask, self._hints.worth[node])
            found = int(composed(strengths, weights, bool(distinct))) + 1
            if found > best and not (enough and found < self._enough(near, sum(map(bool, strengths)))):
                best = found
        return best

    def _composes(
        self, compound: int, there: Sequence[tuple[int, int]], standing: Mapping[int, Sequence[Standing]]
    ) -> bool:
        """Whether the parts that stand in one phrase may be enough."""
        weights = self._weights(compound)
        places = sorted((*place, mask) for node, mask in there for place in standing[node])
        strengths, distinct, reach, where, first = [0.0] * len(weights), False, -1, 0, -1
        for k, (i, j, strength, kind, mask) in enumerate(places):
            first = i if first < 0 else first
            _raise(strengths, mask, strength)
            distinct |= kind
            reach = max(reach, j)
            where |= (1 << j) - (1 << i)
            if k + 1 == len(places) or not self._joined(reach, places[k + 1][0]):
                found = int(UNIT * composed(strengths, weights, distinct)) + 1
                if found >= self._least(compound, where, reach - first, sum(map(bool, strengths))):
                    return True
                strengths, distinct, reach, where, first = [0.0] * len(weights), False, -1, 0, -1
        return False

    def _joined(self, reach: int, i: int) -> bool:
        """Whether a part at word `i` may go on the phrase that ends before word `reach`."""
        if i <= reach:
            return True
        found = self._linked.get((reach, i))
        if found is None:
            found = self._linked[reach, i] = linked(self._bitext.english, reach - 1, i, 1, _LINKERS)
        return found

    def _lays(self, compound: int, there: Sequence[tuple[int, int]]) -> bool:
        """Whether it names an organisation, and so much of it may stand in a run of capitalised words as is needed."""
        if not self._index.compound_organisation[compound]:
            return False
        if self._whole_is_name:
            return True
        weights, where, worth = self._weights(compound), self._hints.where, self._hints.worth
        total = sum(weights) or 1
        for anchor, _ in there:
            at = where[anchor] & self._capitals
            if at:
                near = around(at, _RUN)
                strengths = [0.0] * len(weights)
                for node, mask in there:
                    if near & where[node] & self._capitals:
                        _raise(strengths, mask, worth[node])
                found = sum(w * s for w, s in zip(weights, strengths, strict=True)) / total
                if near & self._forms:
                    found = UNIT - LEFT_OUT * (UNIT - found)
                if int(found) + 1 >= self._bounds(near).organisation:
                    return True
        return False

    @lazy
    def _capitals(self) -> int:
        """A bit for each word that may be a piece of an organisation's name."""
        return sum(
            1 << k for k, form in enumerate(self._bitext.english.forms) if form[0].isupper() or form[0].isdigit()
        )

    @lazy
    def _forms(self) -> int:
        """A bit for each word before which a legal form stands."""
        english = self._bitext.english
        return sum(1 << k for k in range(1, len(english) + 1) if after_form(english, k) > k)

    def _least(self, compound: int, where: int, words: int, parts: int) -> int:
        """What its parts, at so many words together, must be worth."""
        quoted = self._bounds(where) is not self._bounds(0)
        length = len(self._surface(self._index.compound_node[compound]))
        return least_composed(self._threshold, self._bitext.english, quoted, words + _JOINING, max(1, parts), length)

    def _enough(self, where: int, parts: int) -> int:
        bounds = self._bounds(where).composed
        return bounds[min(parts, len(bounds)) - 1]

    def _weights(self, compound: int) -> Sequence[int]:
        index = self._index
        return index.weights[index.weight_starts[compound] : index.weight_starts[compound + 1]]

    def _there(self, compound: int) -> list[tuple[int, int]]:
        """Its parts of which anything was found, with the morphemes that they cover."""
        index, reasons = self._index, self._hints.reasons
        rows = slice(index.part_starts[compound], index.part_starts[compound + 1])
        parts = zip(index.part_node[rows], index.part_mask[rows], strict=True)
        return [(node, mask) for node, mask in parts if node in reasons]


def _said(matches: Iterable[Match]) -> Iterator[Standing]:
    """Where the matchers find a part; what an apposition says is said of the part by itself."""
    for m in matches:
        if m.kind != "apposition" and m.strength * m.coverage >= WEAKEST:
            yield Standing(m.i, m.j, m.strength * m.coverage, m.kind in DISTINCT)


def composed(strengths: Sequence[float], weights: Sequence[int], distinct: bool) -> float:
    """The most that parts are worth together, some of the weaker ones left out.

    Parameters
    ----------
    strengths : sequence of float
        Of the strongest part that covers each morpheme; 0 for none.
    weights : sequence of int
        Of each morpheme.
    distinct : bool
        Whether a name or a loanword is among them: `termalign.evidence.composed` takes ordinary words for less.

    Examples
    --------
    >>> round(composed([0.9, 0.0], [100, 100], True), 2), round(composed([0.9, 0.0], [100, 100], False), 2)
    (0.64, 0.11)
    """
    total = sum(weights) or 1
    best = mass = covered = 0.0
    for strength, weight in sorted(zip(strengths, weights, strict=True), reverse=True):
        if not strength:
            break
        covered += weight
        mass += weight * strength
        if covered:
            best = max(best, mass / covered * (covered / total) ** (DISTINCT_SHARE if distinct else ORDINARY_SHARE))
    return best


def _raise(strengths: list[float], mask: int, strength: float) -> None:
    """Note a part for each morpheme that it covers."""
    at = 0
    while mask:
        if mask & 1 and strengths[at] < strength:
            strengths[at] = strength
        mask >>= 1
        at += 1


def around(where: int, reach: int) -> int:
    """The places at most so many words from these."""
    width = 1
    while width <= reach:
        step = min(width, reach + 1 - width)
        where |= where << step | where >> step
        width += step
    return where
