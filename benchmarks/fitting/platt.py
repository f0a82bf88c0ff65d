"""The scales of `termalign.calibration`, fitted on links that are known to be right or wrong."""

import math
from collections.abc import Sequence
from typing import get_args

from benchmarks.fitting.logistic import Example, fit
from benchmarks.fitting.outcomes import Outcome
from termalign.calibration import Scale, Way

_CAUTION = 4.0  # how much evidence it takes to move the line away from the score as it is: inverse prior variance
_LEAST_SLOPE = 0.2
_PLAIN = {"slope": 1.0}


def scales(outcomes: Sequence[Outcome]) -> dict[str, Scale]:
    """A scale for each way of making links."""
    return {way: fitted([x for x in outcomes if x.way == way]) for way in get_args(Way)}


def fitted(outcomes: Sequence[Outcome]) -> Scale:
    """The line that makes the outcomes most likely; it rises, and without outcomes leaves scores as they are."""
    if not outcomes:
        return Scale(1.0, 0.0)
    examples = [Example({"slope": _log_odds(x.score), "shift": 1.0}, float(x.right), 1.0, x.document) for x in outcomes]
    line = fit(examples, _PLAIN, _CAUTION, free="")
    return Scale(max(_LEAST_SLOPE, line["slope"]), line["shift"])


def _log_odds(score: float) -> float:
    kept = min(0.9999, max(0.0001, score))
    return math.log(kept / (1.0 - kept))
