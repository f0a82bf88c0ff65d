"""A document and its translation, cut into the passages that belong together."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from termalign.english import EnglishText
from termalign.evidence.term import TermCache
from termalign.japanese.text import JapaneseText
from termalign.passages.beads import beads
from termalign.passages.chain import Point, heaviest
from termalign.passages.hints import Hints
from termalign.passages.sentences import Sentence, english_sentences, japanese_sentences

LONG = 60
"""English words of a text that is cut; what is shorter is one passage, and aligned as it stands."""
_FEWEST = 3  # sentences a side of a text that is cut
_ROUNDS = 3  # how often what is left over is laid out again: each finds a stretch that stands elsewhere
_SOUND = 3.0  # log odds of what makes two sentences a landmark, and of a bead that is not where its neighbours are
_UNORDERED = 0.25  # share of sentences with a sound counterpart: with fewer, nothing speaks for an order
_MOST_WHOLE = 1500  # English words of a text without order that is aligned as one
_STRETCH = 300  # English words of a passage where nothing but proportion says what belongs together


class Passage(NamedTuple):
    """Morphemes ``a:b`` of the Japanese text and words ``i:j`` of the English that belong together."""

    a: int
    b: int
    i: int
    j: int


class _Pair(NamedTuple):
    """The Japanese sentences ``s:x`` and the English sentences ``t:y``."""

    s: int
    x: int
    t: int
    y: int


def passages(
    text: JapaneseText, english: EnglishText, terms: TermCache, whole: Iterable[tuple[int, int]] = ()
) -> list[Passage]:
    """The passages of a document, in Japanese order; a single one where it is not to be cut.

    No two share a morpheme or a word. What has no counterpart belongs to none of them.

    Parameters
    ----------
    text, english : JapaneseText, EnglishText
        A text and its translation.
    terms : TermCache
        Where terms are looked up.
    whole : iterable of (int, int)
        Folded code points that must stay together.
    """
    everything = [Passage(0, len(text.morphemes), 0, len(english))]
    if len(english) < LONG:
        return everything
    ja, en = japanese_sentences(text, whole), english_sentences(english)
    if min(len(ja), len(en)) < _FEWEST:
        return everything
    hints = Hints(text, english, ja, en, terms)
    pairs, sound = _paired(hints, [x.size for x in ja], [x.size for x in en])
    if sound < _UNORDERED * len(ja):
        if len(english) <= _MOST_WHOLE:
            return everything
        pairs = list(_in_proportion(ja, en))
    return [Passage(ja[p.s].first, ja[p.x - 1].last, en[p.t].first, en[p.y - 1].last) for p in sorted(pairs)]


def _paired(hints: Hints, ja: Sequence[int], en: Sequence[int]) -> tuple[list[_Pair], int]:
    """Sentences that belong together, and how many of the Japanese have something in common with their counterpart."""
    found: list[_Pair] = []
    sound = 0
    ja_left, en_left = list(range(len(ja))), list(range(len(en)))
    for turn in range(_ROUNDS):
        new = []
        for pair, evidence in _laid_out(hints, ja, en, ja_left, en_left):
            firm = evidence >= _SOUND
            if firm or turn == 0:
                new.append(pair)
                sound += firm * (pair.x - pair.s)
        if not new:
            break
        found += new
        ja_left, en_left = _without(ja_left, en_left, new)
        if not ja_left or not en_left:
            return found, sound
    alone = list(_wherever(hints, ja_left, en_left))
    return found + alone, sound + len(alone)


def _laid_out(
    hints: Hints, ja: Sequence[int], en: Sequence[int], ja_left: Sequence[int], en_left: Sequence[int]
) -> Iterator[tuple[_Pair, float]]:
    """The sentences that are left, laid out in their order: those that get a counterpart, and what the two have in common."""
    place = {t: k for k, t in enumerate(en_left)}
    points = [
        Point(k, place[t], weight)
        for k, s in enumerate(ja_left)
        for t, weight in hints.landmarks(s).items()
        if weight >= _SOUND and t in place
    ]
    if not points and len(en_left) < len(en):
        return

    def shared(k: int, first: int, last: int) -> Iterator[tuple[list[int], float]]:
        if first < last:
            for found, weight in hints.within(ja_left[k], en_left[first], en_left[last - 1] + 1):
                if here := [place[t] for t in found if t in place]:
                    yield here, weight

    sizes = [ja[s] for s in ja_left], [en[t] for t in en_left]
    for s, x, t, y, evidence in beads(heaviest(points), *sizes, shared):
        if s < x and t < y:
            pair = _Pair(ja_left[s], ja_left[x - 1] + 1, en_left[t], en_left[y - 1] + 1)
            if pair.x - pair.s == x - s and pair.y - pair.t == y - t:  # nothing was taken out of their midst
                yield pair, evidence


def _without(ja: Sequence[int], en: Sequence[int], pairs: Iterable[_Pair]) -> tuple[list[int], list[int]]:
    """The sentences that no pair has."""
    ja_taken = {s for p in pairs for s in range(p.s, p.x)}
    en_taken = {t for p in pairs for t in range(p.t, p.y)}
    return [s for s in ja if s not in ja_taken], [t for t in en if t not in en_taken]


def _wherever(hints: Hints, ja: Sequence[int], en: Sequence[int]) -> Iterator[_Pair]:
    """Single sentences that are left over and have most in common, wherever they stand."""
    able = set(en)
    ranked = sorted(
        (-weight, s, t) for s in ja for t, weight in hints.landmarks(s).items() if weight >= _SOUND and t in able
    )
    ja_taken: set[int] = set()
    for _, s, t in ranked:
        if s not in ja_taken and t in able:
            ja_taken.add(s)
            able.remove(t)
            yield _Pair(s, s + 1, t, t + 1)


def _in_proportion(ja: Sequence[Sentence], en: Sequence[Sentence]) -> Iterator[_Pair]:
    """Stretches of both texts, cut in proportion."""
    count = en[-1].last // _STRETCH
    s = t = 0
    for k in range(1, count + 1):
        x, y = _reached(ja, k / count), _reached(en, k / count)
        if s < x and t < y:
            yield _Pair(s, x, t, y)
            s, t = x, y


def _reached(sentences: Sequence[Sentence], share: float) -> int:
    """How many sentences make up this share of a text."""
    return (
        bisect_left(sentences, share * sentences[-1].last, key=lambda one: one.last) + 1
        if share < 1
        else len(sentences)
    )
