"""Compounds of a list: what their parts are worth together."""

from hypothesis import given
from hypothesis import strategies as st

from termalign.termlist.compounds import composed
from termalign.termlist.hints import around

STRENGTHS = st.floats(0.01, 1.0)
PARTS = st.lists(st.tuples(STRENGTHS, st.integers(1, 100)), min_size=1, max_size=6)


@given(PARTS, st.booleans())
def test_no_choice_of_the_parts_is_worth_more(parts: list[tuple[float, int]], distinct: bool) -> None:
    strengths, weights = zip(*parts, strict=True)
    most = composed(strengths, weights, distinct)
    for chosen in range(1, 1 << len(parts)):
        kept = [(s, w) for k, (s, w) in enumerate(parts) if chosen >> k & 1]
        covered = sum(w for _, w in kept)
        mean = sum(s * w for s, w in kept) / covered
        assert mean * (covered / sum(weights)) ** (0.5 if distinct else 3.0) <= most + 1e-9


@given(PARTS)
def test_a_name_among_them_counts_for_more(parts: list[tuple[float, int]]) -> None:
    strengths, weights = zip(*parts, strict=True)
    assert composed(strengths, weights, False) <= composed(strengths, weights, True)


@given(st.sets(st.integers(0, 60), max_size=6), st.integers(0, 20))
def test_places_around_others(places: set[int], reach: int) -> None:
    found = around(sum(1 << k for k in places), reach)
    expected = {k + step for k in places for step in range(-reach, reach + 1) if k + step >= 0}
    assert {k for k in range(100) if found >> k & 1} == expected
