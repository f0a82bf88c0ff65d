"""How far apart things stand in two texts."""

import math

NEAR = 4.0  # words: within this distance nearness counts


def closeness(i: int, j: int, x: int, y: int) -> float:
    """How near the words ``i:j`` stand to the words ``x:y``: 1 where they meet, falling towards 0."""
    if x > j:
        return math.exp((j - x) / NEAR)
    return math.exp((y - i) / NEAR) if i > y else 1.0
