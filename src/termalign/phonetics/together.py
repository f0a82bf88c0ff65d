"""Many katakana words against one Latin phrase: what begins alike is compared once for all of them."""

import math
from collections.abc import Iterable, Iterator
from functools import cache

from termalign.phonetics.alignment import indexed, step
from termalign.phonetics.bounds import Most, at_most
from termalign.phonetics.comparison import least_odds, probability, usual
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


def alike(kana: Iterable[tuple[Units, float]], latin: str) -> Iterator[tuple[Units, float]]:
    """Those of many katakana words that a phrase may be written by, each with its `similarity`.

    Parameters
    ----------
    kana : iterable of (tuple of str, float)
        Sound units (`heard`), in ascending order, each with the least likeness that is of use; what is less alike is left
        out, and a few hopeless beginnings too.
    latin : str
        A word or phrase.

    Examples
    --------
    >>> from termalign.phonetics import heard
    >>> words = sorted(map(heard, ["グループ", "グラス", "テーブル"]))
    >>> ["".join(units) for units, _ in alike([(units, 0.5) for units in words], "group")]
    ['グループ']
    """
    needs = _Needs()
    words = [(units, least, needs[least]) for units, least in kana]
    for spelling in dict.fromkeys(spellings(latin)):
        framed = framed_letters(spelling)
        if framed:
            yield from _alike(words, framed)


class _Needs(dict[float, float]):
    """`least_odds`: a text asks for the same of most words."""

    def __missing__(self, least: float) -> float:
        found = self[least] = least_odds(least) if 0.0 < least < 1.0 else -math.inf
        return found


def _alike(words: list[tuple[Units, float, float]], framed: str) -> Iterator[tuple[Units, float]]:
    letters, table, size = indexed(framed), weights(), len(framed)
    by_chance = usual(framed)
    expected = by_chance[-1]
    most = Most(framed).__getitem__
    rows: list[tuple[list[float], float, float]] = [([1.0], 1.0, 0.0)]  # after each unit of `before`
    before: Units = ()
    hopeless: Units = ()
    for units, least, need in words:
        if hopeless and units[: len(hopeless)] == hopeless:
            continue
        ahead = sum(map(most, units))
        if ahead < need:
            continue
        hopeless = ()
        shared = 0
        for mine, theirs in zip(units, before, strict=False):
            if mine != theirs:
                break
            shared += 1
        del rows[shared + 1 :]
        for count in range(len(units)):
            ahead -= most(units[count])
            if count >= shared:
                here, best, _ = rows[-1]
                row, now = step(here, best, units[count], letters, table, _HOPELESS)
                if (count and now < _HOPELESS and best < _HOPELESS) or (
                    count + 1 == _BEGINNING and max(row) <= _LEAST_BEGINNING
                ):
                    hopeless = units[: count + 1]
                    break
                rows.append((row, now, at_most(row, by_chance)))
            if rows[count + 1][2] + ahead < need:
                break
        else:
            last = rows[-1][0]
            odds = last[size] if len(last) > size else 0.0
            if odds > 0.0 and (same := probability(math.log(odds / expected))) >= least:
                yield units, same
        before = units[: len(rows) - 1]
