"""Where parts of compounds stand in a text, and what those that stand in one phrase make of a compound."""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from termalign.english import EnglishText
from termalign.english.function_words import EMPTY
from termalign.evidence.alike import ALIKE
from termalign.evidence.composed import joined_in_phrases
from termalign.evidence.composition import DISTINCT, DISTINCT_SHARE, ORDINARY_SHARE, Place
from termalign.evidence.given_names import parted_by_given_name
from termalign.evidence.grown import SUREST
from termalign.evidence.match import LONGEST_GROWN, Match
from termalign.evidence.part_places import WEAKEST
from termalign.termlist.answers import Answers
from termalign.termlist.bounds import Bounds
from termalign.termlist.growing import Growing
from termalign.termlist.index import UNIT
from termalign.termlist.parts import raise_to

_new = tuple.__new__  # a named tuple's own __new__ takes twice as long
LONG: Final = 10  # characters: longer ones score alike
_SAME_NUMBER: Final = ("verbatim", "number")


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
    beside : callable
        All words that may stand next to one of some words, a bit each, names or not.
    """

    def __init__(self, bounds: Bounds, answers: Answers, beside: Callable[[int, bool], int]) -> None:
        self._bitext = bounds.bitext
        self._circumstances = bounds.circumstances
        self._answers = answers
        self._standing: dict[int, Sequence[Standing]] = {}
        self._alone: dict[tuple[int, int, int, bool], bool] = {}
        self._growing = Growing(bounds.bitext)
        self._beside = beside
        self._reach: dict[int, tuple[int, int]] = {}
        self._room = bounds.room

    def of(self, node: int) -> Sequence[Standing]:
        """Where a part stands; asked once a text, however many compounds it is a part of."""
        found = self._standing.get(node)
        if found is None:
            found = self._standing[node] = _standing(self._answers.as_part(node), self._bitext.english)
        return found

    def alone(self, node: int, share: int, surface: str, company: bool = False) -> bool:
        """Whether a part may render a compound without the others, by itself or with a word that another character means.

        Parameters
        ----------
        share : int
            What it is of the compound's weight, in 255ths.
        surface : str
            The compound.
        company : bool
            Whether the compound is a company's name in full.
        """
        return self._by_itself(node, share, len(surface), company) or self._grows(
            node, share, len(surface), company, lambda s: self._growing.most(surface, s.i, s.j)
        )

    def may_be_alone(self, node: int, share: int, length: int, company: bool = False) -> bool:
        """Whether it may do so for any compound of so many characters."""
        return self._by_itself(node, share, length, company) or self._grows(
            node, share, length, company, lambda _: SUREST
        )

    def _by_itself(self, node: int, share: int, length: int, company: bool) -> bool:
        key = (node, share, min(length, LONG), company)
        found = self._alone.get(key)
        if found is None:
            places = self._places(node, company)
            found = self._alone[key] = any(self._enough_alone(s, share, length) for s in places)
        return found

    def _grows(self, node: int, share: int, length: int, company: bool, surest: Callable[[Standing], float]) -> bool:
        """Whether it is enough with a word beside it that makes it, at each place, as sure as `surest` says."""
        return length <= LONGEST_GROWN and any(
            (most := surest(s)) > 0.0 and self._grown(_coverage(s, share) * s.strength, s.i, s.j, most)
            for s in self._places(node, company)
            if s.kind == "gloss"
        )

    def _places(self, node: int, company: bool) -> Sequence[Standing]:
        return self._for_company(self.of(node)) if company else self.of(node)

    def _for_company(self, places: Iterable[Standing]) -> list[Standing]:
        """The places that may belong to a company's name in full."""
        return [s for s in places if self._room is None or self._room.for_company(s.i, s.j)]

    def _enough_alone(self, s: Standing, share: int, length: int) -> bool:
        coverage = _coverage(s, share)
        value = s.strength * coverage
        claims = [(s.kind, value)]
        if s.kind in _SAME_NUMBER and self._bitext.is_numeral(s.i, s.j):  # the compound says it as a quantity, too
            claims = [(kind, value) for kind in _SAME_NUMBER]
        return self._circumstances.enough(claims, coverage, s.i, s.j, True, 1, length)

    def surest(self, kinds: set[str]) -> str:
        """The kind, among those that several parts of these kinds may make, that weighs most."""
        names = list(kinds)
        if len(kinds) > 1:
            names.append("composed")
        if "romaji" in kinds:
            names.append("name")
        return max(names, key=self._circumstances.weight)

    def _grown(self, value: float, i: int, j: int, surest: float, also: Sequence[tuple[str, float]] = ()) -> bool:
        """Whether it may be enough with a word beside it that another character of a short term means."""
        sure = 1.0 - (1.0 - value) * (1.0 - surest)
        return self._circumstances.enough([("gloss/grown", sure), *also], 1.0, i, j, False)

    def together(
        self,
        there: Sequence[tuple[int, int]],
        weights: Sequence[int],
        surface: str,
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
        surface : str
            The compound.
        own : sequence of Match
            What speaks for the compound as one piece; it counts where the phrase holds it.
        company : bool
            Whether the compound is a company's name in full.
        """
        if not own and not self._adjoin(there):
            return False
        places: list[Place] = []
        for node, mask in there:
            a, b = (mask & -mask).bit_length() - 1, mask.bit_length()
            for s in self._places(node, company):
                places.append(_new(Place, (s.i, s.j, a, b, s.kind, s.strength, ())))
        zones = list(joined_in_phrases(places, self._bitext))
        zones += [one + other for one, other in pairwise(zones) if self._go_on(one, other)]
        # One part and no other: `alone` has said what that is worth.
        return any((own or len(zone) > 1) and self._enough(zone, weights, surface, own) for zone in zones)

    def _adjoin(self, there: Sequence[tuple[int, int]]) -> bool:
        """Whether two parts may stand in one phrase: most, for which the keys have more places than the matchers, do not."""
        seen: list[tuple[int, int]] = []
        for node, mask in there:
            where, near = self._reach.get(node) or self._reach_of(node)
            if where:
                for other, stands in seen:
                    if near & stands and not mask & other:
                        return True
                seen.append((mask, where))
        return False

    def _reach_of(self, node: int) -> tuple[int, int]:
        """The words at which a part stands, and those that may stand next to them, a bit each."""
        where, named = 0, True
        for s in self.of(node):
            where |= (1 << s.j) - (1 << s.i)
            named &= s.distinct
        found = self._reach[node] = where, where | self._beside(where, named) if where else 0
        return found

    def _go_on(self, one: Sequence[Place], other: Sequence[Place]) -> bool:
        """Whether a phrase goes on with another behind closing quotation marks or a given name: “ore-ore” scams."""
        english, reach, i = self._bitext.english, max([place.j for place in one]), other[0].i
        if i == reach and english.quotes and english.quoted(one[0].i, reach):
            return True
        named = not DISTINCT.isdisjoint([place.kind for place in (*one, other[0])])
        return named and parted_by_given_name(english, reach - 1, i)

    def _enough(self, zone: Sequence[Place], weights: Sequence[int], surface: str, own: Sequence[Match]) -> bool:
        first, reach = zone[0].i, max([place.j for place in zone])
        beside = self._within(own, first, reach) if own else []
        if not beside and not any(one.b <= other.a for one in zone for other in zone):
            return False
        spans = {(place.i, place.j) for place in zone}
        single = len(spans) == 1
        if single and not beside:
            return False  # one word renders one part, and `alone` has said what that is worth
        strengths = [0.0] * len(weights)
        for place in zone:
            raise_to(strengths, (1 << place.b) - (1 << place.a), place.strength)
        kinds = {place.kind for place in zone}
        best = self.surest(kinds)
        total, mass, covered, parts = sum(weights) or 1, 0.0, 0.0, 0
        power = ORDINARY_SHARE if kinds.isdisjoint(DISTINCT) else DISTINCT_SHARE
        length = len(surface)
        grows = self._most_grown(surface, zone, own) if "gloss" in kinds else 0.0
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
            if grows and self._grown(value, first, reach, grows, [(best, value)]):
                return True
        return False

    def _most_grown(self, surface: str, zone: Sequence[Place], own: Sequence[Match]) -> float:
        """How sure a word beside some of the parts makes them, at the most."""
        if len(surface) > LONGEST_GROWN:
            return 0.0
        begin = {place.i for place in zone} | {m.i for m in own}
        end = {place.j for place in zone} | {m.j for m in own}
        return max(self._growing.most(surface, i, j) for i in begin for j in end if i < j)

    def _within(self, own: Sequence[Match], first: int, last: int) -> list[tuple[str, float]]:
        """What speaks for the compound as one piece at some of the words ``first:last``, by the feature that it is weighed by."""
        found: dict[str, float] = {}
        for m in own:
            if first <= m.i and m.j <= last:
                kind = f"{m.kind}/{m.rule}" if m.rule else m.kind
                found[kind] = max(m.strength * m.coverage, found.get(kind, 0.0))
        return list(found.items())


def _coverage(s: Standing, share: int) -> float:
    """What a part that is such a share of a compound covers of it."""
    return math.pow(share / UNIT, DISTINCT_SHARE if s.distinct else ORDINARY_SHARE)


def _standing(matches: Iterable[Match], english: EnglishText) -> tuple[Standing, ...]:
    """Where the matchers find a part, at the same words once: `termalign.evidence.composed.places` takes what is surest there.

    What an apposition says is said of the part by itself; what is only like a gloss may not count.
    """
    best: dict[tuple[int, int, bool], Standing] = {}
    for m in matches:
        strength = m.strength * m.coverage
        if m.kind != "apposition" and strength >= WEAKEST and not _is_empty(m, english):
            key = m.i, m.j, m.rule == ALIKE
            known = best.get(key)
            if known is None or known.strength < strength:
                best[key] = Standing(m.i, m.j, strength, m.kind, m.kind in DISTINCT)
    return tuple(best.values())


def _is_empty(m: Match, english: EnglishText) -> bool:
    """Whether a meaning stands at a word that renders no part of a compound: `termalign.evidence.gather`."""
    return m.j - m.i == 1 and m.kind == "gloss" and english.lexemes[m.i].lower in EMPTY
