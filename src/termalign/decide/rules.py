"""Rules: conditions on several features that together say more than the weights of these features add up to.

A rule is a feature itself: it is 1 if all its conditions hold, and has a weight in ``weights.tsv``. Its name states the
conditions, such as ``row free > 0.58 & left words <= -2``. The rules are found in data, as in J. Friedman and B.
Popescu, "Predictive learning via rule ensembles", 2008.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from termalign.kinds.kind import Features

_AND, _ABOVE, _UP_TO = " & ", ">", "<="


class Condition(NamedTuple):
    """A feature whose value must be above a bound, or must not be above it. A missing feature is 0."""

    feature: str
    above: bool
    bound: float


class Rule(NamedTuple):
    """Conditions that must all hold, and the name that states them."""

    name: str
    conditions: Sequence[Condition]


def stated(conditions: Iterable[Condition]) -> Rule:
    """Return the rule of some conditions.

    >>> stated([Condition("row free", True, 0.58), Condition("left words", False, -2.0)]).name
    'row free > 0.58 & left words <= -2'
    """
    every = tuple(conditions)
    return Rule(_AND.join(f"{c.feature} {_ABOVE if c.above else _UP_TO} {c.bound:g}" for c in every), every)


def rules_among(names: Iterable[str]) -> list[Rule]:
    """Return those of the names of features that are rules.

    >>> [rule.conditions for rule in rules_among(["row free", "row free > 0.58"])]
    [(Condition(feature='row free', above=True, bound=0.58),)]
    """
    return [rule for name in names if (rule := _rule(name)) is not None]


@cache
def _rule(name: str) -> Rule | None:
    if f" {_ABOVE} " not in name and f" {_UP_TO} " not in name:
        return None
    parts = [condition.rsplit(" ", 2) for condition in name.split(_AND)]
    return Rule(name, tuple(Condition(feature, sign == _ABOVE, float(bound)) for feature, sign, bound in parts))


def kept(rules: Iterable[Rule], features: Features) -> Features:
    """Return the rules whose conditions all hold, as features.

    >>> kept(rules_among(["a > 0.5 & b <= 2", "a > 0.5 & b > 2"]), {"a": 1.0})
    {'a > 0.5 & b <= 2': 1.0}
    """
    found = {}
    for name, conditions in rules:
        for feature, above, bound in conditions:
            if (features.get(feature, 0.0) > bound) is not above:
                break
        else:
            found[name] = 1.0
    return found
