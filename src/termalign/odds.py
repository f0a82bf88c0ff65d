"""Chances and log odds, turned into each other."""

import math

_FURTHEST = 30.0  # log odds beyond which there is nothing to tell


def chance(log_odds: float) -> float:
    """Return the chance that log odds mean, in (0, 1).

    Examples
    --------
    >>> chance(0.0), 0 < chance(-1000.0) < chance(-1.0) < chance(1000.0) < 1
    (0.5, True)
    """
    return 1.0 / (1.0 + math.exp(-max(-_FURTHEST, min(_FURTHEST, log_odds))))


def log_odds(chance: float) -> float:
    """Return the log odds of a chance; they are finite for 0 and 1 too.

    Examples
    --------
    >>> log_odds(0.5), log_odds(0.0), log_odds(1.0)
    (0.0, -30.0, 30.0)
    """
    if chance <= 0.0:
        return -_FURTHEST
    if chance >= 1.0:
        return _FURTHEST
    return math.log(chance / (1.0 - chance))
