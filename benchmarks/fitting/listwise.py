"""Softmax regression on lists of rivals: of each list one is right, or none is; weights are drawn towards a prior.

The rivals of a list are the examples of one text. That none is right has log odds of 0.
"""

from collections.abc import Mapping

import numpy as np
from scipy.optimize import minimize

from benchmarks.fitting.regression import RARE, Examples


def fit(examples: Examples, strength: float, prior: Mapping[str, float]) -> dict[str, float]:
    """How far the weights of greatest posterior probability are from those of the prior, by L-BFGS.

    Parameters
    ----------
    examples : Examples
        The rivals; those of a list are of one weight. Of several right ones any will do.
    strength : float
        How much evidence it takes to move a weight: the inverse of its prior variance.
    prior : mapping
        What a weight is taken to be before anything is seen; 0 where not named.
    """
    x, right = examples.features, examples.right > 0
    texts, each = np.unique(examples.text, return_inverse=True)
    lists = len(texts)
    weight = np.zeros(lists)
    weight[each] = examples.weight
    answered = np.bincount(each, right, lists) > 0
    none, none_right = np.zeros(lists), np.where(answered, -np.inf, 0.0)
    start = vector(prior, examples)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        total, good = _log_sums(z, each, none), _log_sums(np.where(right, z, -np.inf), each, none_right)
        said, true = np.exp(z - total[each]), np.exp(np.where(right, z - good[each], -np.inf))
        moved = w - start
        value = np.sum(weight * (total - good)) + 0.5 * strength * np.sum(moved * moved)
        return float(value), x.T @ (examples.weight * (said - true)) + strength * moved

    moved = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x - start
    seen = np.bincount(x.indices, minlength=len(examples.names))
    return {name: float(moved[k]) for k, name in enumerate(examples.names) if seen[k] > RARE}


def vector(weights: Mapping[str, float], examples: Examples) -> np.ndarray:
    """The weights in the order of the columns."""
    return np.array([weights.get(name, 0.0) for name in examples.names])


def _log_sums(z: np.ndarray, each: np.ndarray, none: np.ndarray) -> np.ndarray:
    """For each list, the log of the sum of the exponentials of its rivals and of none."""
    total = none.copy()
    np.logaddexp.at(total, each, z)
    return total
