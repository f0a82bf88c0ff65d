"""What each feature is worth: fitted log odds, in the table that `fit-heart`, `fit-given`, `fit-listed`, `fit-memory` write."""

import importlib.resources
import math
from collections.abc import Mapping
from functools import cache

from termalign.kinds.kind import Features

_FURTHEST = 30.0  # log odds

Table = Mapping[str, float]


@cache
def packaged() -> dict[str, dict[str, float]]:
    """The fitted weights, by stage and feature name."""
    found: dict[str, dict[str, float]] = {}
    text = importlib.resources.files("termalign.decide").joinpath("weights.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            stage, name, weight = line.split("\t")
            found.setdefault(stage, {})[name] = float(weight)
    return found


@cache
def of_translations(stage: str) -> Table:
    """The weights of a stage in texts and their translations: what a model has learned counts there, and is fitted by itself."""
    return {**packaged()[stage], **packaged().get(f"{stage} memory", {})}


def log_odds(weights: Table, features: Features) -> float:
    """The sum of feature × weight; a feature without a weight counts nothing."""
    return sum([weights[name] * value for name, value in features.items() if name in weights])


def judged_before(odds: float) -> Features:
    """What the log odds of one look are to the next: its features ``odds``, ``odds squared`` and ``odds above even``."""
    return {"odds": odds, "odds squared": odds * odds / 10, "odds above even": max(0.0, odds)}


def chance(log_odds: float) -> float:
    """The chance that these log odds say, in (0, 1)."""
    return 1.0 / (1.0 + math.exp(-max(-_FURTHEST, min(_FURTHEST, log_odds))))
