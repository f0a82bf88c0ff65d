"""The pairing of the sentences of two texts: in order where possible, and elsewhere in any position."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from termalign.passages.beads import beads
from termalign.passages.chain import Point, heaviest
from termalign.passages.hints import Hints

_ROUNDS = 3  # how often the sentences left over are laid out again: each round finds a stretch that has moved
_SOUND = 3.0  # log odds from which two sentences are a landmark, or may be paired out of order


class Pair(NamedTuple):
    """The Japanese sentences ``s:x`` and the English sentences ``t:y``."""

    s: int
    x: int
    t: int
    y: int


class Pairing:
    """Sentences paired, step by step; no sentence belongs to two pairs.

    ``ja`` and ``en`` are the lengths of the sentences in code points. ``pairs`` are in the order in which they were
    found, and ``sound`` is the number of Japanese sentences with strong evidence for their counterpart.
    """

    def __init__(self, hints: Hints, ja: Sequence[int], en: Sequence[int]) -> None:
        self.pairs: list[Pair] = []
        self.sound = 0
        self._hints = hints
        self._ja, self._en = ja, en
        self._ja_left, self._en_left = list(range(len(ja))), list(range(len(en)))
        self._far = self._anywhere()
        self._far_of_ja: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
        self._far_of_en: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
        for cost, s, t in self._far:
            self._far_of_ja[s].append((t, -cost))
            self._far_of_en[t].append((s, -cost))
        for turn in range(_ROUNDS):
            if not self._take(list(self._in_order(firm=turn > 0))):
                break
        while self._take(list(self._wherever())):
            self._far = self._anywhere()
        while self._take(list(self._beside())):
            pass

    def _anywhere(self) -> list[tuple[float, int, int]]:
        """Return pairs of left-over sentences that may correspond at any position, each with a negative cost, best first.

        The evidence must outweigh the number of other sentences that might match by chance.
        """
        en = set(self._en_left)
        others = math.log(max(1, len(en)))
        return sorted(
            (others - weight, s, t)
            for s in self._ja_left
            for t, weight in self._hints.landmarks(s).items()
            if weight - others >= _SOUND and t in en
        )

    def _take(self, found: Sequence[tuple[Pair, float]]) -> bool:
        """Add pairs with their evidence. Return whether there were any, and sentences are left on both sides."""
        if not found:
            return False
        self.pairs += [pair for pair, _ in found]
        self.sound += sum([pair.x - pair.s for pair, evidence in found if evidence >= _SOUND])
        ja_taken = {s for p, _ in found for s in range(p.s, p.x)}
        en_taken = {t for p, _ in found for t in range(p.t, p.y)}
        self._ja_left = [s for s in self._ja_left if s not in ja_taken]
        self._en_left = [t for t in self._en_left if t not in en_taken]
        return bool(self._ja_left and self._en_left)

    def _in_order(self, firm: bool) -> Iterator[tuple[Pair, float]]:
        """Yield pairs of left-over sentences in order; with ``firm``, only pairs that share evidence."""
        ja, en, hints = self._ja_left, self._en_left, self._hints
        place = {t: k for k, t in enumerate(en)}
        points = list(self._points(place))
        if firm and not points:
            return

        def shared(k: int, first: int, last: int) -> Iterator[tuple[list[int], float]]:
            if first < last:
                for found, weight in hints.within(ja[k], en[first], en[last - 1] + 1):
                    if here := [place[t] for t in found if t in place]:
                        yield here, weight

        left = set(ja)
        sizes = [self._ja[s] for s in ja], [self._en[t] for t in en]
        for s, x, t, y, evidence in beads(heaviest(points), *sizes, shared):
            if s == x or t == y or (firm and evidence < _SOUND):
                continue
            pair = Pair(ja[s], ja[x - 1] + 1, en[t], en[y - 1] + 1)
            parted = (pair.x - pair.s, pair.y - pair.t) != (x - s, y - t)  # a sentence between them is already taken
            if not parted and not self._contested(pair, evidence, left, place):
                yield pair, evidence

    def _points(self, place: Mapping[int, int]) -> Iterator[Point]:
        """Yield the landmarks of the left-over sentences, counted among these; ``place`` has the number of each English one."""
        for k, s in enumerate(self._ja_left):
            for t, weight in self._hints.landmarks(s).items():
                if weight >= _SOUND and t in place:
                    yield Point(k, place[t], weight)

    def _contested(self, pair: Pair, evidence: float, ja: Iterable[int], en: Iterable[int]) -> bool:
        """Return whether one of the sentences shares more evidence with another left-over sentence, at any position."""
        s, x, t, y = pair
        return any(
            evidence < weight and not t <= other < y and other in en
            for k in range(s, x)
            for other, weight in self._far_of_ja.get(k, ())
        ) or any(
            evidence < weight and not s <= other < x and other in ja
            for k in range(t, y)
            for other, weight in self._far_of_en.get(k, ())
        )

    def _wherever(self) -> Iterator[tuple[Pair, float]]:
        """Yield pairs of single left-over sentences at any position, those with the most evidence first."""
        ja, en = set(self._ja_left), set(self._en_left)
        for cost, s, t in self._far:
            if s in ja and t in en:
                ja.remove(s)
                en.remove(t)
                yield Pair(s, s + 1, t, t + 1), -cost

    def _beside(self) -> Iterator[tuple[Pair, float]]:
        """Yield pairs of single left-over sentences next to a pair in both texts, on the same side or on opposite sides."""
        ja, en = set(self._ja_left), set(self._en_left)
        for s, x, t, y in self.pairs:
            for one in (s - 1, x):
                able = [other for other in ((t - 1, y) if one < s else (y, t - 1)) if other in en]
                if one in ja and able:
                    evidence = [sum(w for _, w in self._hints.within(one, other, other + 1)) for other in able]
                    best = evidence.index(max(evidence))
                    ja.remove(one)
                    en.remove(able[best])
                    yield Pair(one, one + 1, able[best], able[best] + 1), evidence[best]
