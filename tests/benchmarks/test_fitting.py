"""Folds keep documents together; the logistic model and the scales find what made-up data was made by."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.fitting.folds import Folds

pytest.importorskip("numpy")

from benchmarks.chances import calibration_error
from benchmarks.fitting.logistic import Example, fit
from benchmarks.fitting.outcomes import Outcome
from benchmarks.fitting.platt import fitted, scales
from termalign.calibration import Scale

names = st.lists(st.text(max_size=3), min_size=1, max_size=40)


@given(names, st.integers(2, 6))
def test_a_document_is_in_one_fold_and_outside_all_others(documents: list[str], count: int) -> None:
    folds = Folds(count)
    for document in documents:
        inside = [fold for fold in range(count) if folds.inside(fold)(document)]
        assert inside == [folds.of(document)]
        assert [fold for fold in range(count) if not folds.outside(fold)(document)] == inside


@given(names, st.integers(2, 6))
def test_folds_are_of_equal_size(documents: list[str], count: int) -> None:
    folds = Folds(count)
    dealt = [folds.of(document) for document in dict.fromkeys(documents)]
    sizes = [dealt.count(fold) for fold in range(count)]
    assert max(sizes) - min(sizes) <= 1


def made_up(scale: Scale, n: int) -> list[Outcome]:
    """Links whose chance of being right is what `scale` says of their score."""
    rng = random.Random(0)
    scores = [rng.uniform(0.05, 0.98) for _ in range(n)]
    return [Outcome("text", score, rng.random() < scale.chance(score), "d") for score in scores]


@pytest.mark.parametrize("made", [Scale(1.0, 0.0), Scale(1.5, 0.8), Scale(0.6, -1.0)])
def test_a_scale_is_found_again(made: Scale) -> None:
    links = made_up(made, 8000)
    found = fitted(links)
    assert found.slope == pytest.approx(made.slope, abs=0.12)
    assert found.shift == pytest.approx(made.shift, abs=0.12)
    right = [float(x.right) for x in links]
    assert calibration_error([found.chance(x.score) for x in links], right) < 0.03


def test_a_scale_rises_even_where_better_scores_are_worse() -> None:
    links = [Outcome("text", score, score < 0.5, "d") for score in (0.1, 0.2, 0.8, 0.9)] * 50
    assert fitted(links).slope > 0


def test_ways_without_links_stay_as_they_are() -> None:
    found = scales(made_up(Scale(1.5, 0.8), 50))
    assert found["listed"] == Scale(1.0, 0.0)
    assert found["text"] != Scale(1.0, 0.0)


def test_weights_move_from_their_prior_as_far_as_the_examples_pull() -> None:
    rng = random.Random(1)
    examples = [
        Example({"bias": 1.0, "x": x, "noise": rng.random()}, float(rng.random() < (0.9 if x else 0.2)), 1.0, "d")
        for x in (0.0, 1.0)
        for _ in range(1000)
    ]
    free = fit(examples, {}, 0.01)
    assert free["x"] == pytest.approx(3.58, abs=0.4)  # log odds of 0.9 less those of 0.2
    assert free["noise"] == pytest.approx(0.0, abs=0.4)
    held = fit(examples, {"x": 1.0}, 1e6)
    assert held["x"] == pytest.approx(1.0, abs=0.01)
    assert fit(examples, {"x": 2.0}, 0.01, left_out=["x"])["x"] == 2.0
