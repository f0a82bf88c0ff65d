"""romaji: the term is written out by one of its readings (tokushu sagi, Keisatsu-chō, yami baito)."""

from collections.abc import Iterator

from termalign.evidence.bitext import Bitext
from termalign.evidence.match import Match
from termalign.evidence.term import Term

_LONG = 6  # letters: an English word as long as this that spells a reading is the Japanese word more often than not
_BORROWED = 0.8
_ENGLISH = 0.2  # other English words: to, no, made, human
_SHORT_NAME = 0.85  # a short name with a capital, where English has no such word: Uji
_SHORT = 3  # letters: keys up to this length are often English words or parts of other names


class RomajiMatcher:
    """Looks every reading's keys up among the word ranges that can be read as Japanese."""

    kind = "romaji"
    needs = "romaji"

    def applies(self, term: Term) -> bool:
        return not term.surface.isascii()

    def match(self, term: Term, bitext: Bitext) -> Iterator[Match]:
        index = bitext.romaji
        if not index or term.openings.isdisjoint(bitext.openings):
            return
        english = bitext.english
        for key, reading in term.keys_like(bitext.consonants):
            for i, j in index.get(key, ()):
                strength = (0.75 + 0.25 * reading.weight) * _plausible(key, i, j, bitext, term)
                rule = "short" if len(key) <= _SHORT else ""
                yield Match(i, j, self.kind, strength, 1.0, (reading.kana, english.phrase(i, j)), (), rule)


def _plausible(key: str, i: int, j: int, bitext: Bitext, term: Term) -> float:
    """How far a range that spells the key really is romaji: short English words (to, no, made, same) seldom are."""
    lexemes = bitext.english.lexemes[i:j]
    if any(x.function for x in lexemes) and j - i == 1:
        return _ENGLISH
    if j - i == 1 and lexemes[0].known and lexemes[0].lower.isascii() and bitext.english.forms[i][0].islower():
        return _borrowed(key, lexemes[0].lower, term)
    if len(key) <= _SHORT:
        if term.proper and bitext.english.forms[i][0].isupper() and not lexemes[0].known:
            return _SHORT_NAME
        return 0.7 if term.proper or bitext.english.forms[i][0].isupper() else 0.5
    return 1.0


def _borrowed(key: str, word: str, term: Term) -> float:
    """How far an English word is the Japanese one that it spells: surely, where a gloss has it (畳, *tatami* mat)."""
    if any(word in gloss.text.lower().split() for entry in term.words for gloss in entry.glosses):
        return 1.0
    return _BORROWED if len(key) >= _LONG and term.words else _ENGLISH
