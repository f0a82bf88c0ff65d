"""Rules are found where the weights of single features do not do."""

import math
import random

import pytest

from benchmarks.fitting.regression import Example, Examples, fit
from benchmarks.fitting.rules import found
from termalign.decide.rules import kept
from termalign.decide.weights import log_odds
from termalign.odds import chance


def made_up(seed: int, *, apart: float, together: float) -> list[Example]:
    """Examples, likelier to be right by `a` and `b`, each by itself, and the more if both are high; the rest is noise."""
    drawn = random.Random(seed)
    examples = []
    for k in range(4000):
        f = {name: drawn.random() for name in "abcdef"}
        odds = -1.0 + apart * (f["a"] + f["b"]) + together * (f["a"] > 0.5 and f["b"] > 0.5)
        examples.append(Example({"bias": 1.0, **f}, drawn.random() < chance(odds), 1.0, k))
    return examples


def loss(examples: list[Example], weights: dict[str, float]) -> float:
    """The mean negative log likelihood of examples."""
    said = [chance(log_odds(weights, dict(example.features))) for example in examples]
    return -sum(math.log(p if x.right else 1 - p) for p, x in zip(said, examples, strict=True)) / len(examples)


def with_rules(learned: list[Example], asked: list[Example]) -> tuple[float, float]:
    """What is lost on examples by weights alone, and by weights and rules, that were learned from others."""
    plain = fit(Examples.of(learned), 1.0)
    rules = found(Examples.of(learned), plain)

    def ruled(examples: list[Example]) -> list[Example]:
        return [x._replace(features={**x.features, **kept(rules, dict(x.features))}) for x in examples]

    every = plain | fit(Examples.of(ruled(learned)), 100.0, held=plain)
    return loss(asked, plain), loss(ruled(asked), every)


@pytest.mark.parametrize(
    ("apart", "together", "gained"),
    [
        (0.0, 3.0, 0.04),
        (1.0, 3.0, 0.015),
        (1.0, -3.0, 0.04),
        (2.0, 0.0, -0.01),  # weights say it all: rules do little harm
        (0.0, 0.0, -0.01),
    ],
)
def test_rules_say_what_weights_cannot(apart: float, together: float, gained: float) -> None:
    alone, both = with_rules(made_up(1, apart=apart, together=together), made_up(2, apart=apart, together=together))
    assert alone - both > gained


def test_rules_are_the_same_each_time() -> None:
    examples = Examples.of(made_up(3, apart=0.0, together=3.0))
    weights = fit(examples, 1.0)
    assert found(examples, weights) == found(examples, weights)


def test_rare_features_are_in_no_rule() -> None:
    rare = [x._replace(features={**x.features, **({"rare": 1.0} if k < 60 else {})}, right=k < 60 or x.right)
            for k, x in enumerate(made_up(4, apart=0.0, together=3.0))]  # fmt: skip
    rules = found(Examples.of(rare), {})
    assert {c.feature for rule in rules for c in rule.conditions} == set("abcdef")
