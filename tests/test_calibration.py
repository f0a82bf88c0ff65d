"""From score to chance: monotone, and back again; the packaged table has a scale for every way of making links."""

import importlib.resources
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign import Aligner
from termalign.calibration import Scale, Way, scale

inner = st.floats(0.0001, 0.9999)
scales = st.builds(Scale, st.floats(0.3, 3.0), st.floats(-2.0, 2.0))


@given(scales, inner, inner)
def test_what_scores_higher_has_the_higher_chance(line: Scale, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert line.chance(low) <= line.chance(high)
    if high - low > 1e-6:
        assert line.chance(low) < line.chance(high)


@given(scales, st.floats(0.01, 0.99))
def test_a_score_and_its_chance_lead_to_each_other(line: Scale, chance: float) -> None:
    assert line.chance(line.score(chance)) == pytest.approx(chance, abs=1e-6)


@given(scales, st.floats(0.0, 1.0))
def test_a_chance_is_one(line: Scale, score: float) -> None:
    assert 0.0 <= line.chance(score) <= 1.0
    assert (line.score(0.0), line.score(1.0)) == (0.0, 1.0)


@pytest.mark.parametrize("way", get_args(Way))
def test_every_way_has_a_scale_that_rises(way: Way) -> None:
    assert scale(way).slope > 0


def test_the_table_has_no_other_lines() -> None:
    table = importlib.resources.files("termalign").joinpath("calibration.tsv").read_text(encoding="utf-8")
    ways = [line.split("\t")[0] for line in table.splitlines() if not line.startswith("#")]
    assert sorted(ways) == sorted(get_args(Way))


TEXT = "桜島が噴火し、鹿児島空港に灰が降った。", "Sakurajima erupted, and ash fell on Kagoshima Airport."


@pytest.mark.parametrize("least", [0.2, 0.5, 0.8, 0.95])
def test_no_link_is_below_min_score(least: float) -> None:
    aligner = Aligner(min_score=least)
    ja, en = TEXT
    found = [*aligner.align(ja, en), *aligner.align(ja, en, terms=["桜島", "空港"]), *aligner.align(["桜島", "灰"], en)]
    assert [link for link in found if link.score < least - 0.0001] == []


def test_at_zero_everything_possible_is_listed() -> None:
    _, en = TEXT
    few, all_there_is = Aligner(min_score=0.5).align(["空港"], en), Aligner(min_score=0.0).align(["空港"], en)
    assert set(few.links) <= set(all_there_is.links)
    assert len(all_there_is) >= len(few) > 0
