"""The weights of features: fitted log odds, in the table that the commands `python -m benchmarks fit-…` write."""

from collections.abc import Mapping
from functools import cache

from termalign.kinds.kind import Features
from termalign.kinds.registry import REGISTRY
from termalign.tables import read_weights

_AS_GOOD_AS_SURE = 8.0  # log odds: the next pass has seen too few higher values to fit them

Table = Mapping[str, float]


@cache
def packaged() -> dict[str, dict[str, float]]:
    """Return the fitted weights by stage and feature. A kind of evidence that no fit has seen gets its `prior`."""
    found = read_weights(__package__, "weights.tsv")
    for kind in REGISTRY:
        for weights in found.values() if kind.prior else ():
            met = any(name == kind.name or name.startswith(f"{kind.name} ") for name in weights)
            if not met and "bias" in weights:
                weights[kind.name] = kind.prior
    return found


@cache
def of_translations(stage: str) -> Table:
    """Return the weights of a stage for texts with translations, plus those for a learned model, which have their own fit."""
    return {**packaged()[stage], **packaged().get(f"{stage} memory", {})}


@cache
def in_translations() -> Mapping[str, Table]:
    """Return the weights of all stages for texts with their translations, including those for a learned model."""
    return {**packaged(), **{stage: of_translations(stage) for stage in ("single", "together")}}


def log_odds(weights: Table, features: Features) -> float:
    """Return the sum of feature × weight. Features without a weight count as 0."""
    return sum([weights[name] * value for name, value in features.items() if name in weights])


def judged_before(odds: float) -> Features:
    """Return the log odds of one pass as features of the next: ``odds``, ``odds squared`` and ``odds above even``."""
    odds = bounded(odds)
    return {"odds": odds, "odds squared": odds * odds / 10, "odds above even": max(0.0, odds)}


def bounded(odds: float) -> float:
    """Return log odds limited to the range that a fit can distinguish."""
    if odds > _AS_GOOD_AS_SURE:
        return _AS_GOOD_AS_SURE
    return odds if odds > -_AS_GOOD_AS_SURE else -_AS_GOOD_AS_SURE
