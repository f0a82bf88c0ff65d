"""Sentences side by side: each stands in one bead, whatever the chain and whatever they share."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.passages.beads import Bead, band, beads
from termalign.passages.chain import Point, heaviest

sizes = st.lists(st.integers(1, 200), max_size=30)
shared_points = st.lists(st.builds(Point, st.integers(0, 29), st.integers(0, 29), st.floats(0.1, 20)), max_size=40)


def laid_out(ja: list[int], en: list[int], shared: list[Point]) -> list[Bead]:
    points = [p for p in shared if p.s < len(ja) and p.t < len(en)]

    def common(s: int, first: int, last: int) -> Iterator[tuple[list[int], float]]:
        return (([p.t], p.weight) for p in points if p.s == s and first <= p.t < last)

    return list(beads(heaviest(points), ja, en, common))


@given(sizes, sizes, shared_points)
def test_every_sentence_stands_in_one_bead(ja: list[int], en: list[int], shared: list[Point]) -> None:
    found = laid_out(ja, en, shared)
    assert [s for bead in found for s in range(bead.s, bead.x)] == list(range(len(ja)))
    assert sorted(t for bead in found for t in range(bead.t, bead.y)) == list(range(len(en)))


@given(st.integers(1, 400), st.integers(1, 400), shared_points)
def test_the_band_is_passable(ja: int, en: int, shared: list[Point]) -> None:
    found = band(heaviest(p for p in shared if p.s < ja and p.t < en), ja, en)
    assert len(found) == ja + 1
    assert found[0][0] == 0
    assert found[-1][1] == en
    assert all(0 <= low <= high <= en for low, high in found)
    assert all(after[0] <= before[1] for before, after in pairwise(found))


@pytest.mark.parametrize(
    ("ja", "en", "shared", "expected"),
    [
        ([20, 20], [44, 44], [(0, 0), (1, 1)], [(0, 1, 0, 1), (1, 2, 1, 2)]),
        ([20, 20], [44, 44], [(0, 1), (1, 0)], [(0, 1, 1, 2), (1, 2, 0, 1)]),
        ([40], [44, 44], [(0, 0), (0, 1)], [(0, 1, 0, 2)]),
        ([20, 20], [88], [(0, 0), (1, 0)], [(0, 2, 0, 1)]),
        ([20, 20, 20], [44, 44], [(0, 0), (2, 1)], [(0, 1, 0, 1), (1, 2, 1, 1), (2, 3, 1, 2)]),
        ([20, 20], [44, 44], [], [(0, 1, 0, 1), (1, 2, 1, 2)]),
    ],
    ids=["one by one", "changed places", "one is two", "two are one", "one left out", "nothing in common"],
)
def test_shapes(ja: list[int], en: list[int], shared: list[tuple[int, int]], expected: list[tuple[int, ...]]) -> None:
    assert [bead[:4] for bead in laid_out(ja, en, [Point(s, t, 8.0) for s, t in shared])] == expected


def test_the_band_is_no_square() -> None:
    """Where nothing says what belongs together, what is tried does not grow with the square of the length."""
    assert sum(high - low for low, high in band([], 5000, 5000)) < 20 * 5000
