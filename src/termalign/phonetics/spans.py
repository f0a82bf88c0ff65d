"""Where in a sentence a katakana string is rendered."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from termalign.phonetics.alignment import reach
from termalign.phonetics.similarity import probability
from termalign.phonetics.sounds import framed_letters, kana_units


class WordSpan(NamedTuple):
    """A run of words, half-open, and the chance that it renders the katakana."""

    start: int
    end: int
    score: float


@lru_cache(maxsize=32768)
def _ends(kana: str, words: tuple[str, ...]) -> tuple[float, ...]:
    """Odds of `kana` being the first 1, 2, … of `words`."""
    letters = "_"
    ends = []
    for word in words:
        letters += framed_letters(word)[1:]
        ends.append(len(letters))
    odds = reach(kana_units(kana), letters)
    return tuple(odds[end] for end in ends)


def best_span(kana: str, words: Sequence[str], *, most_words: int = 5) -> WordSpan | None:
    """The run of up to `most_words` neighbouring words that sounds most like `kana`.

    Parameters
    ----------
    kana : str
        Katakana, of one word or several, with or without ・.
    words : sequence of str
        The words of a sentence; one without a letter in it (punctuation) ends a run.
    most_words : int
        Longest run considered.

    Returns
    -------
    WordSpan or None
        Indices into `words`, half-open, and the score; None if nothing is at all like `kana`.

    Examples
    --------
    >>> best_span("グランスノー", ["the", "resort", "Grand", "Snow", "Okuibuki"])[:2]
    (2, 4)
    """
    best, where = 0.0, None
    limit = 3 * len(kana) + 6
    for start in range(len(words)):
        run: list[str] = []
        size = 0
        for word in words[start : start + most_words]:
            letters = framed_letters(word)
            size += len(letters)
            if not letters or (run and size > limit):
                break
            run.append(word)
        if not run:
            continue
        for taken, odds in enumerate(_ends(kana, tuple(run)), 1):
            if odds > best:
                best, where = odds, (start, start + taken)
    return WordSpan(*where, probability(math.log(best))) if where else None
