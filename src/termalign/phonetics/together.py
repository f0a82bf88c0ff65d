"""Comparison of many katakana words with one Latin phrase, in which shared beginnings are compared only once."""

import math
from collections.abc import Collection, Iterator
from functools import cache

from termalign.phonetics.coded import decoded, units
from termalign.phonetics.comparison import HOPELESS, hopeful_similarity, least_odds, probability, usual
from termalign.phonetics.letter_names import spellings
from termalign.phonetics.possible_sounds import Spelling, spelling_of
from termalign.phonetics.sound_alignment import indexed, step
from termalign.phonetics.sounds import framed_letters
from termalign.phonetics.spans import opening_letters
from termalign.phonetics.upper_bounds import at_most
from termalign.phonetics.weights import weights

_FEW = 50  # so few words are compared faster one by one than by preparing the phrase, or as fast
# A word with lower odds for its beginning is given up: 99.7% of true pairs pass, and 11% of random ones.
_BEGINNING, _LEAST_BEGINNING = 2, 0.01  # units, odds ratio


@cache
def _first_units() -> dict[str, frozenset[int]]:
    """Return, by the first two characters of a framed word, the units that may begin it."""
    found: dict[str, set[int]] = {}
    for k, unit in enumerate(units()):
        for opening in opening_letters(unit, weights()):
            found.setdefault(opening, set()).add(k)
    return {opening: frozenset(each) for opening, each in found.items()}


def first_units(latin: str) -> frozenset[int]:
    """Return the sound units, as `coded`, that katakana for a Latin phrase may begin with.

    Examples
    --------
    >>> from termalign.phonetics import coded
    >>> [coded(kana)[0] in first_units("group") for kana in ("グ", "タ", "マ")]
    [True, False, False]
    """
    table = _first_units()
    framed = [indexed(framed_letters(spelling)).bare[:2] for spelling in dict.fromkeys(spellings(latin))]
    return frozenset().union(*(table.get(opening, frozenset()) for opening in framed))


def alike(
    words: Collection[bytes],
    latin: str,
    least: float,
) -> Iterator[tuple[bytes, float]]:
    """Yield the katakana words that may represent a phrase, in ascending order, each with its `similarity`.

    Parameters
    ----------
    words : collection of bytes
        Distinct `coded` words.
    latin : str
        A word or phrase.
    least : float
        The least similarity. Words below it are left out, and also a few with hopeless beginnings.

    Examples
    --------
    >>> from termalign.phonetics import coded
    >>> words = {coded(kana): kana for kana in ["グループ", "グラス", "テーブル"]}
    >>> [words[word] for word, _ in alike(words, "group", 0.5)]
    ['グループ']
    """
    if len(words) <= _FEW:
        for word in sorted(words):
            same = hopeful_similarity(decoded(word), latin)
            if same >= least:
                yield word, same
        return
    need = _odds(least)
    for spelling in dict.fromkeys(spellings(latin)):
        framed = framed_letters(spelling)
        if framed:
            heard = spelling_of(framed).of(words)
            for word, same in _alike(heard.reached_by(words, need), framed, heard, need):
                if same >= least:
                    yield word, same


def _odds(least: float) -> float:
    return least_odds(least) if 0.0 < least < 1.0 else math.copysign(math.inf, least - 0.5)


def _alike(words: list[bytes], framed: str, heard: Spelling, need: float) -> Iterator[tuple[bytes, float]]:
    """Yield the words that may reach the log odds `need`, each with its similarity."""
    letters, table, size = indexed(framed), weights(), len(framed)
    by_chance, unit_of, inner = usual(framed), units(), heard.inner
    segments = heard.segments
    expected = by_chance[-1]
    rows: list[tuple[list[float], float, float]] = [([1.0], 1.0, 0.0)]  # after each unit of `before`
    before = hopeless = b""
    for word in words:
        if hopeless and word.startswith(hopeless):
            continue
        ahead = heard.ahead(word)
        if heard.first[word[0]] + ahead < need:
            continue
        hopeless = b""
        shared = 0
        for mine, theirs in zip(word, before, strict=False):
            if mine != theirs:
                break
            shared += 1
        del rows[shared + 1 :]
        for count, unit in enumerate(word):
            if count:
                ahead -= inner[unit]
            if count >= shared:
                here, best, _ = rows[-1]
                row, now = step(here, best, unit_of[unit], letters, table, HOPELESS, segments[unit])
                if (count and now < HOPELESS and best < HOPELESS) or (
                    count + 1 == _BEGINNING and max(row) <= _LEAST_BEGINNING
                ):
                    hopeless = word[: count + 1]
                    break
                rows.append((row, now, at_most(row, by_chance)))
            if count + 1 < len(word) and rows[count + 1][2] + ahead < need:
                break
        else:
            last = rows[-1][0]
            odds = last[size] if len(last) > size else 0.0
            if odds > 0.0:
                yield word, probability(math.log(odds / expected))
        before = word[: len(rows) - 1]
