"""The least that evidence must be worth to become a link: the score turned round.

A claim's score rises with the strength of its evidence; everything else that the score looks at is bounded here by its
best case. Evidence that cannot reach the threshold even so need not be looked at. The weights are those in use, so that
a new fit moves these bounds with it.
"""

import math
from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from termalign.cached import cached
from termalign.english import EnglishText
from termalign.english.text import QUOTES
from termalign.score import logistic, weights
from termalign.termlist.base_rate import BaseRate, raised, share

_STEPS = 255
_CLOSING = frozenset(QUOTES)
_MOST_WORDS = 8  # of a phrase
_MOST_PARTS = 6
#: What may be said of a claim's place in the text, each between 0 and 1.
_CIRCUMSTANCES = (
    "function-word", "capital-before", "capital-after", "hyphen-before", "hyphen-after", "one-character", "long-term",
    "proper-in-lower-case", "plural-generic", "sound-letters", "apposition/repeated", "apposition/supported",
)  # fmt: skip


class Least(NamedTuple):
    """For each sort of evidence, the least strength × coverage that may reach the threshold, in 255ths.

    Attributes
    ----------
    word, katakana, phrase : int
        A gloss of one word; of a term in katakana; of several words, all of them there.
    partial : int
        A gloss of several words, some of them there.
    synonym, kanji, calque : int
        A word that glosses the same; what compounds with these kanji usually mean; two words for two characters.
    number : int
        A quantity, which may be part of the term only.
    family, given : int
        One half of a person's name.
    composed : tuple of int
        A compound of so many morphemes, by its parts; the last for more.
    """

    word: int
    katakana: int
    phrase: int
    partial: int
    synonym: int
    kanji: int
    calque: int
    number: int
    family: int
    given: int
    composed: tuple[int, ...]

    @property
    def part(self) -> int:
        """What part of a compound is worth looking at."""
        return min(self.composed)


def least(threshold: float, english: EnglishText, quoted: bool, rate: BaseRate) -> Least:
    """The bounds for one English text, in quotation marks or not."""
    return _least(threshold, quoted, len(english), rate.rarity, tuple(weights().values()))


def quoted_words(english: EnglishText) -> int:
    """A bit for each word that may belong to a phrase which stands in quotation marks by itself."""
    text, starts, ends = english.text, english.starts, english.ends
    found = 0
    for i, start in enumerate(starts):
        if start and text[start - 1] in QUOTES:
            closed = [j for j in range(i, min(i + _MOST_WORDS, len(ends))) if text[ends[j] : ends[j] + 1] in _CLOSING]
            if closed:
                found |= (1 << closed[-1] + 1) - (1 << i)
    return found


def least_organisation(
    threshold: float, english: EnglishText, quoted: bool, words: int, parts: int, rate: BaseRate
) -> int:
    """The least that the pieces of an organisation's name in a run of so many `words` must be worth, in 255ths."""
    return _least_organisation(threshold, quoted, len(english), words, parts, rate.rarity, tuple(weights().values()))


@cached(4096)
def _least_organisation(
    threshold: float, quoted: bool, size: int, words: int, parts: int, rarity: float, fitted: tuple[float, ...]
) -> int:
    def enough(value: float) -> bool:
        return any(
            ceiling(kind, value, words, covered, parts, quoted, size)
            >= raised(threshold, rarity * share(kind, words, parts))
            for kind in ("name/organisation", "name/organisation-part")
            for covered in (True, False)
        )

    return _steps(enough)


def _steps(enough: Callable[[float], bool]) -> int:
    """The least value that is enough, in 255ths."""
    return bisect_left(range(1, _STEPS + 1), True, key=lambda step: enough(step / _STEPS))


@cached(256)
def _least(threshold: float, quoted: bool, size: int, rarity: float, fitted: tuple[float, ...]) -> Least:
    def bound(kind: str, words: int = 1, covered: bool = True, parts: int = 1, like: str = "") -> int:
        least = raised(threshold, rarity * share(like or kind, words, parts))
        return _steps(lambda value: ceiling(kind, value, words, covered, parts, quoted, size) >= least)

    return Least(
        bound("gloss"),
        bound("gloss", like="loanword"),
        bound("gloss", _MOST_WORDS),
        min(bound(kind, _MOST_WORDS) for kind in ("gloss/partial", "gloss/tail")),
        bound("gloss/synonym"),
        bound("gloss/kanji"),
        min(bound("gloss/calque", 3, covered) for covered in (True, False)),
        min(
            bound(kind, _MOST_WORDS, covered, like="" if covered else "composed")
            for kind in ("number", "date")
            for covered in (True, False)
        ),
        bound("name/family", 2, False),
        bound("name/given", 2, False),
        tuple(bound("composed", 2 * parts, False, parts) for parts in range(1, _MOST_PARTS + 1)),
    )


def ceiling(kind: str, value: float, words: int, covered: bool, parts: int, quoted: bool, size: int) -> float:
    """The best score of a claim of this kind and value.

    Parameters
    ----------
    kind : str
        The feature that the kind of evidence is weighed by.
    value : float
        Strength × coverage.
    words : int
        The most English words it may have.
    covered : bool
        Whether all of the term is accounted for; of what is not, `value` is taken for the share that is.
    parts : int
        The most parts it may have.
    quoted : bool
        Whether it may stand in quotation marks by itself.
    size : int
        Words of the text.
    """
    w = weights().get
    value = min(max(value, 1e-4), 0.995)
    logit = math.log(value / (1.0 - value))
    found = w("bias", 0.0) + w("listed", 0.0) + (w("logit", 0.0) + w("listed-logit", 0.0)) * logit
    found += w(kind, 0.0) * value
    found += max(0.0, w("gloss-phrase", 0.0) * value) * (words > 1)
    found += max(0.0, w("words", 0.0)) * math.log(words)
    found += max(0.0, w("several-parts", 0.0)) * value * math.log(parts)
    found += w("covered", 0.0) if covered else max(0.0, w("uncovered", 0.0)) * (1.0 - value)
    found += max(0.0, w("overlapping", 0.0) * (1.0 - value), -w("overlapping", 0.0) * value)
    found += max(0.0, w("quoted", 0.0)) * quoted
    found += sum(max(0.0, w(name, 0.0)) for name in _CIRCUMSTANCES)
    if size > 40:
        found += w("long-text", 0.0) * math.log(size / 40) * (1.0 - value)
    return logistic(found)
