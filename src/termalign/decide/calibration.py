"""Calibration: turn the odds by which links are chosen into the probability that a link is right.

The models grade spans and are fitted on every candidate, but only some candidates become links, and each situation
chooses them in its own way. So each situation has its own scale, a straight line between log odds

    log(chance / (1 - chance)) = slope · log(score / (1 - score)) + shift

fitted on links of documents that the models had not seen (Platt scaling: J. Platt, "Probabilistic outputs for support
vector machines", 1999). The slope is positive, so a higher score always means a higher chance.
"""

from typing import NamedTuple

from termalign.decide.weights import packaged
from termalign.odds import chance as chance_of
from termalign.odds import log_odds

_SMALL = 0.01  # smaller chances keep three significant digits instead of four decimals


class Scale(NamedTuple):
    """A line that turns scores into chances, in log odds."""

    slope: float
    shift: float

    def chance(self, score: float) -> float:
        """Return the chance, from 0 to 1, that a link with this score is right.

        Examples
        --------
        >>> round(Scale(slope=1.0, shift=0.0).chance(0.7), 6), round(Scale(slope=2.0, shift=0.5).chance(0.7), 3)
        (0.7, 0.9)
        """
        return published(chance_of(self.slope * log_odds(score) + self.shift))

    def score(self, chance: float) -> float:
        """Return the score that corresponds to a chance, less a margin for rounding; 0 for a chance of 0.

        Examples
        --------
        >>> scale = Scale(slope=2.0, shift=0.5)
        >>> [abs(scale.chance(scale.score(chance)) - chance) < 2e-4 for chance in (0.3, 0.5, 1.0)], scale.score(0.0)
        ([True, True, True], 0.0)
        """
        less = chance - 0.6e-4  # the published chance is rounded to four decimals
        return 0.0 if less <= 0.0 else chance_of((log_odds(less) - self.shift) / self.slope)


def published(chance: float) -> float:
    """Return a chance rounded to four decimals, or to three significant digits if it is small, so that it is never 0.

    Examples
    --------
    >>> published(0.99996), published(0.123456), published(0.000012345)
    (1.0, 0.1235, 1.23e-05)
    """
    return round(chance, 4) if chance >= _SMALL else float(f"{chance:.3g}")


AS_IT_IS = Scale(1.0, 0.0)


def fitted_scale(situation: str) -> Scale:
    """Return the scale for a situation: ``text``, ``given`` or ``listed``."""
    fitted = packaged()["calibration"]
    return Scale(fitted[f"{situation} slope"], fitted[f"{situation} shift"])
