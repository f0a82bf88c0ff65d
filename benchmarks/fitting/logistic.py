"""Logistic regression by Newton's method, with weights drawn towards a prior."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np


class Example(NamedTuple):
    """Something that is right or wrong, as the model sees it."""

    numbers: Mapping[str, float]  # features by name
    right: float  # 0 to 1
    weight: float  # how many ordinary examples it counts for
    document: str  # where it is from: what is of one document is never on both sides of a test


def fit(
    examples: Sequence[Example],
    prior: Mapping[str, float],
    strength: float,
    left_out: Iterable[str] = (),
    free: str = "bias",
) -> dict[str, float]:
    """The weights of greatest posterior probability.

    Parameters
    ----------
    examples : sequence of Example
    prior : mapping
        What a weight is taken to be before anything is seen; 0 where not named.
    strength : float
        How much evidence it takes to move a weight: the inverse of its prior variance.
    left_out : iterable of str
        Names whose weight stays at the prior, for want of examples that speak for them.
    free : str
        The name of the constant, which has no prior to speak of.
    """
    fixed = set(left_out)
    names = sorted({name for example in examples for name in example.numbers} - fixed)
    column = {name: k for k, name in enumerate(names)}
    x = np.zeros((len(examples), len(names)))
    base = np.zeros(len(examples))
    for row, example in enumerate(examples):
        for name, value in example.numbers.items():
            if name in column:
                x[row, column[name]] = value
            else:
                base[row] += prior.get(name, 0.0) * value
    y = np.array([example.right for example in examples])
    weight = np.array([example.weight for example in examples])
    start = np.array([prior.get(name, 0.0) for name in names])
    pull = np.full(len(names), strength)
    if free in column:
        pull[column[free]] = 0.1

    def loss(w: np.ndarray) -> float:
        z = np.clip(x @ w + base, -40, 40)
        return float(np.sum(weight * (np.logaddexp(0, z) - y * z)) + 0.5 * np.sum(pull * (w - start) ** 2))

    w = start.copy()
    current = loss(w)
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(x @ w + base, -40, 40)))
        gradient = x.T @ (weight * (p - y)) + pull * (w - start)
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(pull)
        direction = np.linalg.solve(hessian, gradient)
        step = 1.0
        while step > 1e-6 and loss(w - step * direction) > current - 1e-9:
            step /= 2
        if step <= 1e-6:
            break
        w = w - step * direction
        current = loss(w)
    return dict(zip(names, w.tolist(), strict=True)) | {name: prior.get(name, 0.0) for name in fixed}
