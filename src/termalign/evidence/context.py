"""context: what is left over. An unmatched term between two aligned neighbours renders the unmatched English between theirs.

The weakest kind of evidence: it looks at no meaning but what kanji are usually glossed with, only at places, so it is asked
last, of terms and words that nothing else has claimed.
"""

import itertools
import math
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from termalign.english import EnglishText
from termalign.evidence.nearness import closeness, drift
from termalign.evidence.term import Term

_REACH = 6  # words: beyond this from both neighbours' renderings nothing is placed by context


class Anchor(NamedTuple):
    """A link already chosen: folded Japanese code points ``start:end``, English words ``i:j``."""

    start: int
    end: int
    i: int
    j: int


class Leftover(NamedTuple):
    """A term nothing claims, at folded code points ``start:end``."""

    start: int
    end: int
    term: Term


def free_words(english: EnglishText, anchors: Sequence[Anchor]) -> list[tuple[int, int]]:
    """Content words, and pairs of neighbours, that no anchor claims."""
    taken = {k for a in anchors for k in range(a.i, a.j)}
    free = [
        k for k, x in enumerate(english.lexemes) if k not in taken and not x.function and any(map(str.isalnum, x.lower))
    ]
    pairs = [(a, b + 1) for a, b in itertools.pairwise(free) if b == a + 1 and english.gap(a) in (" ", "-")]
    return [(k, k + 1) for k in free] + pairs


def near_words(
    leftover: Leftover, words: Sequence[tuple[int, int]], anchors: Sequence[Anchor]
) -> list[tuple[int, int]]:
    """Those of `words` that stand within reach of the renderings of the leftover's neighbours; all, if it has none."""
    neighbours = [a for a in _neighbours(leftover, anchors) if a is not None]
    if not neighbours:
        return list(words)
    return [w for w in words if any(a.i - _REACH <= w[0] <= a.j + _REACH for a in neighbours)]


def _neighbours(leftover: Leftover, anchors: Sequence[Anchor]) -> tuple[Anchor | None, Anchor | None]:
    """The links directly before and after the leftover in the Japanese; `anchors` in Japanese order."""
    at = bisect_left(anchors, (leftover.start,))
    left = anchors[at - 1] if at and anchors[at - 1].end <= leftover.start else None
    right = anchors[at] if at < len(anchors) and anchors[at].start >= leftover.end else None
    return left, right


def surroundings(
    leftover: Leftover,
    words: tuple[int, int],
    anchors: Sequence[Anchor],
    english: EnglishText,
    length: int,
    free_ja: int,
    free_en: int,
) -> dict[str, float]:
    """Named numbers that say how likely the leftover is rendered by the words ``i:j``; names begin with ``context/``.

    Parameters
    ----------
    anchors : sequence of Anchor
        In Japanese order.
    length : int
        Code points of the Japanese text.
    free_ja, free_en : int
        How many terms and words are left over in all.
    """
    i, j = words
    left, right = _neighbours(leftover, anchors)
    near_left, near_right = (0.0 if a is None else closeness(i, j, a.i, a.j) for a in (left, right))
    between = 0.0
    if left is not None and right is not None:
        low, high = sorted((left.i, right.i))
        between = 1.0 if low <= i <= high else 0.0
    term = leftover.term
    forms = english.forms
    foreign = term.katakana or term.proper
    capital = forms[i][:1].isupper() and i > 0
    associated = max((term.associations.get(english.stems[k], 0.0) for k in range(i, j)), default=0.0)
    predicate = term.morphemes[-1].pos.startswith(("動詞", "形容詞"))
    letters = english.ends[j - 1] - english.starts[i]
    return {
        "context/bias": 1.0,
        "context/near-left": near_left,
        "context/near-right": near_right,
        "context/near-both": near_left * near_right,
        "context/between": between,
        "context/drift": drift(i, j, len(english), (leftover.start + leftover.end) / (2 * max(1, length))),
        "context/free-ja": math.log(1 + free_ja),
        "context/free-en": math.log(1 + free_en),
        "context/associated": math.sqrt(associated),
        "context/name-name": 1.0 if foreign and capital else 0.0,
        "context/name-word": 1.0 if foreign != capital else 0.0,
        "context/two-words": float(j - i - 1),
        "context/predicate": 1.0 if predicate else 0.0,
        "context/short": 1.0 if letters <= 3 else 0.0,
        "context/one-character": 1.0 if len(term.surface) == 1 else 0.0,
    }
