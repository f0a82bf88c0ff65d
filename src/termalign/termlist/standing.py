"""Where parts of compounds stand in a text, and what those that stand in one phrase make of a compound."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from termalign.english.function_words import COMPOUND_LINKERS, NAME_LINKERS
from termalign.evidence.alike import ALIKE
from termalign.evidence.composed import WEAKEST
from termalign.evidence.composition import DISTINCT, DISTINCT_SHARE, ORDINARY_SHARE
from termalign.evidence.given_names import parted_by_given_name
from termalign.evidence.match import LONGEST_GROWN, Match
from termalign.evidence.phrase import linked
from termalign.termlist.answers import Answers
from termalign.termlist.bounds import Bounds
from termalign.termlist.index import UNIT
from termalign.termlist.parts import raise_to

LONG: Final = 10  # characters: longer ones score alike
_SAME_NUMBER: Final = ("verbatim", "number")
_SUREST_GROWN: Final = 0.9  # termalign.evidence.grown


class Standing(NamedTuple):
    """A part of some compound that the matchers find at the words ``i:j``."""

    i: int
    j: int
    strength: float
    kind: str
    distinct: bool


class Phrases:
    """What parts that stand somewhere in a text make of the compounds that they are parts of.

    Parameters
    ----------
    bounds : Bounds
        Of the text.
    answers : Answers
        What the matchers say of nodes.
    """

    def __init__(self, bounds: Bounds, answers: Answers) -> None:
        self._bitext = bounds.bitext
        self._circumstances = bounds.circumstances
        self._answers = answers
        self._standing: dict[int, Sequence[Standing]] = {}
        self._alone: dict[tuple[int, int, int, bool], bool] = {}
        self._room = bounds.room
        self._linked: dict[tuple[int, int, bool], bool] = {}

    def of(self, node: int) -> Sequence[Standing]:
        """Where a part stands; asked once a text, however many compounds it is a part of."""
        found = self._standing.get(node)
        if found is None:
            found = self._standing[node] = _standing(self._answers.as_part(node))
        return found

    def alone(self, node: int, share: int, length: int, company: bool = False) -> bool:
        """Whether a part may render a compound of so many characters without the others.

        Parameters
        ----------
        share : int
            What it is of the compound's weight, in 255ths.
        company : bool
            Whether the compound is a company's name in full.
        """
        key = (node, share, min(length, LONG), company)
        found = self._alone.get(key)
        if found is None:
            places = self._for_company(self.of(node)) if company else self.of(node)
            found = self._alone[key] = any(self._enough_alone(s, share, length) for s in places)
        return found

    def _for_company(self, places: Iterable[Standing]) -> list[Standing]:
        """The places that may belong to a company's name in full."""
        return [s for s in places if self._room is None or self._room.for_company(s.i, s.j)]

    def _enough_alone(self, s: Standing, share: int, length: int) -> bool:
        coverage = (share / UNIT) ** (DISTINCT_SHARE if s.distinct else ORDINARY_SHARE)
        value = s.strength * coverage
        claims = [(s.kind, value)]
        if s.kind in _SAME_NUMBER and self._bitext.is_numeral(s.i, s.j):  # the compound says it as a quantity, too
            claims = [(kind, value) for kind in _SAME_NUMBER]
        if self._circumstances.enough(claims, coverage, s.i, s.j, True, 1, length):
            return True
        return length <= LONGEST_GROWN and s.kind == "gloss" and self._grown(value, s.i, s.j)

    def surest(self, kinds: set[str]) -> str:
        """The kind, among those that several parts of these kinds may make, that weighs most."""
        names = list(kinds)
        if len(kinds) > 1:
            names.append("composed")
        if "romaji" in kinds:
            names.append("name")
        return max(names, key=self._circumstances.weight)

    def _grown(self, value: float, i: int, j: int) -> bool:
        """Whether it may be enough with a word beside it that another character of a short term means."""
        sure = 1.0 - (1.0 - value) * (1.0 - _SUREST_GROWN)
        return self._circumstances.enough([("gloss/grown", sure)], 1.0, i, j, False)

    def together(
        self,
        there: Sequence[tuple[int, int]],
        weights: Sequence[int],
        length: int,
        own: Sequence[Match] = (),
        company: bool = False,
    ) -> bool:
        """Whether parts that stand in one phrase may be enough.

        Parameters
        ----------
        there : sequence of (int, int)
            Parts of which anything was found, with the morphemes that they cover.
        weights : sequence of int
            Of each morpheme.
        length : int
            Characters of the compound.
        own : sequence of Match
            What speaks for the compound as one piece; it counts where the phrase holds it.
        company : bool
            Whether the compound is a company's name in full.
        """
        standing = ((self._for_company(self.of(node)) if company else self.of(node), mask) for node, mask in there)
        places = sorted((*place, mask) for found, mask in standing for place in found)
        zone: list[tuple[int, int, float, str, bool, int]] = []
        reach = -1
        for place in places:
            if zone and place[0] >= reach and not self._joined(zone, place, reach):
                # One part and no other: `alone` has said what that is worth.
                if (own or len(zone) > 1) and self._enough(zone, reach, weights, length, own):
                    return True
                zone = []
            zone.append(place)
            reach = max(reach, place[1]) if len(zone) > 1 else place[1]
        return (len(zone) > 1 or bool(own and zone)) and self._enough(zone, reach, weights, length, own)

    def _enough(
        self,
        zone: Sequence[tuple[int, int, float, str, bool, int]],
        reach: int,
        weights: Sequence[int],
        length: int,
        own: Sequence[Match],
    ) -> bool:
        masks = {place[5] for place in zone}
        first = zone[0][0]
        beside = self._within(own, first, reach) if own else []
        if not beside and not any(one & other == 0 for one in masks for other in masks):
            return False
        strengths, distinct, kinds = [0.0] * len(weights), False, set[str]()
        for _, _, strength, kind, named, mask in zone:
            raise_to(strengths, mask, strength)
            distinct |= named
            kinds.add(kind)
        spans = {(place[0], place[1]) for place in zone}
        single = len(spans) == 1
        if single and not beside:
            return False  # one word renders one part, and `alone` has said what that is worth
        best = self.surest(kinds)
        total, mass, covered, parts = sum(weights) or 1, 0.0, 0.0, 0
        power = DISTINCT_SHARE if distinct else ORDINARY_SHARE
        grows = length <= LONGEST_GROWN and "gloss" in kinds
        for strength, weight in sorted(zip(strengths, weights, strict=True), reverse=True):
            if not strength:
                break
            covered += weight
            mass += weight * strength
            parts += 1
            if not covered:
                continue
            coverage = (covered / total) ** power
            value = mass / covered * coverage
            claims = [(best, value), *beside]
            whole = 1.0 if beside else coverage
            if self._circumstances.enough(claims, whole, first, reach, single, 1 if single else parts, length):
                return True
            if grows and self._grown(value, first, reach):
                return True
        return False

    def _within(self, own: Sequence[Match], first: int, last: int) -> list[tuple[str, float]]:
        """What speaks for the compound as one piece at some of the words ``first:last``, by the feature that it is weighed by."""
        found: dict[str, float] = {}
        for m in own:
            if first <= m.i and m.j <= last:
                kind = f"{m.kind}/{m.rule}" if m.rule else m.kind
                found[kind] = max(m.strength * m.coverage, found.get(kind, 0.0))
        return list(found.items())

    def _joined(
        self,
        zone: Sequence[tuple[int, int, float, str, bool, int]],
        place: tuple[int, int, float, str, bool, int],
        reach: int,
    ) -> bool:
        """Whether a part may go on the phrase that ends before word `reach`, as `termalign.evidence.composed` has it."""
        if place[0] == reach and self._bitext.english.quoted(zone[0][0], reach):
            return True  # “ore-ore” scams
        last = [other for other in zone if other[1] == reach]
        named = place[4] or any(other[4] for other in last)
        return self._links(reach, place[0], named)

    def _links(self, reach: int, i: int, named: bool) -> bool:
        found = self._linked.get((reach, i, named))
        if found is None:
            linkers = NAME_LINKERS if named else COMPOUND_LINKERS
            english = self._bitext.english
            found = linked(english, reach - 1, i, 0 if named else 1, linkers)
            if named and not found:
                found = parted_by_given_name(english, reach - 1, i)
            self._linked[reach, i, named] = found
        return found


def _standing(matches: Iterable[Match]) -> tuple[Standing, ...]:
    """Where the matchers find a part, at the same words once: `termalign.evidence.composed.places` takes what is surest there.

    What an apposition says is said of the part by itself; what is only like a gloss may not count.
    """
    best: dict[tuple[int, int, bool], Standing] = {}
    for m in matches:
        strength = m.strength * m.coverage
        if m.kind != "apposition" and strength >= WEAKEST:
            key = m.i, m.j, m.rule == ALIKE
            known = best.get(key)
            if known is None or known.strength < strength:
                best[key] = Standing(m.i, m.j, strength, m.kind, m.kind in DISTINCT)
    return tuple(best.values())
