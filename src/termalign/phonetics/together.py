"""Many katakana words against one Latin phrase: what begins alike is compared once for all of them."""

import math
from collections.abc import Iterable, Iterator
from functools import cache

from termalign.phonetics.alignment import indexed, step
from termalign.phonetics.comparison import probability, usual
from termalign.phonetics.letter_names import spellings
from termalign.phonetics.sounds import framed_letters
from termalign.phonetics.spans import opening_letters
from termalign.phonetics.weights import weights

_HOPELESS = 0.02  # odds ratio of two units in a row: termalign.phonetics.alignment.forward
_BEGINNING, _LEAST_BEGINNING = 2, 0.01  # units, odds ratio: termalign.phonetics.skeleton.may_match

Units = tuple[str, ...]


@cache
def _first_units() -> dict[str, frozenset[str]]:
    """The first two letters of a word, boundary and all → the units that may begin it."""
    found: dict[str, set[str]] = {}
    for unit in weights().unwritten:
        for opening in opening_letters(unit, weights()):
            found.setdefault(opening, set()).add(unit)
    return {opening: frozenset(units) for opening, units in found.items()}


def first_units(latin: str) -> frozenset[str]:
    """The sound units that katakana for a Latin phrase may begin with.

    Examples
    --------
    >>> sorted({"グ", "タ", "マ"} & first_units("group"))
    ['グ']
    """
    table = _first_units()
    framed = [indexed(framed_letters(spelling)).bare[:2] for spelling in dict.fromkeys(spellings(latin))]
    return frozenset().union(*(table.get(opening, frozenset()) for opening in framed))


def alike(kana: Iterable[Units], latin: str, least: float) -> Iterator[tuple[Units, float]]:
    """Those of many katakana words that a phrase may be written by, each with its `similarity`.

    Parameters
    ----------
    kana : iterable of tuple of str
        Sound units (`heard`), in ascending order.
    latin : str
        A word or phrase.
    least : float
        Words that are less alike are left out; a few hopeless beginnings too.

    Examples
    --------
    >>> from termalign.phonetics import heard
    >>> words = sorted(map(heard, ["グループ", "グラス", "テーブル"]))
    >>> ["".join(units) for units, _ in alike(words, "group", 0.5)]
    ['グループ']
    """
    words = list(kana)
    for spelling in dict.fromkeys(spellings(latin)):
        framed = framed_letters(spelling)
        if framed:
            yield from _alike(words, framed, least)


def _alike(words: list[Units], framed: str, least: float) -> Iterator[tuple[Units, float]]:
    letters, table, size = indexed(framed), weights(), len(framed)
    expected = usual(framed)[-1]
    rows: list[tuple[list[float], float]] = [([1.0], 1.0)]  # after each unit of `before`
    before: Units = ()
    hopeless: Units = ()
    for units in words:
        if hopeless and units[: len(hopeless)] == hopeless:
            continue
        hopeless = ()
        shared = 0
        for mine, theirs in zip(units, before, strict=False):
            if mine != theirs:
                break
            shared += 1
        del rows[shared + 1 :]
        for count in range(shared, len(units)):
            here, best = rows[-1]
            row, now = step(here, best, units[count], letters, table, _HOPELESS)
            if (count and now < _HOPELESS and best < _HOPELESS) or (
                count + 1 == _BEGINNING and max(row) <= _LEAST_BEGINNING
            ):
                hopeless = units[: count + 1]
                break
            rows.append((row, now))
        before = units[: len(rows) - 1]
        if not hopeless and units:
            last = rows[-1][0]
            odds = last[size] if len(last) > size else 0.0
            if odds > 0.0 and (same := probability(math.log(odds / expected))) >= least:
                yield units, same
