"""Figures of chances, against answers counted by hand and against the plain definition."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.chances import auc, calibration_error, harmonic, reliability, share

chances = st.floats(0, 1)


def test_auc_counts_the_pairs_in_which_the_right_one_is_above() -> None:
    assert auc([0.9, 0.5], [0.5, 0.1]) == pytest.approx((1 + 1 + 0.5 + 1) / 4)
    assert math.isnan(auc([], [0.5]))


@given(st.lists(chances, min_size=1, max_size=20), st.lists(chances, min_size=1, max_size=20))
def test_auc_is_what_comparing_every_pair_gives(right: list[float], wrong: list[float]) -> None:
    pairs = [(p > q) + 0.5 * (p == q) for p in right for q in wrong]
    assert auc(right, wrong) == pytest.approx(sum(pairs) / len(pairs))


def test_reliability_puts_chances_into_tenths() -> None:
    low, high = reliability([0.1, 0.19, 1.0, 0.9], [0, 1, 1, 1])
    assert (low.low, low.high, low.size, low.right) == (0.1, 0.2, 2, 0.5)
    assert low.chance == pytest.approx(0.145)
    assert (high.low, high.size, high.right) == (0.9, 2, 1.0)
    assert high.chance == pytest.approx(0.95)


def test_calibration_error_is_the_gap_of_each_tenth_weighed_by_its_size() -> None:
    # one tenth: chances 0.82 and 0.86, one of two right; another: 0.31, wrong
    assert calibration_error([0.82, 0.86, 0.31], [1, 0, 0]) == pytest.approx((abs(1.68 - 1) + 0.31) / 3)
    assert calibration_error([1.0, 0.0], [1, 0]) == 0.0
    assert math.isnan(calibration_error([], []))


@pytest.mark.parametrize(("precision", "recall", "f1"), [(0.5, 0.5, 0.5), (1.0, 0.5, 2 / 3), (0.0, 0.0, 0.0)])
def test_harmonic_is_f1(precision: float, recall: float, f1: float) -> None:
    assert harmonic(precision, recall) == pytest.approx(f1)


def test_a_share_of_nothing_is_nothing() -> None:
    assert (share(1, 4), share(0, 0)) == (0.25, 0.0)
