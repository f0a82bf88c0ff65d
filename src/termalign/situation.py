"""The situation of a pair: whether the English translates the Japanese string, or mentions the terms in it.

Two measures decide. Neither depends on a full stop, a bracket or a space.

- The length of the English, relative to the expected length of a translation. A translation says as much as its
  original, so its length can be predicted; the translation of a single term is a phrase, not a sentence or a page.
- The share of noun runs in the Japanese, which name things without a statement about them. A copula after a name
  (匿流です。) adds no statement, unless a topic or a subject precedes it.

A translation may explain a sentence at length, but hardly ever a term. So the length from which the English no longer
counts as a translation is lower for names than for a sentence.

The two situations have no sharp border. In a range of ratios neither is certain; there the text is read in both ways.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from termalign.english import EnglishText
from termalign.japanese.morpheme import Morpheme
from termalign.japanese.text import JapaneseText
from termalign.kana import is_kana, is_kanji
from termalign.model import TextSituation

_NOISE: Final = 6.0  # letters added to both lengths, because the length of a short string is weak evidence
_NAMED: Final = 0.7  # share of noun runs in a sentence; in a term the share is 1

# Rounded from the output of `python -m benchmarks.fitting.situation`.
_TERM: Final = 1.8  # ratio at which a term is a translation with probability 1/2
_SENTENCE: Final = 4.5  # the same for a sentence: midway between the longest translations and whole pages
_DOUBT: Final = 1.4  # a ratio lower (higher) by this factor is (is not) a translation with probability 0.9

_COPULA: Final = ("だ", "です")  # lemmas
_COPULAR: Final = ("助動詞", "動詞-非自立可能")  # parts of speech in a predicate with a copula: で*ある*, でし*た*
_SPOKEN_OF: Final = ("は", "も", "が")


class Measures(NamedTuple):
    """The measures that distinguish the situations.

    Attributes
    ----------
    ratio : float
        The length of the English divided by the expected length of a translation of the Japanese.
    named : float
        How far the Japanese only names things: from 0 for a sentence to 1 for a term or a list of terms.
    """

    ratio: float
    named: float


def measures(text: JapaneseText, english: EnglishText) -> Measures:
    """Return the measures of a pair.

    Examples
    --------
    >>> ratio, named = measures(JapaneseText("桜島が噴火した。"), EnglishText("Sakurajima erupted."))
    >>> round(ratio, 1), round(named, 1)
    (1.1, 0.2)
    """
    expected = _letters(text.text[: end_of_names(text)])
    if not expected:
        return Measures(1.0, 0.0)
    share = sum(_letters(text.text[start:end]) for start, end in text.run_spans) / expected
    length = sum(map(len, english.forms))
    return Measures((length + _NOISE) / (expected + _NOISE), max(0.0, share - _NAMED) / (1 - _NAMED))


def situation_of(text: JapaneseText, english: EnglishText) -> TextSituation:
    """Return how to read a pair: as a ``"translation"``, as ``"terms"``, or as ``"both"`` if neither is clearly right.

    Examples
    --------
    >>> english = EnglishText("The Tokuryu are anonymous and fluid crime groups. Police have arrested members of the Tokuryu.")
    >>> situation_of(JapaneseText("匿名・流動型犯罪グループ"), english)
    'terms'
    >>> situation_of(JapaneseText("保存"), EnglishText("Save"))
    'translation'
    """
    ratio, named = measures(text, english)
    even = _SENTENCE * (_TERM / _SENTENCE) ** named
    if ratio * _DOUBT < even:
        return "translation"
    return "terms" if ratio > even * _DOUBT else "both"


def end_of_names(text: JapaneseText) -> int:
    """Return where the names of a text end, in folded code points: before a final copula or particles, or at the end.

    Examples
    --------
    >>> [end_of_names(JapaneseText(ja)) for ja in ("匿流です。", "匿流とは", "彼が匿流です。")]
    [2, 2, 7]
    """
    if text.runs:
        last = text.runs[-1][1]
        behind = [m for m in text.morphemes[last:] if not m.pos.startswith("補助記号")]
        if behind and (_is_copula(text, last, behind) or _asks(behind)) and not _is_spoken_of(text.morphemes[:last]):
            return behind[0].start
    return len(text.text)


def _is_copula(text: JapaneseText, last: int, behind: Sequence[Morpheme]) -> bool:
    """Return whether the morphemes `behind` the last name, which ends before the morpheme `last`, form a copula."""
    return (
        behind[0].lemma in _COPULA
        and behind[0].surface[0] in "でだ"  # な and に make an adjective or an adverb
        and all(m.pos.startswith(_COPULAR) for m in behind)
        and not text.morphemes[last - 1].pos.startswith("形状詞")
    )


def _is_spoken_of(before: Sequence[Morpheme]) -> bool:
    """Return whether morphemes have a topic or a subject."""
    return any(m.surface in _SPOKEN_OF and m.pos.startswith("助詞") for m in before)


def _asks(behind: Sequence[Morpheme]) -> bool:
    """Return whether the morphemes are only particles or 何: とは, とは何か."""
    return all(m.pos.startswith("助詞") or m.surface == "何" for m in behind)


def _letters(japanese: str) -> float:
    """Return the expected number of English letters in a translation."""
    return sum(map(_letters_of, japanese))


@cache
def _letters_of(char: str) -> float:
    if is_kanji(char):
        return 3.0  # English letters for each character of Japanese
    if is_kana(char):
        return 1.2
    return 1.0 if char.isalnum() else 0.0
