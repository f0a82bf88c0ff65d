"""Comparison of many katakana words with one Latin phrase, of which only those are compared that may sound like it."""

import math
from collections.abc import Collection, Iterator
from functools import cache

from termalign.phonetics.coded import decoded, units
from termalign.phonetics.comparison import hopeful_similarity, least_odds
from termalign.phonetics.letter_names import spellings
from termalign.phonetics.possible_sounds import possible_sounds
from termalign.phonetics.sound_alignment import indexed
from termalign.phonetics.sound_weights import weights
from termalign.phonetics.sounds import framed_letters
from termalign.phonetics.spans import opening_letters


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
    # up to fifty words are compared as fast one by one as by preparing the phrase
    for word in sorted(_within_reach(words, latin, least) if len(words) > 50 else words):
        same = hopeful_similarity(decoded(word), latin)
        if same >= least:
            yield word, same


def _within_reach(words: Collection[bytes], latin: str, least: float) -> set[bytes]:
    """Return the words whose sounds the phrase may have, in any of its spellings."""
    need = least_odds(least) if 0.0 < least < 1.0 else math.copysign(math.inf, least - 0.5)
    framed = filter(None, [framed_letters(spelling) for spelling in dict.fromkeys(spellings(latin))])
    return {word for each in framed for word in possible_sounds(each).reached_by(words, need)}
