"""The logistic model and the scales find what made-up data was made by."""

import random

import pytest

pytest.importorskip("numpy")
pytest.importorskip("scipy")

from benchmarks.chances import calibration_error
from benchmarks.fitting.regression import Example, Examples, fit
from benchmarks.fitting.scale import AS_IT_IS, Outcome, Scale, scale


def made_up(line: Scale, n: int) -> list[Outcome]:
    """Links whose chance of being right is what `line` says of their log odds."""
    rng = random.Random(0)
    odds = [rng.uniform(-3.0, 4.0) for _ in range(n)]
    return [Outcome(each, rng.random() < line.chance(each)) for each in odds]


@pytest.mark.parametrize("made", [Scale(1.0, 0.0), Scale(1.5, 0.8), Scale(0.6, -1.0)])
def test_a_scale_is_found_again(made: Scale) -> None:
    links = made_up(made, 8000)
    found = scale(links)
    assert found.slope == pytest.approx(made.slope, abs=0.12)
    assert found.shift == pytest.approx(made.shift, abs=0.12)
    assert calibration_error([found.chance(x.odds) for x in links], [float(x.right) for x in links]) < 0.03


def test_a_scale_rises_even_where_better_scores_are_worse() -> None:
    links = [Outcome(odds, odds < 0) for odds in (-2.0, -1.0, 1.0, 2.0)] * 50
    assert scale(links).slope > 0


def test_nothing_is_scaled_by_no_links() -> None:
    assert scale([]) == AS_IT_IS


def test_weights_move_from_their_prior_as_far_as_the_examples_pull() -> None:
    rng = random.Random(1)
    examples = Examples.of(
        Example({"bias": 1.0, "x": x, "noise": rng.random()}, rng.random() < (0.9 if x else 0.2), 1.0, 0)
        for x in (0.0, 1.0)
        for _ in range(1000)
    )
    free = fit(examples, 0.01)
    assert free["x"] == pytest.approx(3.58, abs=0.4)  # log odds of 0.9 less those of 0.2
    assert free["noise"] == pytest.approx(0.0, abs=0.4)
    held = fit(examples, 1e6, {"x": 1.0})
    assert held["x"] == pytest.approx(1.0, abs=0.01)
