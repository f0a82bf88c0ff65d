"""Compounds of a list: what their parts are worth together."""

from functools import cache
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from termalign import Aligner
from termalign.termlist import asks
from termalign.termlist.hints import Hints, around
from termalign.termlist.index import Index
from termalign.termlist.masses import Masses
from termalign.termlist.parts import composed, raise_to

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


@cache
def index() -> Index:
    terms = [
        "特殊詐欺対策本部",
        "流動型犯罪グループ",
        "熊本県警察本部",
        "トヨタ自動車工業株式会社",
        "国立自然博物館",
        "詐欺犯罪",
    ]
    return Aligner().prepare(terms).arrays


@given(st.randoms(use_true_random=False), st.integers(1, 255))
def test_sums_of_shares_leave_out_nothing_that_may_be_enough(chance: Random, least: int) -> None:
    listed = index()
    parts = sorted(set(listed.part_node))
    worth = {node: chance.randint(1, 255) for node in parts if chance.random() < 0.7}
    hints = Hints()
    for node, most in worth.items():
        hints.note(node, chance.choice([0, asks.LOANWORD]), most, 1)
    masses = Masses(listed, hints)
    masses.count(hints.reasons)
    masses.count(chance.sample(sorted(worth), len(worth) // 2))
    for compound in range(len(listed.compound_node)):
        weights = listed.weights[listed.weight_starts[compound] : listed.weight_starts[compound + 1]]
        strengths, named, there = [0.0] * len(weights), False, set()
        for row in range(listed.part_starts[compound], listed.part_starts[compound + 1]):
            node = listed.part_node[row]
            if node in worth:
                raise_to(strengths, listed.part_mask[row], worth[node])
                there.add(node)
                named |= bool(hints.reasons[node])
        value = int(composed(strengths, weights, named)) + (1 if any(strengths) else 0)
        assert masses.most(compound) >= value
        assert compound in set(masses.enough(least)) or value < least or len(there) < 2
