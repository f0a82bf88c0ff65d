"""Calibration: turn the odds by which links are chosen into the probability that a link is right.

The models grade spans and are fitted on every candidate, but only some candidates become links, and each situation
chooses them in its own way. So each situation has its own scale, a straight line between log odds

    log(chance / (1 - chance)) = slope · odds + shift

fitted on links of documents that the models had not seen (Platt scaling: J. Platt, "Probabilistic outputs for support
vector machines", 1999). The slope is positive, so higher odds always mean a higher chance.
"""

from typing import NamedTuple

from termalign.decide.weights import packaged
from termalign.odds import chance as chance_of

_SMALL = 0.01  # smaller chances keep three significant digits instead of four decimals
_MARGIN = 0.6e-4  # a little more than a published chance can differ from the exact one


class Scale(NamedTuple):
    """A line that turns the log odds of a model into those of a chance."""

    slope: float
    shift: float

    def chance(self, odds: float) -> float:
        """Return the chance, from 0 to 1, that a link with these log odds is right, as it is published.

        Examples
        --------
        >>> Scale(slope=1.0, shift=0.0).chance(0.0), Scale(slope=2.0, shift=0.5).chance(0.85)
        (0.5, 0.9002)
        """
        return published(chance_of(self.slope * odds + self.shift))

    def above(self, odds: float, least: float) -> float:
        """Return how far the exact chance of these log odds is above a published one; at most 0 if it is not published.

        Examples
        --------
        >>> scale = Scale(slope=1.0, shift=0.0)
        >>> round(scale.above(2.0, 0.5), 3), scale.above(0.0, 0.5) > 0, scale.above(-0.1, 0.5) > 0
        (0.381, True, False)
        """
        return chance_of(self.slope * odds + self.shift) - least + _MARGIN


def published(chance: float) -> float:
    """Return a chance rounded to four decimals, or to three significant digits if it is small, so that it is never 0.

    Examples
    --------
    >>> published(0.99996), published(0.123456), published(0.000012345)
    (1.0, 0.1235, 1.23e-05)
    """
    return round(chance, 4) if chance >= _SMALL else float(f"{chance:.3g}")


AS_IT_IS = Scale(1.0, 0.0)
USUAL = 0.42
"""The score of a link from which it is shown, if nothing else is asked for: F1 on development data is highest from there
(lists) to 0.5 (texts)."""


def fitted_scale(situation: str) -> Scale:
    """Return the scale for a situation: ``text``, ``given`` or ``listed``."""
    fitted = packaged()["calibration"]
    return Scale(fitted[f"{situation} slope"], fitted[f"{situation} shift"])
