"""Guesses at a verb: words that are only like what a dictionary gives for a noun, and belong to a verb of the Japanese.

Verbs are no terms, and in a text are not linked; what renders them looks free. Of 共感すると感じた a noun that is now and then
glossed *feel* would take *felt* from 感じた. And whatever a noun may be like, *said*, *came* and *got* render hardly any but
those of doing (発表).
"""

from collections.abc import Sequence
from typing import Final

from termalign.choice import Candidate
from termalign.english import EnglishText
from termalign.english.function_words import ARTICLES, CONJUNCTIONS, PREPOSITIONS, PRONOUNS
from termalign.english.lexis import Lexeme
from termalign.evidence.alike import ALIKE
from termalign.evidence.gather import Gatherer
from termalign.evidence.gloss import IN_PART
from termalign.evidence.term import Term
from termalign.evidence.term_cache import TermCache
from termalign.japanese.generics import role_begins
from termalign.japanese.morpheme import Morpheme, follows_person
from termalign.japanese.text import JapaneseText
from termalign.kana import is_hiragana, is_kanji

GUESS: Final = 0.6  # strength below which a dictionary does not say that the word renders the term
_FAR_GUESS = 0.4
_SCRAP = 2  # letters: co of co-chair is no word to guess at
_VERBS = ("動詞", "形容詞")
_NAME = "名詞-固有名詞"
_SHORT = 3  # kana
_NOUNS = ("名詞", "接尾辞-名詞的")
_DOING = "名詞-普通名詞-サ変"
_QUALITY = "形状詞"  # 支離滅裂, rambling
_PARTICIPLE = ("ed", "ing")
#: Of 存在, no rendering.
_VERBS_OF_GRAMMAR = frozenset("is are was were be been am have has had having do does did done doing".split())
_NO_NOUNS = _VERBS_OF_GRAMMAR | PRONOUNS
#: Verbs that say little by themselves.
_LIGHT = frozenset(
    "be become bring call come feel find get give go happen have hear hold keep know leave let like look lose make need put "
    "say see seem set show start stop take tell think try turn use want win work ask".split()
)


def without_verbs(
    candidates: Sequence[Candidate], text: JapaneseText, gatherer: Gatherer, terms: TermCache
) -> list[Candidate]:
    """The candidates without guesses at a verb, and without words of grammar for a noun."""
    english = gatherer.bitext.english
    said: set[str] | None = None
    barred: set[int] = set()
    for k, c in enumerate(candidates):
        best = c.matches[0]
        if c.j - c.i > 1 or best.kind != "gloss":
            continue
        word = english.lexemes[c.i]
        strength = best.strength * best.coverage
        if word.lower in ARTICLES and english.forms[c.i].islower():  # A, of 最優秀
            barred.add(k)
        elif word.function:
            acronym = len(word.lower) > 1 and english.forms[c.i].isupper()  # IT, US
            joins = word.lower in PREPOSITIONS or word.lower in CONJUNCTIONS
            if not acronym and (word.lower in _NO_NOUNS or (joins and strength < GUESS)):
                barred.add(k)
        elif word.lower.endswith("ly") and _is_called(c, text):  # 容疑, allegedly
            barred.add(k)
        elif strength < GUESS or best.rule in IN_PART:
            if said is None:
                said = _said(text, terms)
            if (
                _is_short_form(english, c.i)
                or word.stem in said
                or _is_verb(c.term, word, strength)
                or (best.rule == ALIKE and _follows_name(c, text))
            ):
                barred.add(k)
    return [c for k, c in enumerate(candidates) if k not in barred] if barred else list(candidates)


def is_half_a_guess(c: Candidate, text: JapaneseText) -> bool:
    """Whether a candidate of one kanji of a compound has words that are only like what it means: 話 of 投資話, *allegedly*."""
    if c.matches[0].rule != ALIKE:
        return False
    place = text.range_at(c.start, c.end)
    return place is not None and text.run_around(*place) != place


def _is_short_form(english: EnglishText, i: int) -> bool:
    """Whether a word in capitals among others that are not is taken for an inflected one: CITES is no form of *cite*."""
    lexeme = english.lexemes[i]
    return english.cased and english.forms[i].isupper() and lexeme.plain.isalpha() and lexeme.lemma != lexeme.plain


def _is_called(c: Candidate, text: JapaneseText) -> bool:
    """Whether a candidate is of what somebody is called by behind a name, or of a part of that: 容疑|者."""
    place = text.range_at(c.start, c.end)
    run = text.run_around(*place) if place is not None else None
    if place is None or run is None:
        return False
    a, b = run
    begins = role_begins([m.surface for m in text.morphemes[a:b]])
    return 0 < begins <= place[0] - a


def _follows_name(c: Candidate, text: JapaneseText) -> bool:
    """Whether a candidate is what somebody is: 投手 after a name is a pitcher, or left out, and never *hit*."""
    place = text.range_at(c.start, c.end)
    return place is not None and follows_person(text.morphemes, place[0])


def is_grammatical(m: Morpheme) -> bool:
    """Whether a word in kana may say something of the sentence only: ため, こと, なる, それ."""
    return len(m.surface) <= _SHORT and all(map(is_hiragana, m.surface)) and not m.pos.startswith(_NAME)


def guesses_verb(c: Candidate, english: EnglishText) -> bool:
    """Whether a candidate that is only like a gloss has a noun rendered by a verb that says little, or is far from the gloss."""
    best = c.matches[0]
    if c.j - c.i > 1 or not c.term.morphemes[-1].pos.startswith(_NOUNS):
        return False
    return _is_verb(c.term, english.lexemes[c.i], best.strength * best.coverage)


def _said(text: JapaneseText, terms: TermCache) -> set[str]:
    """Stems that dictionaries give for the verbs and adjectives of a text; in kana they mean too much (いう: 言う, 結う)."""
    found: set[str] = set()
    for m in text.morphemes:
        if m.pos.startswith(_VERBS) and is_kanji(m.surface[0]):
            found.update(terms.get(m.surface, (m,)).one_word_keys)
    return found


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
