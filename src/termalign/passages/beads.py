"""The alignment of two sequences of sentences in order, as beads of zero to three sentences on each side."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from termalign.passages.chain import Point


class _Shape(NamedTuple):
    """A bead of ``a`` Japanese and ``b`` English sentences, with its price in log odds and the weight of its evidence.

    Several sentences share something by chance more often than one does, so their evidence weighs less.
    """

    a: int
    b: int
    price: float
    worth: float = 1.0
    crossed: bool = False  # two sentences in the opposite order


#: In the order in which they are tried: of equally good shapes, the first is taken.
_SHAPES = (
    _Shape(1, 1, 0.0),
    _Shape(1, 2, 2.5, 0.9),
    _Shape(2, 1, 2.5, 0.9),
    _Shape(1, 3, 5.0, 0.8),
    _Shape(3, 1, 5.0, 0.8),
    _Shape(2, 2, 5.0, 0.75),
    _Shape(2, 2, 3.5, crossed=True),
    _Shape(1, 0, 3.0),
    _Shape(0, 1, 3.0),
)
_SPREAD = 6.0  # variance of the length of a translation, in code points for each code point
_SLACK = 3  # sentences that beads may be away from the chain
_MOST_CELLS = 4000  # tried between two points of the chain; beyond it, only cells near the line between the points
_USUAL, _USUALLY_SEEN = (
    2.2,
    5,
)  # usual English code points for one of Japanese, and its weight in landmarks against the observed ratio
_LEAST, _MOST = 1.1, 4.4  # English code points for one of Japanese in unusual texts
_FAR = float("-inf")


_Windows = tuple[dict[int, float], dict[int, float], dict[int, float]]


class Bead(NamedTuple):
    """The Japanese sentences ``s:x`` and the English sentences ``t:y``, and the evidence that they share, in log odds."""

    s: int
    x: int
    t: int
    y: int
    evidence: float


def band(chain: Sequence[Point], ja: int, en: int) -> list[tuple[int, int]]:
    """Return, for each number of Japanese sentences, the smallest and largest possible number of English sentences.

    Beads stay within a few sentences of the chain. Between two of its points all cells are possible, unless they are
    too many.

    Examples
    --------
    >>> band([Point(9, 9, 1.0)], 20, 20)[:2], band([Point(9, 9, 1.0)], 20, 20)[11]
    ([(0, 12), (0, 12)], (7, 20))
    """
    ends = [Point(-1, -1, 0.0), *chain, Point(ja, en, 0.0)]
    found: list[tuple[int, int]] = []
    for one, other in pairwise(ends):
        rows, columns = other.s - one.s, other.t - one.t
        for k in range(rows):
            low, high = one.t + 1, other.t
            if rows * columns > _MOST_CELLS:
                middle, width = one.t + 1 + k * columns // rows, _MOST_CELLS // (2 * rows) + columns // rows
                low, high = max(low, middle - width), min(high, middle + width)
            found.append((max(0, low - _SLACK), min(en, high + _SLACK)))
    found[0] = (0, found[0][1])
    found[-1] = (found[-1][0], en)
    return found


def beads(
    chain: Sequence[Point],
    ja: Sequence[int],
    en: Sequence[int],
    shared: Callable[[int, int, int], Iterable[tuple[list[int], float]]],
) -> Iterator[Bead]:
    """Yield the beads of the best layout of two sequences of sentences; two in the opposite order are one bead each.

    ``chain`` has the landmarks, rising on both sides; ``ja`` and ``en`` are the lengths of the sentences in code
    points. ``shared`` yields, for a Japanese sentence and a range of English ones, each shared item: the English
    sentences that have it, and its weight.
    """
    able = band(chain, len(ja), len(en))
    ja_ends, en_ends = [0, *accumulate(ja)], [0, *accumulate(en)]
    ratio = _ratio(chain, ja, en)
    common = [_in_windows(shared(s, able[s][0], able[s + 1][1])) for s in range(len(ja))]
    scores: list[list[float]] = []
    steps: list[list[_Shape]] = []
    for s, (low, high) in enumerate(able):
        scores.append([])
        steps.append([])
        ways = [
            (
                shape,
                scores[s - shape.a],
                *able[s - shape.a],
                _evidence(common, s, shape),
                ratio * (ja_ends[s] - ja_ends[s - shape.a]),
            )
            for shape in _SHAPES
            if shape.a <= s
        ]
        for t in range(low, high + 1):
            best, chosen = (0.0 if s == t == 0 else _FAR), _SHAPES[0]
            for shape, before, first, last, evidence, expected in ways:
                a, b, price, worth, _ = shape
                if not first <= t - b <= last:
                    continue
                score = before[t - b - first] - price
                if a and b:
                    score += worth * evidence.get(t - b, 0.0)
                    if score <= best:
                        continue
                    length = en_ends[t] - en_ends[t - b]
                    score -= (length - expected) ** 2 / (_SPREAD * (length + expected))
                if score > best:
                    best, chosen = score, shape
            scores[-1].append(best)
            steps[-1].append(chosen)
    return reversed(list(_followed(steps, able, common)))


def _ratio(chain: Sequence[Point], ja: Sequence[int], en: Sequence[int]) -> float:
    """Return English code points for one of Japanese: by the landmarks, because either text as a whole may lack a part.

    Without landmarks, as in a text that says the same again and again, it is by the whole texts.
    """
    if not chain:
        return min(max(_LEAST, sum(en) / max(1, sum(ja))), _MOST)
    seen = sum([math.log(en[p.t] / ja[p.s]) for p in chain])
    return math.exp((seen + _USUALLY_SEEN * math.log(_USUAL)) / (len(chain) + _USUALLY_SEEN))


def _in_windows(shared: Iterable[tuple[list[int], float]]) -> _Windows:
    """Return evidence shared with one, two or three consecutive sentences, by the first; a repeated item counts once."""
    one: dict[int, float] = {}
    two: dict[int, float] = {}
    three: dict[int, float] = {}
    for places, weight in shared:
        for m in places:
            one[m] = one.get(m, 0.0) + weight
        for first in {k for m in places for k in (m - 1, m)}:
            two[first] = two.get(first, 0.0) + weight
        for first in {k for m in places for k in (m - 2, m - 1, m)}:
            three[first] = three.get(first, 0.0) + weight
    return one, two, three


def _evidence(common: Sequence[_Windows], s: int, shape: _Shape) -> Mapping[int, float]:
    """Return the evidence of a bead that ends before Japanese sentence ``s``, by its first English sentence."""
    rows = [common[k][shape.b - 1] for k in range(s - shape.a, s)] if shape.b else []
    if shape.crossed:
        first, second = common[s - 2][0], common[s - 1][0]
        rows = [{t - 1: value for t, value in first.items()}, second]
    if len(rows) == 1:
        return rows[0]
    return {t: sum([row.get(t, 0.0) for row in rows]) for t in set().union(*rows)}


def _followed(
    steps: Sequence[Sequence[_Shape]], able: Sequence[tuple[int, int]], common: Sequence[_Windows]
) -> Iterator[Bead]:
    """Yield the beads, from the last to the first."""
    s, t = len(steps) - 1, able[-1][1]
    while s or t:
        shape = steps[s][t - able[s][0]]
        a, b = shape.a, shape.b
        if shape.crossed:
            yield Bead(s - 1, s, t - 2, t - 1, common[s - 1][0].get(t - 2, 0.0))
            yield Bead(s - 2, s - 1, t - 1, t, common[s - 2][0].get(t - 1, 0.0))
        else:
            yield Bead(s - a, s, t - b, t, _evidence(common, s, shape).get(t - b, 0.0))
        s, t = s - a, t - b
