"""Guesses at a verb: words that are only like what a dictionary gives for a noun, and belong to a verb of the Japanese.

Verbs are no terms, and in a text are not linked; what renders them looks free. Of 共感すると感じた a noun that is now and then
glossed *feel* would take *felt* from 感じた. And whatever a noun may be like, *said*, *came* and *got* render hardly any but
those of doing (発表).
"""

from typing import Final

from termalign.choice import Candidate
from termalign.english import EnglishText
from termalign.english.lexis import Lexeme
from termalign.evidence.term import Term
from termalign.japanese.morpheme import Morpheme
from termalign.kana import is_hiragana

GUESS: Final = 0.6  # strength below which a dictionary does not say that the word renders the term
_FAR_GUESS = 0.4
_NAME = "名詞-固有名詞"
_SHORT = 3  # kana
_NOUNS = ("名詞", "接尾辞-名詞的")
_DOING = "名詞-普通名詞-サ変"
_QUALITY = "形状詞"  # 支離滅裂, rambling
_PARTICIPLE = ("ed", "ing")
#: Of 存在, no rendering.
#: Verbs that say little by themselves.
_LIGHT = frozenset(
    "be become bring call come feel find get give go happen have hear hold keep know leave let like look lose make need put "
    "say see seem set show start stop take tell think try turn use want win work ask".split()
)


def is_grammatical(m: Morpheme) -> bool:
    """Whether a word in kana may say something of the sentence only: ため, こと, なる, それ."""
    return len(m.surface) <= _SHORT and all(map(is_hiragana, m.surface)) and not m.pos.startswith(_NAME)


def guesses_verb(c: Candidate, english: EnglishText) -> bool:
    """Whether a candidate that is only like a gloss has a noun rendered by a verb that says little, or is far from the gloss."""
    best = c.matches[0]
    if c.j - c.i > 1 or not c.term.morphemes[-1].pos.startswith(_NOUNS):
        return False
    return _is_verb(c.term, english.lexemes[c.i], best.strength * best.coverage)


def _is_verb(term: Term, word: Lexeme, strength: float) -> bool:
    """Whether a guess is at a verb that says little, or far from a participle, and the term is no noun of doing or quality."""
    if word.lower == "like":  # a preposition, more often than not
        return True
    participle = strength < _FAR_GUESS and word.inflected and word.lower.endswith(_PARTICIPLE)
    if not participle and word.lemma not in _LIGHT:
        return False
    pos = term.morphemes[-1].pos
    if pos.startswith(_DOING) or is_hiragana(term.surface[-1]):  # 戦い, 助け
        return False
    return word.lemma in _LIGHT or _QUALITY not in pos
