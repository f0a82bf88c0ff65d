"""Compounds of a list: what their parts are worth together."""

from functools import cache
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign import Aligner
from termalign.english import EnglishText
from termalign.evidence.bitext import Bitext
from termalign.termlist import asks
from termalign.termlist.adjoining import adjoining
from termalign.termlist.base_rate import NONE_LOST, BaseRate
from termalign.termlist.bounds import Bounds
from termalign.termlist.hints import Hints, around
from termalign.termlist.index import UNIT, Index
from termalign.termlist.organisations import Organisations
from termalign.termlist.parts import Parts, composed, raise_to
from termalign.termlist.shares import Shares

TEXT = "The police of Kumamoto set up a team against special fraud, and the national museum of nature."

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
    assert composed(strengths, weights, False) <= composed(strengths, weights, True) + 1e-9


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


def hints_of(listed: Index, chance: Random, words: int) -> Hints:
    """Something of about two parts in three, at some of so many words."""
    hints = Hints()
    for node in sorted(set(listed.part_node)):
        if chance.random() < 0.7:
            hints.note(node, chance.choice([0, asks.LOANWORD]), chance.randint(1, 255), 1 << chance.randrange(words))
    return hints


def bounds_of(text: str) -> Bounds:
    return Bounds(Bitext(EnglishText(text)), 0.5, NONE_LOST)


@pytest.mark.parametrize(("size", "whole"), [(1_000, True), (10_000, True), (100_000, False)])
def test_every_name_is_laid_over_a_text_that_is_one_unless_they_are_very_many(size: int, whole: bool) -> None:
    bounds = Bounds(Bitext(EnglishText("Toyota Motor Corporation")), 0.5, BaseRate(size))
    hints = Hints()
    parts, shares = Parts(index(), bounds, hints), Shares(index(), str)
    assert Organisations(index(), bounds, hints, parts, shares).whole_is_name == whole


@given(st.randoms(use_true_random=False))
def test_sums_of_shares_leave_out_nothing_that_may_be_enough(chance: Random) -> None:
    listed = index()
    hints = hints_of(listed, chance, 1)
    parts = Parts(listed, bounds_of(TEXT), hints)
    for compound in range(len(listed.compound_node)):
        weights = parts.weights(compound)
        strengths, named = [0.0] * len(weights), False
        for node, mask in parts.there(compound):
            raise_to(strengths, mask, hints.worth[node])
            named |= bool(hints.reasons[node])
        assert parts.most(compound) >= int(composed(strengths, weights, named)) + (1 if any(strengths) else 0)


@given(st.randoms(use_true_random=False))
def test_parts_that_cover_too_little_are_not_enough(chance: Random) -> None:
    listed, bounds = index(), bounds_of(TEXT)
    hints = hints_of(listed, chance, 1)
    parts = Parts(listed, bounds, hints)
    for compound in range(len(listed.compound_node)):
        there, weights = parts.there(compound), parts.weights(compound)
        strengths = [0.0] * len(weights)
        for _, mask in there:
            raise_to(strengths, mask, UNIT)
        several = sum(map(bool, strengths))
        if several > 1:
            least = bounds.loosest.composed[min(several, len(bounds.loosest.composed)) - 1]
            named = any(hints.reasons[node] for node, _ in there)
            enough = int(composed(strengths, weights, named)) + 1 >= least
            assert parts.cover_enough(compound) or not enough


@given(st.randoms(use_true_random=False))
def test_what_may_stand_side_by_side_adjoins(chance: Random) -> None:
    listed = index()
    hints = hints_of(listed, chance, len(TEXT.split()))
    parts = Parts(listed, bounds_of(TEXT), hints)
    others, companies = adjoining(listed, hints, parts.beside, -1)
    found = others | companies
    for compound in range(len(listed.compound_node)):
        there = parts.there(compound)
        assert compound in found or not parts.side_by_side(there, parts.weights(compound), 1)


def test_compounds_are_filed_by_sort_and_share() -> None:
    listed = index()
    starts = listed.parent_starts
    for node in range(len(starts) - 1):
        borders = starts[node], listed.organisation_starts[node], listed.company_starts[node], starts[node + 1]
        for sort, (start, end) in enumerate(pairwise(borders)):
            shares = list(listed.parent_share[start:end])
            assert shares == sorted(shares, reverse=True)
            for compound in listed.parents[start:end]:
                assert listed.organisation[listed.compound_node[compound]] == (sort > 0)
                assert node in listed.part_node[listed.part_starts[compound] : listed.part_starts[compound + 1]]
    assert sum(starts[node + 1] - listed.company_starts[node] for node in range(len(starts) - 1))
