"""The weights of features: fitted log odds, in the table that the commands `python -m benchmarks fit-…` write."""

from collections.abc import Mapping
from functools import cache

from termalign.kinds.kind import Features
from termalign.kinds.registry import REGISTRY
from termalign.tables import read_weights

_AS_GOOD_AS_SURE = 8.0  # log odds of one look: beyond them, the next has seen too few to tell them apart

Table = Mapping[str, float]


@cache
def packaged() -> dict[str, dict[str, float]]:
    """Return the fitted weights, by stage and feature name; of a kind of evidence that no fit of a stage has met, its `prior`."""
    found = read_weights(__package__, "weights.tsv")
    for kind in REGISTRY:
        for weights in found.values() if kind.prior else ():
            met = any(name == kind.name or name.startswith(f"{kind.name} ") for name in weights)
            if not met and "bias" in weights:
                weights[kind.name] = kind.prior
    return found


@cache
def of_translations(stage: str) -> Table:
    """Return the weights of a stage in texts and their translations: what a model has learned counts there, and is
    fitted by itself.
    """
    return {**packaged()[stage], **packaged().get(f"{stage} memory", {})}


@cache
def in_translations() -> Mapping[str, Table]:
    """Return the weights of all stages, those of texts and their translations with what a model has learned."""
    return {**packaged(), **{stage: of_translations(stage) for stage in ("single", "together")}}


def log_odds(weights: Table, features: Features) -> float:
    """Return the sum of feature × weight; a feature without a weight counts nothing."""
    return sum([weights[name] * value for name, value in features.items() if name in weights])


def judged_before(odds: float) -> Features:
    """Return the log odds of one pass as features of the next: ``odds``, ``odds squared`` and ``odds above even``."""
    odds = bounded(odds)
    return {"odds": odds, "odds squared": odds * odds / 10, "odds above even": max(0.0, odds)}


def bounded(odds: float) -> float:
    """Return log odds limited to the range that a fit can distinguish."""
    return max(-_AS_GOOD_AS_SURE, min(_AS_GOOD_AS_SURE, odds))
