"""Whether a Japanese string is a translation of an English text, or names things in it.

A translation says as much as its original. So it is as long as that would lead one to expect, and where a term stands by
itself, the English is a phrase and no sentence or page. Two measures tell, neither of which a full stop, a bracket or a space
changes: how many times as long the English is as a translation of the Japanese would be, and how much of the Japanese is
noun runs, that is, names things and says nothing of them. A copula behind a name (匿流です。) says nothing of it either, unless
a topic or a subject is before it. A sentence may be explained at length in its translation, a term hardly ever; so what is
names and nothing else is no translation from a lower ratio on.

Between the two there is no border but a stretch in which nobody can tell. There the text is read both ways.
"""

from functools import cache
from typing import Final, NamedTuple

from termalign.english import EnglishText
from termalign.japanese.text import JapaneseText
from termalign.kana import is_kana, is_kanji
from termalign.model import Situation

_KANJI: Final = 3.0  # English letters that a character of Japanese becomes
_KANA: Final = 1.2
_OTHER: Final = 1.0
_NOISE: Final = 6.0  # letters that chance adds to both sides, so that a short string says little by its length
_NAMED: Final = 0.7  # share of noun runs in what is a sentence; in a term it is 1

# Rounded from what `python -m benchmarks.fitting.situation` says.
_TERM: Final = 1.8  # ratio at which a term is as likely a translation as none
_SENTENCE: Final = 4.5  # the same of a sentence: in the middle between its longest translations and whole pages
_DOUBT: Final = 1.4  # a factor: so much below it is a translation, so much above it is none, by nine to one

_COPULA: Final = ("だ", "です")  # lemmas
_COPULAR: Final = ("助動詞", "動詞-非自立可能")  # what a copula is, and what else its predicate has: で*ある*, でし*た*
_SPOKEN_OF: Final = ("は", "も", "が")


class Measures(NamedTuple):
    """What tells the situations apart.

    Attributes
    ----------
    ratio : float
        How many times as long the English is as a translation of the Japanese would be.
    named : float
        From 0, a sentence, to 1, a term or a list of terms.
    """

    ratio: float
    named: float


def measures(text: JapaneseText, english: EnglishText) -> Measures:
    """Measure a pair.

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


def situation_of(text: JapaneseText, english: EnglishText) -> Situation:
    """How to read a pair: as a ``"translation"``, as ``"terms"`` and a text, or as ``"both"`` where nothing tells.

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
    """Where a copula begins that only ends a name, in code points of the folded text; else the end of the text.

    Examples
    --------
    >>> end_of_names(JapaneseText("匿流です。")), end_of_names(JapaneseText("彼が匿流です。"))
    (2, 7)
    """
    if text.runs:
        last = text.runs[-1][1]
        behind = [m for m in text.morphemes[last:] if not m.pos.startswith("補助記号")]
        if (
            behind
            and behind[0].lemma in _COPULA
            and behind[0].surface[0] in "でだ"  # な and に make an adjective or an adverb
            and all(m.pos.startswith(_COPULAR) for m in behind)
            and not text.morphemes[last - 1].pos.startswith("形状詞")
            and not any(m.pos.startswith("助詞") and m.surface in _SPOKEN_OF for m in text.morphemes[:last])
        ):
            return behind[0].start
    return len(text.text)


def _letters(japanese: str) -> float:
    """How many English letters a translation has, more or less."""
    return sum([_letters_of(char) for char in japanese])


@cache
def _letters_of(char: str) -> float:
    if is_kanji(char):
        return _KANJI
    if is_kana(char):
        return _KANA
    return _OTHER if char.isalnum() else 0.0
