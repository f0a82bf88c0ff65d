"""context: what is left over. An unmatched term between two aligned neighbours renders the unmatched English between theirs.

The weakest kind of evidence, so it is asked last, of terms and words that nothing else has claimed. It looks at places, at the
shape of words, and at meaning from afar: what kanji are usually glossed with, and likeness. Where the user brings a sentence
encoder, it says how like the two sides are; all else then weighs less, so that there are other weights.
"""

import itertools
import math
import operator
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from termalign.english import EnglishText
from termalign.english.contraries import is_contrary
from termalign.evidence.bitext import Bitext
from termalign.evidence.embedding import best_likeness
from termalign.evidence.meaning import associated, meaning
from termalign.evidence.nearness import closeness, drift
from termalign.evidence.semantic import Semantics
from termalign.evidence.term import Term
from termalign.lazy import lazy

_REACH = 6  # words: beyond this from both neighbours' renderings nothing is placed by context
_VERBAL = ("ed", "ing")
_ALIKE = 4.0  # standard deviations: about what a translation has, so that the numbers are of the size of the others
_SHORT = 3  # letters
#: What speaks for a leftover and free words, in the order of `Remainder.renderings`.
NUMBERS = (
    "context/bias",
    "context/near-left",
    "context/near-right",
    "context/near-both",
    "context/between",
    "context/drift",
    "context/free-ja",
    "context/free-en",
    "context/associated",
    "context/name-name",
    "context/name-word",
    "context/two-words",
    "context/predicate",
    "context/predicate-verbal",
    "context/short",
    "context/one-character",
    "context/likeness",
    "context/likeness-rival",
)
#: The same with an encoder's opinion: they have other weights, since places say less where meaning speaks.
SEMANTIC_NUMBERS = (
    *[name.replace("context/", "semantic/") for name in NUMBERS],
    *("semantic/likeness", "semantic/rival", "semantic/overlapping", "semantic/proper"),
)


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


class _Free(NamedTuple):
    """English words that no link claims, and what they look like."""

    i: int
    j: int
    stems: tuple[str, ...]
    capital: bool
    verbal: bool
    short: bool


