"""Conversion between chances and log odds."""

import math

_FURTHEST = 30.0  # the largest log odds


def chance(log_odds: float) -> float:
    """Return the chance for log odds, in (0, 1).

    >>> chance(0.0), 0 < chance(-1000.0) < chance(-1.0) < chance(1000.0) < 1
    (0.5, True)
    """
    if log_odds > _FURTHEST:
        log_odds = _FURTHEST
    elif log_odds < -_FURTHEST:
        log_odds = -_FURTHEST
    return 1.0 / (1.0 + math.exp(-log_odds))


def log_odds(chance: float) -> float:
    """Return the log odds of a chance, which are finite also for 0 and 1.

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
