"""A cache of terms by surface form, so that a term is looked up only once for many texts."""

from collections.abc import Sequence

from termalign.japanese.morpheme import Morpheme
from termalign.japanese.text import JapaneseText
from termalign.lexicon import Lexicon
from termalign.terms.term import Term


class TermCache:
    """Terms by surface form and morphemes, so that each is analysed once.

    The cache has two generations of ``size`` terms. When one is full, the next one begins and the one before it is
    dropped. A term that is used again moves to the new generation, so frequent terms stay.
    """

    def __init__(self, lexicon: Lexicon, size: int = 5_000) -> None:
        self.lexicon = lexicon
        self._size = size
        self._terms: dict[str, Term] = {}
        self._before: dict[str, Term] = {}
        self._said_last: dict[str, frozenset[str]] = {}

    def at(self, text: JapaneseText, a: int, b: int) -> Term:
        """Return the term made of the morphemes ``a:b`` of a text."""
        return self.get(text.surface(a, b), text.morphemes[a:b])

    def get(self, surface: str, morphemes: Sequence[Morpheme]) -> Term:
        """Return the term of these morphemes, from the cache if it is there."""
        # The key has all that a term is made of, or the term of another text would be returned. It is one string,
        # because a tuple for each term would slow every garbage collection.
        key = "\n".join([surface, *["\t".join(m[:1] + m[3:]) for m in morphemes]])
        found = self._terms.get(key)
        if found is None:
            found = self._before.get(key) or Term(surface, morphemes, self)
            if len(self._terms) >= self._size:
                self._before, self._terms = self._terms, {}
            self._terms[key] = found
        return found

    def said_last(self, character: str) -> frozenset[str]:
        """Return stems that may repeat the last character of a name in English: the *Temple* of Kurama-dera Temple."""
        found = self._said_last.get(character)
        if found is None:
            entry = self.lexicon.kanji(character)
            glossed = [g.keys for word in self.lexicon.words(character)[:3] for g in word.glosses if len(g.keys) == 1]
            found = frozenset([key for keys in (*glossed, *(entry.keys if entry else ())) for key in keys])
            self._said_last[character] = found
        return found
