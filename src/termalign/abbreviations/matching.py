"""A test of whether a short form abbreviates a given sequence of words, wherever they are in a text."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final

from termalign.abbreviations.agreement import best_reading
from termalign.abbreviations.definition import UNMARKED, reliability, shape_prior
from termalign.abbreviations.word_parts import parts
from termalign.arguments import checked, strings

#: The least reliability of a match.
_LEAST: Final = 0.05


def match_short_form(short: str, words: Sequence[str]) -> tuple[float, tuple[int, ...]] | None:
    """Return how reliably `short` abbreviates exactly `words`, and the words that supply its letters.

    Parameters
    ----------
    short : str
        A short form; a plural or possessive ending and periods are allowed.
    words : sequence of str
        The words of a possible long form, in order; a word may be hyphenated.

    Returns
    -------
    tuple of float and tuple of int, or None
        The reliability, in (0, 1), and the indices of the words that supply a letter. None if the letters do not occur in
        order, beginning with the first word's. The reliability is that of two forms in the same text without a sign that one
        defines the other. Content words that supply no letter lower it; function words hardly affect it.

    Examples
    --------
    >>> reliable, used = match_short_form("METI", "Ministry of Economy , Trade and Industry".split())
    >>> reliable > 0.9, used
    (True, (0, 2, 4, 6))
    >>> match_short_form("T3", ["Tokuryu", "Targeting", "Team"])[1]
    (0, 1, 2)
    >>> match_short_form("NPA", ["Tokyo", "police"]) is None
    True
    """
    checked(short, "short")
    words = strings(words, "words", "words: a word")
    # Most pairs have nothing in common: no word begins with the first letter.
    first = short[:1].lower()
    plain = first.isascii() and first.isalpha() and first != "x"
    if plain and not any(word[:1].lower() == first for word in words):
        return None
    return _match(short, tuple(words))


@lru_cache(1024)
def _match(short: str, words: tuple[str, ...]) -> tuple[float, tuple[int, ...]] | None:
    text = " ".join(words)
    found = parts(text, 0, len(text))
    match = best_reading(short, found, "within") if short and found else None
    if match is None:
        return None
    ends = list(accumulate((len(word) + 1 for word in words), initial=-1))[1:]
    used = dict.fromkeys(bisect_left(ends, found[index].end) for index in match.used)
    likely = reliability(match.score + shape_prior(short) + UNMARKED)
    return (likely, tuple(used)) if likely >= _LEAST else None
