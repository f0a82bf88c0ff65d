"""What the log odds of a chosen link say of its chance to be right (Platt scaling), fitted on texts that were held out."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from benchmarks.chances import calibration_error
from benchmarks.fitting.answers import Answer
from benchmarks.fitting.regression import Example, Examples, fit
from benchmarks.fitting.texts import Linked
from benchmarks.report import Table
from benchmarks.spans import Pairing
from termalign.odds import chance

_CAUTION = 4.0  # how much evidence it takes to move the line away from the odds as they are: inverse prior variance
_LEAST_SLOPE = 0.2
_NONE: Mapping[str, float] = MappingProxyType({})


class Scale(NamedTuple):
    """Calibrated log odds = slope × (log odds + the sum of feature × weight) + shift."""

    slope: float
    shift: float
    weights: Mapping[str, float] = _NONE

    def chance(self, odds: float, features: Mapping[str, float] = _NONE) -> float:
        """How likely a link of these log odds is right."""
        more = sum(weight * features.get(name, 0.0) for name, weight in self.weights.items())
        return chance(self.slope * (odds + more) + self.shift)


AS_IT_IS = Scale(1.0, 0.0)


class Outcome(NamedTuple):
    """The log odds of a link, and whether it is right: loosely, as what scores are held against.

    `features` are what the odds leave out, and the scale may weigh.
    """

    odds: float
    right: bool
    features: Mapping[str, float] = _NONE


def outcomes(text: Linked, found: Sequence[Answer]) -> list[Outcome]:
    """Those of the links of a text."""
    known = Pairing(text.en, text.links)
    return [Outcome(answer.odds, known.loose(*answer.place), answer.features) for answer in found]


def scale(seen: Sequence[Outcome]) -> Scale:
    """The line that makes the outcomes most likely; it rises."""
    if not seen:
        return AS_IT_IS
    examples = [Example({"slope": x.odds, "shift": 1.0, **x.features}, x.right, 1.0, 0) for x in seen]
    line = fit(Examples.of(examples), _CAUTION, {"slope": 1.0}, free="", rare=lambda name: 0)
    slope, shift = max(_LEAST_SLOPE, line.pop("slope")), line.pop("shift")
    return Scale(slope, shift, {name: weight / slope for name, weight in line.items()})


def calibration_table(seen: Sequence[Sequence[Outcome]], line: Scale) -> Table:
    """How far chances are off, as they are and by lines that were fitted on the other parts."""
    links = [x for part in seen for x in part]
    chances = [each.chance(x.odds, x.features) for part, each in zip(seen, of_others(seen), strict=True) for x in part]
    raw, right = [AS_IT_IS.chance(x.odds) for x in links], [float(x.right) for x in links]
    slope, shift, weights = line
    row = (
        len(links),
        slope,
        shift,
        *weights.values(),
        calibration_error(raw, right),
        calibration_error(chances, right),
    )
    columns = ("links", "slope", "shift", *weights, "ECE as is", "ECE")
    return Table(columns, (row,), "Their calibration, fitted on other parts")


def of_others(seen: Sequence[Sequence[Outcome]]) -> list[Scale]:
    """For each part, the scale that the other parts give."""
    return [scale([x for other in seen if other is not part for x in other]) for part in seen]
