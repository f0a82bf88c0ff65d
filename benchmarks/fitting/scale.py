"""What the log odds of a chosen link say of its chance to be right (Platt scaling), fitted on texts that were held out."""

from collections.abc import Sequence
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


class Scale(NamedTuple):
    """Calibrated log odds = slope × (log odds + rarity × how rare the mentioned are in a list) + shift."""

    slope: float
    shift: float
    rarity: float = 0.0

    def chance(self, odds: float, rarity: float = 0.0) -> float:
        """How likely a link of these log odds is right."""
        return chance(self.slope * (odds + self.rarity * rarity) + self.shift)


AS_IT_IS = Scale(1.0, 0.0)


class Outcome(NamedTuple):
    """The log odds of a link, and whether it is right: loosely, as what scores are held against.

    `rarity` is the log of how many terms are listed for each that is mentioned.
    """

    odds: float
    right: bool
    rarity: float = 0.0


def outcomes(text: Linked, found: Sequence[Answer]) -> list[Outcome]:
    """Those of the links of a text."""
    known = Pairing(text.en, text.links)
    return [Outcome(answer.odds, known.loose(*answer.place)) for answer in found]


def scale(seen: Sequence[Outcome]) -> Scale:
    """The line that makes the outcomes most likely; it rises."""
    if not seen:
        return AS_IT_IS
    examples = [Example({"slope": x.odds, "shift": 1.0, "rarity": x.rarity}, x.right, 1.0, 0) for x in seen]
    line = fit(Examples.of(examples), _CAUTION, {"slope": 1.0}, free="", rare=lambda name: 0)
    slope = max(_LEAST_SLOPE, line["slope"])
    return Scale(slope, line["shift"], line.get("rarity", 0.0) / slope)


def calibration_table(seen: Sequence[Sequence[Outcome]], line: Scale) -> Table:
    """How far chances are off, as they are and by lines that were fitted on the other parts."""
    links = [x for part in seen for x in part]
    others = [scale([x for other in seen if other is not part for x in other]) for part in seen]
    chances = [each.chance(x.odds, x.rarity) for part, each in zip(seen, others, strict=True) for x in part]
    raw, right = [AS_IT_IS.chance(x.odds) for x in links], [float(x.right) for x in links]
    row = (len(links), *line, calibration_error(raw, right), calibration_error(chances, right))
    return Table(
        ("links", "slope", "shift", "rarity", "ECE as is", "ECE"), (row,), "Their calibration, fitted on other parts"
    )
