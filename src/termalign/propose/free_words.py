"""Candidates for given terms: English words that nothing in the Japanese explains."""

import math
from collections.abc import Iterator, Sequence, Set

from termalign.english.text import EnglishText
from termalign.propose.candidate import Candidate
from termalign.propose.nearby import nearest
from termalign.propose.shapes import NAMES, shape
from termalign.terms.term import Term

_MOST = 3  # content words
_MOST_STARTS = 16  # words that a candidate may begin with: the closest to the position of the term
_HOPE = -3.0  # log odds


def free_words(
    place: tuple[int, int],
    middle: float,
    term: Term,
    free: Sequence[bool],
    known: Set[tuple[int, int]],
    english: EnglishText,
) -> Iterator[Candidate]:
    """Yield candidates for a given term at up to three adjacent content words that are free; names need capitals at both ends.

    Small words may stand between the content words. In a text without capitals, names need none. ``middle`` is the
    position of the term in the Japanese, 0 to 1. ``free`` says which content words nothing explains, and ``known`` are
    English words that already have candidates for the term.
    """
    sort = shape(term)
    able = english.capitalised if sort in NAMES and english.cased else [True] * len(english)
    starts = [k for k, each in enumerate(free) if each and able[k]]
    for i in starts[nearest(starts, middle * len(english), _MOST_STARTS)]:
        words = small = 0
        for j in range(i + 1, len(english) + 1):
            k = j - 1
            if k > i and (not english.tight[k - 1] or english.sentences[k] != english.sentences[i]):
                break
            if not free[k]:
                small += 1
                if small > 1 or not english.lexemes[k].function:
                    break
                continue
            words += 1
            if words > _MOST:
                break
            if able[k] and (i, j) not in known:
                features = {
                    "bias": 1.0,
                    "free words": 1.0,
                    f"free words {words}": 1.0,
                    f"free words of a {sort}": 1.0,
                    "free words of a morpheme": float(place[1] - place[0] == 1),
                    "off place": abs((i + j) / 2 / len(english) - middle),
                    "words": math.log(j - i),
                }
                yield Candidate(*place, i, j, "context", features, term, odds=_HOPE, single_odds=_HOPE)
