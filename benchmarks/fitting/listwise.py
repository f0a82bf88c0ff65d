"""Softmax regression on lists of rivals: of each list one is right, or none is; weights are drawn towards a prior.

The rivals of a list are the examples of one text. That none is right has log odds of 0. A weight leaves the prior only if
it gains something there; this is estimated by the curvature of the loss, as in Y. LeCun, J. Denker and S. Solla, "Optimal
brain damage", 1990.
"""

from collections.abc import Mapping

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.fitting.regression import RARE, Examples

_LEAST_GAIN = 0.5
"""Nats: held-out texts lose nothing if a weight stays where it is rather than gain less."""


def fit(examples: Examples, strength: float, prior: Mapping[str, float]) -> dict[str, float]:
    """How far the weights of greatest posterior probability are from those of the prior; only those that move.

    Parameters
    ----------
    examples : Examples
        The rivals; those of a list are of one weight. Of several right ones any will do.
    strength : float
        How much evidence it takes to move a weight: the inverse of its prior variance.
    prior : mapping
        What a weight is taken to be before anything is seen; 0 where not named.
    """
    lists, start = _Lists(examples), vector(prior, examples)
    common = np.bincount(examples.features.indices, minlength=len(examples.names)) > RARE
    first = lists.fitted(start, strength, common)
    gains = 0.5 * (lists.curvature(first) + strength) * (first - start) ** 2
    moved = lists.fitted(start, strength, common & (gains >= _LEAST_GAIN)) - start
    return {name: float(each) for name, each in zip(examples.names, moved, strict=True) if each}


def vector(weights: Mapping[str, float], examples: Examples) -> np.ndarray:
    """The weights in the order of the columns."""
    return np.array([weights.get(name, 0.0) for name in examples.names])


class _Lists:
    """The examples as lists."""

    def __init__(self, examples: Examples) -> None:
        self._x, self._right, self._weight = examples.features, examples.right > 0, examples.weight
        texts, self._each = np.unique(examples.text, return_inverse=True)
        self._weights = np.zeros(len(texts))
        self._weights[self._each] = examples.weight
        answered = np.bincount(self._each, self._right, len(texts)) > 0
        self._none, self._none_right = np.zeros(len(texts)), np.where(answered, -np.inf, 0.0)

    def fitted(self, start: np.ndarray, strength: float, free: np.ndarray) -> np.ndarray:
        """The weights of greatest posterior probability, by L-BFGS; those that are not `free` are those of the `start`."""

        def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
            z = self._x @ w
            total = self._log_sums(z, self._none)
            good = self._log_sums(np.where(self._right, z, -np.inf), self._none_right)
            said, true = np.exp(z - total[self._each]), np.exp(np.where(self._right, z - good[self._each], -np.inf))
            moved = w - start
            value = np.sum(self._weights * (total - good)) + 0.5 * strength * np.sum(moved * moved)
            return float(value), free * (self._x.T @ (self._weight * (said - true)) + strength * moved)

        found: np.ndarray = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
        return found

    def curvature(self, w: np.ndarray) -> np.ndarray:
        """For each weight, the second derivative of the loss where one of a list is right: the variance of its feature."""
        z = self._x @ w
        said = np.exp(z - self._log_sums(z, self._none)[self._each])
        number = len(self._each)
        chances = csr_matrix((said, (self._each, np.arange(number))), shape=(len(self._none), number))
        squares = self._x.power(2).T @ (self._weight * said)
        variances: np.ndarray = squares - (chances @ self._x).power(2).T @ self._weights
        return variances

    def _log_sums(self, z: np.ndarray, none: np.ndarray) -> np.ndarray:
        """For each list, the log of the sum of the exponentials of its rivals and of none."""
        total = none.copy()
        np.logaddexp.at(total, self._each, z)
        return total
