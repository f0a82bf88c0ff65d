"""Rules on features: what their names say is what they ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termalign.decide.rules import Condition, kept, rules_among, stated

_NAMES = st.sampled_from(["odds", "row free", "left words", "column after at a mark"])
_VALUES = st.floats(-9, 9).map(lambda value: round(value, 2))
_CONDITIONS = st.lists(st.builds(Condition, _NAMES, st.booleans(), _VALUES), min_size=1, max_size=3)


@pytest.mark.parametrize(
    ("name", "features", "holds"),
    [
        ("odds > 1", {"odds": 1.01}, True),
        ("odds > 1", {"odds": 1.0}, False),
        ("odds <= 1", {"odds": 1.0}, True),
        ("odds <= -1.5", {"odds": -1.4}, False),
        ("odds <= 0", {}, True),  # what is missing is 0
        ("odds > 0", {"odds squared": 1.0}, False),
        ("odds > 0 & row free <= 0.5", {"odds": 2.0, "row free": 0.5}, True),
        ("odds > 0 & row free <= 0.5", {"odds": 2.0, "row free": 0.6}, False),
        ("odds > 0 & odds <= 1 & row free > 0", {"odds": 0.5, "row free": 1.0}, True),
    ],
)
def test_a_rule_holds_if_all_its_conditions_do(name: str, features: dict[str, float], holds: bool) -> None:
    assert kept(rules_among([name]), features) == ({name: 1.0} if holds else {})


def test_plain_features_are_no_rules() -> None:
    assert rules_among(["bias", "odds", "column after of unknown word"]) == []


@given(_CONDITIONS)
def test_a_name_says_all_of_a_rule(conditions: list[Condition]) -> None:
    rule = stated(conditions)
    assert rules_among([rule.name]) == [rule]


@given(_CONDITIONS, st.dictionaries(_NAMES, _VALUES))
def test_a_rule_is_the_product_of_its_conditions(conditions: list[Condition], features: dict[str, float]) -> None:
    alone = [bool(kept([stated([condition])], features)) for condition in conditions]
    assert bool(kept([stated(conditions)], features)) == all(alone)
