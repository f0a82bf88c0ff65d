"""Rules, found in examples by boosting: where what the weights add up to is too much or too little.

A rule begins without conditions. The condition is added that gains the most likelihood if the odds are moved where the rule
holds, then the next, as long as that helps. The odds are moved there a part of the way, and the next rule is looked for.
What each rule is worth beside the others is fitted afterwards, like all weights.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from benchmarks.fitting.regression import Examples
from termalign.decide.rules import Condition, Rule, stated

_RULES = 160
_CONDITIONS = 3  # of a rule, at most
_STEP = 0.2  # part of the way that the odds are moved by a rule
_CAUTION = 10.0  # how much evidence it takes to move the odds: inverse prior variance
_LEAST = 8.0  # evidence where a rule holds, at least
_SOME = 1e-6  # evidence that a condition leaves out, at least
_BETTER = 1.02  # factor by which a condition makes a rule gain more, at least
_OFTEN = 0.02  # share of the examples that have a feature, at least
_SAMPLE = 0.4  # share of the features that are tried for a rule
_BOUNDS = 23  # bounds that are tried of a feature, at most
_DECIMALS = 2


class _Numbers(NamedTuple):
    """Features as numbers of bounds: a value is above as many of the bounds of its feature."""

    names: Sequence[str]
    bounds: Sequence[np.ndarray]
    above: np.ndarray

    @classmethod
    def of(cls, examples: Examples, able: Callable[[str], bool]) -> "_Numbers":
        seen = np.bincount(examples.features.indices, minlength=len(examples.names))
        kept = [k for k, name in enumerate(examples.names) if seen[k] > _OFTEN * len(examples.right) and able(name)]
        kept.sort(key=lambda k: examples.names[k])
        values = examples.features[:, kept].toarray()
        bounds = [_bounds(column) for column in values.T]
        above = np.stack([np.searchsorted(b, column) for b, column in zip(bounds, values.T, strict=True)], axis=1)
        return cls([examples.names[k] for k in kept], bounds, above)


def found(
    examples: Examples, weights: Mapping[str, float], able: Callable[[str], bool] = lambda name: True
) -> list[Rule]:
    """The rules that examples ask for beside the weights of their features, on features that are `able` to be in one."""
    numbers = _Numbers.of(examples, able)
    odds = examples.features @ np.array([weights.get(name, 0.0) for name in examples.names])
    chosen = np.random.default_rng(0)
    rules: dict[str, Rule] = {}
    for _ in range(_RULES):
        chance = 1 / (1 + np.exp(-odds))
        missing, evidence = examples.weight * (examples.right - chance), examples.weight * chance * (1 - chance)
        tried = np.sort(chosen.choice(len(numbers.names), int(_SAMPLE * len(numbers.names)), replace=False))
        rows, gain = np.arange(len(odds)), 0.0
        conditions: dict[tuple[str, bool], tuple[int, float]] = {}
        for _ in range(_CONDITIONS):
            more, column, bound, above = _best(numbers.above[np.ix_(rows, tried)], missing[rows], evidence[rows])
            if more <= _BETTER * gain:
                break
            gain, k = more, tried[column]
            holds = (numbers.above[:, k] > bound) == above
            rows = rows[holds[rows]]
            conditions[numbers.names[k], above] = int(holds.sum()), float(numbers.bounds[k][bound])
        if conditions:
            odds[rows] += _STEP * missing[rows].sum() / (evidence[rows].sum() + _CAUTION)
            rarest_first = sorted(conditions.items(), key=lambda item: item[1][0])  # few cells get further
            rule = stated(Condition(name, above, bound) for (name, above), (_, bound) in rarest_first)
            rules[rule.name] = rule
    return list(rules.values())


def _best(above: np.ndarray, missing: np.ndarray, evidence: np.ndarray) -> tuple[float, int, int, bool]:
    """What the best condition gains, its feature and bound by number, and whether it asks for more than the bound."""
    size, features = _BOUNDS + 1, above.shape[1]
    place = (above + size * np.arange(features)).ravel()
    up_to = [
        np.bincount(place, np.repeat(each, features), size * features).reshape(features, size).cumsum(axis=1)
        for each in (missing, evidence)
    ]
    sides = [np.stack([each, each[:, -1:] - each]) for each in up_to]
    gain = np.where(sides[1] < _LEAST, 0.0, sides[0] ** 2 / (sides[1] + _CAUTION))
    gain[sides[1][::-1] < _SOME] = 0.0  # a condition that leaves nothing out is none
    side, column, bound = np.unravel_index(int(np.argmax(gain)), gain.shape)
    return float(gain[side, column, bound]), int(column), int(bound), bool(side)


def _bounds(values: np.ndarray) -> np.ndarray:
    """Bounds that part the values into groups of about one size; where most are 0, those that are not."""
    own = values[values != 0]
    few = len(own) < len(values) / 2
    shares = np.linspace(0, 1, _BOUNDS - few + 2)[1:-1]
    cuts = np.quantile(own if few else values, shares).round(_DECIMALS) + 0.0
    return np.unique(np.append(cuts, 0.0) if few else cuts)
