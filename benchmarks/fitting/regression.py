"""Logistic regression on many examples of few features each, with weights drawn towards a prior."""

from array import array
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

_FREE = 0.01  # what draws the constant towards its prior
RARE = 4  # examples: a feature of no more of them has no weight


class Example(NamedTuple):
    """Something that is right or wrong, as the model sees it."""

    features: Mapping[str, float]
    right: bool
    weight: float  # how many ordinary examples it counts for
    text: int  # the number of the text it is of


class Examples(NamedTuple):
    """Examples as a matrix, a row each and a column for each feature."""

    names: tuple[str, ...]
    features: csr_matrix
    right: np.ndarray
    weight: np.ndarray
    text: np.ndarray

    @classmethod
    def of(cls, examples: Iterable[Example]) -> "Examples":
        """The matrix of some examples; what is kept of each are numbers, for there are many."""
        column: dict[str, int] = {}
        values, columns, ends = array("d"), array("i"), array("i", [0])
        right, weight, text = array("d"), array("d"), array("i")
        for example in examples:
            for name, value in example.features.items():
                if value:
                    columns.append(column.setdefault(name, len(column)))
                    values.append(value)
            ends.append(len(values))
            right.append(example.right)
            weight.append(example.weight)
            text.append(example.text)
        matrix = csr_matrix((np.array(values), np.array(columns), np.array(ends)), shape=(len(right), len(column)))
        return cls(tuple(column), matrix, np.array(right), np.array(weight), np.array(text))

    def among(self, texts: Collection[int]) -> "Examples":
        """Those of some of the texts."""
        kept = np.isin(self.text, list(texts))
        return Examples(self.names, self.features[kept], self.right[kept], self.weight[kept], self.text[kept])


def fit(
    examples: Examples,
    strength: float,
    prior: Mapping[str, float] | None = None,
    free: str = "bias",
    rare: Callable[[str], int] = lambda name: RARE,
    held: Mapping[str, float] | None = None,
) -> dict[str, float]:
    """The weights of greatest posterior probability, by L-BFGS.

    Parameters
    ----------
    examples : Examples
    strength : float
        How much evidence it takes to move a weight: the inverse of its prior variance.
    prior : mapping, optional
        What a weight is taken to be before anything is seen; 0 where not named.
    free : str
        The name of the constant, which has no prior to speak of.
    rare : callable
        For each feature, a number of examples: if no more have it, it is left out.
    held : mapping, optional
        Weights that stay as they are; they are not given back.
    """
    x, y, weight = examples.features, examples.right, examples.weight
    seen = np.bincount(x.indices, minlength=len(examples.names))
    common = seen > np.array([rare(name) for name in examples.names])
    start = common * np.array([(prior or {}).get(name, 0.0) for name in examples.names])
    pull = np.array([_FREE if name == free else strength for name in examples.names])
    known = held or {}
    fixed = x @ np.array([known.get(name, 0.0) for name in examples.names])
    moved = common & np.array([name not in known for name in examples.names])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w + fixed
        off = pull * (w - start)
        value = np.sum(weight * (np.logaddexp(0, z) - y * z)) + 0.5 * np.sum(off * (w - start))
        return float(value), moved * (x.T @ (weight * (1 / (1 + np.exp(-z)) - y)) + off)

    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {name: float(found[k]) for k, name in enumerate(examples.names) if moved[k]}
