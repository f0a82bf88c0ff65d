"""context: what is left over. An unmatched term between two aligned neighbours renders the unmatched English between theirs.

The weakest kind of evidence, so it is asked last, of terms and words that nothing else has claimed. It looks at places, at the
shape of words, and at meaning only from afar: what kanji are usually glossed with, and words two steps from a gloss.
"""

import itertools
import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from termalign.evidence.bitext import Bitext
from termalign.evidence.nearness import closeness, drift
from termalign.evidence.term import Term

_REACH = 6  # words: beyond this from both neighbours' renderings nothing is placed by context
_VERBAL = ("ed", "ing")


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


class Remainder:
    """What the links of a text leave over, and how likely one side of it renders the other.

    Parameters
    ----------
    bitext : Bitext
        The English side.
    anchors : sequence of Anchor
        The links.
    length : int
        Code points of the Japanese text.
    free_ja : int
        How many terms are left over in all.
    """

    def __init__(self, bitext: Bitext, anchors: Sequence[Anchor], length: int, free_ja: int) -> None:
        self._bitext = bitext
        self._anchors = sorted(anchors)
        self._length = max(1, length)
        self._words = self._free_words()
        self._free_ja = free_ja
        self._free_en = sum(j - i == 1 for i, j in self._words)

    def _free_words(self) -> list[tuple[int, int]]:
        """Content words, and pairs of neighbours, that no anchor claims."""
        english = self._bitext.english
        taken = {k for a in self._anchors for k in range(a.i, a.j)}
        free = [
            k
            for k, x in enumerate(english.lexemes)
            if k not in taken and not x.function and any(map(str.isalnum, x.lower))
        ]
        pairs = [(a, b + 1) for a, b in itertools.pairwise(free) if b == a + 1 and english.gap(a) in (" ", "-")]
        return [(k, k + 1) for k in free] + pairs

    def renderings(self, leftover: Leftover) -> Iterator[tuple[int, int, dict[str, float]]]:
        """Free words ``i:j`` within reach of the leftover's neighbours (all, if it has none), and what speaks for them.

        Yields
        ------
        tuple of (int, int, dict)
            The named numbers begin with ``context/``.
        """
        left, right = self._neighbours(leftover)
        near = [a for a in (left, right) if a is not None]
        words = [w for w in self._words if not near or any(a.i - _REACH <= w[0] <= a.j + _REACH for a in near)]
        akin = _akin(leftover.term, self._bitext) if words else {}
        for i, j in words:
            yield i, j, self._numbers(leftover, i, j, left, right, akin)

    def _neighbours(self, leftover: Leftover) -> tuple[Anchor | None, Anchor | None]:
        """The links directly before and after the leftover in the Japanese."""
        anchors = self._anchors
        at = bisect_left(anchors, (leftover.start,))
        left = anchors[at - 1] if at and anchors[at - 1].end <= leftover.start else None
        right = anchors[at] if at < len(anchors) and anchors[at].start >= leftover.end else None
        return left, right

    def _numbers(
        self, leftover: Leftover, i: int, j: int, left: Anchor | None, right: Anchor | None, akin: dict[int, float]
    ) -> dict[str, float]:
        english = self._bitext.english
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
        verbal = english.lexemes[i].lower.endswith(_VERBAL)
        letters = english.ends[j - 1] - english.starts[i]
        place = (leftover.start + leftover.end) / (2 * self._length)
        return {
            "context/bias": 1.0,
            "context/near-left": near_left,
            "context/near-right": near_right,
            "context/near-both": near_left * near_right,
            "context/between": between,
            "context/drift": drift(i, j, len(english), place),
            "context/free-ja": math.log(1 + self._free_ja),
            "context/free-en": math.log(1 + self._free_en),
            "context/associated": math.sqrt(associated),
            "context/akin": math.sqrt(max((akin.get(k, 0.0) for k in range(i, j)), default=0.0)),
            "context/name-name": 1.0 if foreign and capital else 0.0,
            "context/name-word": 1.0 if foreign != capital else 0.0,
            "context/two-words": float(j - i - 1),
            "context/predicate": 1.0 if predicate else 0.0,
            "context/predicate-verbal": 1.0 if predicate and verbal else 0.0,
            "context/short": 1.0 if letters <= 3 else 0.0,
            "context/one-character": 1.0 if len(term.surface) == 1 else 0.0,
        }


def _akin(term: Term, bitext: Bitext) -> dict[int, float]:
    """Words two steps from the term: related to what is related to a gloss, or to what its kanji are glossed with."""
    found: dict[int, float] = {}
    steps = [(stem, 1.0) for stem in term.one_word_keys]
    known = bitext.related_stems
    for row, sure in [(term.associations, 2.0), *[(term.lexicon.relatives(via), 1.0) for via in term.one_word_keys]]:
        steps += [(stem, sure * row[stem]) for stem in known & row.keys()]
    for stem, weight in steps:
        for other, further in bitext.related(stem):
            for i in bitext.english.by_stem[other]:
                found[i] = max(found.get(i, 0.0), min(1.0, weight * further))
    return found
