"""gloss, one step away: a word like the dictionary's, a synonym of it, or what compounds with the same kanji usually mean.

Asked only where the glosses themselves are not in the text: the steps are short, but each costs certainty.
"""

import math
from collections.abc import Iterator

from termalign.cached import cached
from termalign.evidence.alike import alike
from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.meaning import associated
from termalign.evidence.phrase import linked, windows
from termalign.evidence.term import Term, once_a_term
from termalign.japanese.runs import DETERMINERS
from termalign.kana import is_romaji, latin_key

_new = tuple.__new__  # a named tuple's own __new__ takes twice as long
_SYNONYM = 0.8
_KANJI_LIMIT = 4
CALQUE = 0.9  # at best
_MOST = 0.6  # of its characters


def calque_strength(p: float, q: float) -> float:
    """How sure two words render two characters that are glossed with them so often."""
    return min(CALQUE, 3 * math.sqrt(p * q))


class RelatedMatcher:
    """Looks up stems related to the term's glosses, and stems associated with its kanji."""

    kind = "gloss"
    needs = "english"

    def applies(self, term: Term) -> bool:
        return (term.has_kanji and not term.katakana) or bool(term.words)

    def _unlisted(self, term: Term) -> bool:
        """A short kanji word no dictionary glosses, and not a compound, whose parts speak for themselves."""
        return term.has_kanji and len(term.morphemes) == 1 and len(term.surface) <= _KANJI_LIMIT

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        by_stem = bitext.english.by_stem
        if not bitext.english.vocabulary.isdisjoint(term.one_word_keys):
            return  # one word is seldom more than the word itself
        several = _of_several_words(term)
        begun = bitext.english.vocabulary.intersection(several) if several else ()
        standing = [keys for first in begun for keys in several[first] if _stands(keys, bitext)]
        if standing:
            # Aoi Matsuri does not say what its characters mean
            if all(keys in _spellings(term) for keys in standing):
                yield from self._calques(term, bitext)
            return
        if bitext.parallel:
            yield from alike(term, bitext)
        if term.surface not in DETERMINERS and not bitext.related_stems.isdisjoint(term.one_word_keys):
            yield from self._synonyms(term, bitext)
        yield from self._calques(term, bitext)
        if not self._unlisted(term):
            return
        for stem, often in associated(term, bitext).items():
            weight = min(1.0, 3 * often)
            for i in by_stem[stem]:
                if not bitext.english.lexemes[i].function:
                    yield Match(i, i + 1, self.kind, weight, 1.0, (term.surface, stem), (), "kanji")

    def _synonyms(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        """Words that gloss the same Japanese as the term's glosses do."""
        for via in term.one_word_keys:
            for stem, weight in bitext.related(via):
                forms = (term.surface, via, stem)
                for i in bitext.english.by_stem[stem]:
                    yield _new(Match, (i, i + 1, "gloss", _SYNONYM * weight, 1.0, forms, (), "synonym"))

    def _calques(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        """Neighbouring words that each render a character of their own: 金堂, golden hall."""
        if not 1 < len(term.surface) <= _KANJI_LIMIT:
            return
        english = bitext.english
        by_stem = english.by_stem
        heard: dict[int, list[tuple[int, float]]] = {}
        for k, character in enumerate(term.kanji):
            for stem, often in bitext.meant(character):
                for i in by_stem[stem]:
                    heard.setdefault(i, []).append((k, often))
        if len(heard) < 2:
            return
        for i, first in heard.items():
            for j in range(i + 1, min(i + 3, len(english))):
                if j in heard and linked(english, i, j):
                    pairs = [
                        (calque_strength(p, q), {a, b})
                        for a, p in first
                        for b, q in heard[j]
                        if (a < b) == (j == i + 1)
                    ]
                    if pairs:
                        sure, characters = max(pairs, key=lambda pair: pair[0])
                        coverage = len(characters) / len(term.surface)
                        if coverage >= _MOST:
                            forms = (term.surface, english.phrase(i, j + 1))
                            yield Match(i, j + 1, self.kind, sure, coverage, forms, (), "calque")


def _stands(keys: tuple[str, ...], bitext: Bitext) -> bool:
    """Whether a gloss of these keys stands in the text, together."""
    return bitext.english.vocabulary.issuperset(keys) and next(windows(bitext.english, keys), None) is not None


@once_a_term
def _of_several_words(term: Term) -> dict[str, list[tuple[str, ...]]]:
    """The keys of its glosses of several words, by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for keys in term.gloss_keys:
        if len(keys) > 1:
            found.setdefault(keys[0], []).append(keys)
    return found or _NONE


_NONE: dict[str, list[tuple[str, ...]]] = {}


@cached(4096)
def _spellings(term: Term) -> frozenset[tuple[str, ...]]:
    """The keys of glosses that are the term itself in romaji."""
    texts = ((gloss.keys, gloss.text.lower().replace(" ", "")) for entry in term.words for gloss in entry.glosses)
    return frozenset(keys for keys, text in texts if len(keys) > 1 and is_romaji(text) and latin_key(text) in term.keys)
