"""The probability that a finding is an error: a logistic model, fitted on planted errors and real translations.

The weights are in ``chances.tsv``, which ``python -m benchmarks fit-check`` writes.
"""

from collections.abc import Mapping
from functools import cache

from termalign.decide.calibration import published
from termalign.odds import chance
from termalign.tables import read_weights


def chance_of(model: str, features: Mapping[str, float]) -> float:
    """Return the probability that a finding with these features is an error, by the weights of a model, as published."""
    weights = _weights()[model]
    odds = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return published(chance(odds))


@cache
def _weights() -> dict[str, dict[str, float]]:
    return read_weights(__package__, "chances.tsv")