def _free(i: int, j: int, english: EnglishText) -> _Free:
    letters = english.ends[j - 1] - english.starts[i]
    capital = i > 0 and english.capitalised[i]
    verbal = english.lexemes[i].lower.endswith(_VERBAL)
    return _Free(i, j, tuple(english.stems[i:j]), capital, verbal, letters <= _SHORT)


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
    semantics : Semantics, optional
        An encoder's opinion.
    loose : bool
        Whether words inside an English quantity may render anything: where single words are linked, *two* may stand for
        both of 二つ; a term is rendered by its value or not at all.
    """

    def __init__(
        self,
        bitext: Bitext,
        anchors: Sequence[Anchor],
        length: int,
        free_ja: int,
        semantics: Semantics | None = None,
        loose: bool = False,
    ) -> None:
        self._bitext = bitext
        self._semantics = semantics
        self._anchors = sorted(anchors)
        self._length = max(1, length)
        self._loose = loose
        self._free_ja = free_ja

    @lazy
    def _free(self) -> tuple[list["_Free"], list["_Free"]]:
        """Content words, and pairs of neighbours, that no anchor claims."""
        english = self._bitext.english
        taken = {k for a in self._anchors for k in range(a.i, a.j)}
        if not self._loose:
            taken.update(k for i, j in self._bitext.quantity_words for k in range(i, j))
        free = [
            k
            for k, x in enumerate(english.lexemes)
            if k not in taken and not x.function and any(map(str.isalnum, x.lower))
        ]
        pairs = [a for a, b in itertools.pairwise(free) if b == a + 1 and english.gaps[a] in (" ", "-")]
        return [_free(k, k + 1, english) for k in free], [_free(k, k + 2, english) for k in pairs]

    def renderings(self, leftover: Leftover) -> Iterator[tuple[int, int, tuple[float, ...]]]:
        """Free words ``i:j`` within reach of the leftover's neighbours (all, if it has none), and what speaks for them.

        Yields
        ------
        tuple of (int, int, tuple of float)
            The numbers are those of `names`, in that order.
        """
        if leftover.term.is_quantity and not self._loose:
            return
        left, right = self._neighbours(leftover)
        free = self._within_reach(left, right)
        if leftover.term.is_quantity and free:  # a figure is no word: 9/15, *September* 15th
            said = {k for i, j in self._bitext.quantity_words for k in range(i, j)}
            free = [w for w in free if w.i in said and w.j - w.i == 1]
        if meant := leftover.term.one_word_keys:
            free = [w for w in free if not is_contrary(w.stems[-1], meant)]
        if free:
            rows = self._numbered(leftover, free, left, right)
            yield from rows if self._semantics is None else self._with_likeness(leftover, list(rows), self._semantics)

    @property
    def names(self) -> tuple[str, ...]:
        """What the numbers are called."""
        return NUMBERS if self._semantics is None else SEMANTIC_NUMBERS

    def encode(self, left: Iterable[Leftover]) -> None:
        """Have all that is left over encoded in one batch, if there is an encoder."""
        if self._semantics is not None:
            texts: dict[str, None] = {}
            for leftover in left:
                free = self._within_reach(*self._neighbours(leftover))
                phrases = [self._bitext.english.phrase(w.i, w.j) for w in free]
                texts.update(dict.fromkeys([leftover.term.surface, *phrases] if phrases else ()))
            self._semantics.vectors(list(texts))

    def _within_reach(self, left: Anchor | None, right: Anchor | None) -> list[_Free]:
        """The free words that stand near either neighbour's rendering; all, if there is none."""
        near = sorted([(a.i - _REACH, a.j + _REACH) for a in (left, right) if a is not None])
        if not near:
            return [w for free in self._free for w in free]
        if len(near) > 1 and near[1][0] <= near[0][1] + 1:
            near = [(near[0][0], max(near[0][1], near[1][1]))]
        return [
            w
            for free in self._free
            for first, last in near
            for w in free[bisect_left(free, (first,)) : bisect_left(free, (last + 1,))]
        ]

    def _with_likeness(
        self, leftover: Leftover, rows: Sequence[tuple[int, int, tuple[float, ...]]], semantics: Semantics
    ) -> Iterator[tuple[int, int, tuple[float, ...]]]:
        """The rows with how like each is to the term, and how much liker the best elsewhere and the best that overlaps are."""
        phrases = [self._bitext.english.phrase(i, j) for i, j, _ in rows]
        alike = [x / _ALIKE for x in semantics.similarities(leftover.term.surface, phrases)]
        for (i, j, numbers), own in zip(rows, alike, strict=True):
            apart, overlapping = 0.0, own
            for (x, y, _), other in zip(rows, alike, strict=True):
                if x >= j or y <= i:
                    apart = max(apart, other)
                else:
                    overlapping = max(overlapping, other)
            yield i, j, (*numbers, own, apart - own, overlapping - own, own if leftover.term.proper else 0.0)

    def _neighbours(self, leftover: Leftover) -> tuple[Anchor | None, Anchor | None]:
        """The links directly before and after the leftover in the Japanese."""
        anchors = self._anchors
        at = bisect_left(anchors, (leftover.start,))
        left = anchors[at - 1] if at and anchors[at - 1].end <= leftover.start else None
        right = anchors[at] if at < len(anchors) and anchors[at].start >= leftover.end else None
        return left, right

    def _numbered(
        self, leftover: Leftover, free: Sequence["_Free"], left: Anchor | None, right: Anchor | None
    ) -> Iterator[tuple[int, int, tuple[float, ...]]]:
        term = leftover.term
        usual = associated(term, self._bitext)
        foreign = term.katakana or term.proper
        predicate = term.morphemes[-1].pos.startswith(("動詞", "形容詞"))
        one_character = 1.0 if len(term.surface) == 1 else 0.0
        place = (leftover.start + leftover.end) / (2 * self._length)
        free_ja, free_en = math.log(1 + self._free_ja), math.log(1 + len(self._free[0]))
        words = len(self._bitext.english)
        means = None if term.proper else meaning(term)
        likenesses = [(w.i, w.j, best_likeness(means, w.stems)) for w in free]
        best_first = sorted(likenesses, key=operator.itemgetter(2), reverse=True)
        for (i, j, stems, capital, verbal, short), (_, _, own) in zip(free, likenesses, strict=True):
            near_left = 0.0 if left is None else closeness(i, j, left.i, left.j)
            near_right = 0.0 if right is None else closeness(i, j, right.i, right.j)
            yield (
                i,
                j,
                (
                    1.0,
                    near_left,
                    near_right,
                    near_left * near_right,
                    1.0 if _between(i, left, right) else 0.0,
                    drift(i, j, words, place),
                    free_ja,
                    free_en,
                    math.sqrt(max([usual.get(stem, 0.0) for stem in stems])),
                    1.0 if foreign and capital else 0.0,
                    1.0 if foreign != capital else 0.0,
                    float(j - i - 1),
                    1.0 if predicate else 0.0,
                    1.0 if predicate and verbal else 0.0,
                    1.0 if short else 0.0,
                    one_character,
                    own,
                    next((x for a, b, x in best_first if b <= i or j <= a), 0.0) - own,
                ),
            )


def _between(i: int, left: Anchor | None, right: Anchor | None) -> bool:
    """Whether word `i` stands between the renderings of both neighbours."""
    if left is None or right is None:
        return False
    return left.i <= i <= right.i or right.i <= i <= left.i
