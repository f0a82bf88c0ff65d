"""The odds that a katakana string and Latin letters are the same word, summed over every way to align them."""

import math
from functools import lru_cache

from termalign.phonetics.sounds import bare_letters, framed_letters, kana_units
from termalign.phonetics.weights import LONGEST, weights

NEVER = -99.0
_EPSILON = 1e-9


def reach(units: tuple[str, ...], letters: str) -> list[float]:
    """Odds of all of `units` having been spelled by the first j letters, for each j in 0..len(letters)."""
    table = weights()
    size = len(letters)
    bare = bare_letters(letters)
    drop = [table.silent.get(char, 0.0) for char in bare]
    spelled = table.spelled
    here = [0.0] * (size + 1)
    here[0] = 1.0
    for unit in units:
        ways = spelled.get(unit)
        if ways is None:
            return [0.0] * (size + 1)
        after = [0.0] * (size + 1)
        get = ways.get
        for j, odds in enumerate(here):
            if odds < _EPSILON:
                continue
            for k in range(j, min(j + LONGEST, size) + 1):
                way = get(letters[j:k])
                if way:
                    after[k] += odds * way
                elif bare is not letters:
                    way = get(bare[j:k])
                    if way:
                        after[k] += odds * way
        for j, silent in enumerate(drop):
            if after[j] > _EPSILON:
                after[j + 1] += after[j] * silent
        here = after
    return here


@lru_cache(maxsize=65536)
def log_odds(kana: str, latin: str) -> float:
    """Natural log of P(kana, latin | one renders the other) / (P(kana) · P(latin))."""
    units, letters = kana_units(kana), framed_letters(latin)
    if not units or not letters:
        return NEVER
    odds = reach(units, letters)[-1]
    return math.log(odds) if odds > 0.0 else NEVER
