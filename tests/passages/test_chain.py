"""The heaviest chain that rises on both sides."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from termalign.passages.chain import Point, heaviest

small = st.integers(0, 6)
points = st.lists(st.builds(Point, small, small, st.integers(1, 9).map(float)), max_size=8, unique_by=lambda p: p[:2])


def rises(chain: list[Point]) -> bool:
    return all(one.s < other.s and one.t < other.t for one, other in pairwise(chain))


@given(points)
def test_no_chain_is_heavier(given_points: list[Point]) -> None:
    found = heaviest(given_points)
    assert rises(found)
    assert set(found) <= set(given_points)
    ordered = sorted(given_points)
    chains = (list(some) for size in range(len(ordered) + 1) for some in combinations(ordered, size))
    assert sum(p.weight for p in found) == max(sum(p.weight for p in chain) for chain in chains if rises(chain))


def test_what_crosses_is_left_out() -> None:
    straight = [Point(k, k, 1.0) for k in range(10)]
    assert heaviest([*straight, Point(2, 9, 1.5), Point(8, 0, 1.5)]) == straight
