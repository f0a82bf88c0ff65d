"""The English expressions of a term in dictionaries and glossaries."""

import re
from collections.abc import Mapping, Set
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from termalign.english.function_words import ARTICLES, DETERMINERS
from termalign.english.gloss import gloss_keys, without_asides
from termalign.english.lexis import Lexeme, lexeme
from termalign.english.phrasal import adverbs_with
from termalign.meaning.embedding import LONGEST_GLOSS, WEIGHTS, code, combined
from termalign.terms.rephrased import glosses_of
from termalign.terms.term import Term, once_a_term

_OBSOLETE = ("arch", "obs")
_HYPHENATED = re.compile(r"[A-Za-z]+-[A-Za-z]+")  # non-profit: a text may have *nonprofit*
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")


class Divided(NamedTuple):
    """The words of an expression, without articles and the like.

    ``before`` and ``after`` are the function words outside its keys: *in* the course of business, go *out*. ``inner`` has the
    lemmas from the first key to the last.
    """

    before: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


Keys = tuple[str, ...]
"""The stems of the content words of an expression, in order."""

Fields = tuple[str, str, int, bool, bool]
"""The fields of a `Meaning` behind its keys. A text has few of a term's meanings, and thousands of kept named tuples would slow
every garbage collection."""


class Meaning(NamedTuple):
    """An English expression for a term.

    ``keys`` are the stems of its content words. ``source`` is ``gloss``, ``name``, ``loan``, ``glossary`` or
    ``learned``. ``sense`` is its position among all senses, from 0. ``common`` says whether it belongs to the first
    entry and that is a common word, ``old`` whether it is archaic or obsolete.
    """

    keys: Keys
    text: str
    source: str
    sense: int = 0
    common: bool = False
    old: bool = False

    @property
    def words(self) -> tuple[Lexeme, ...]:
        """Return all words of the expression."""
        return _words(self.text)

    @property
    def adverb(self) -> str:
        """Return the adverb of a phrasal verb that ends the expression, which is no key: *step down*."""
        words = self.words
        if len(words) < 2 or words[-1].lower not in adverbs_with(words[-2].lemma):
            return ""
        return words[-1].lower

    @property
    def divided(self) -> "Divided":
        """Return the words of the expression, divided at its keys."""
        return _divided(self.text, self.keys)

    @property
    def lemmas(self) -> tuple[str, ...]:
        """Return the lemmas of all words."""
        return tuple([word.lemma for word in self.words])


@once_a_term
def meanings(term: Term) -> Mapping[Keys, Fields]:
    """Return the meanings of a term that have content words, most reliable first; of meanings with the same keys, the first."""
    found: dict[Keys, Fields] = {}
    for rendering in term.renderings:
        source = "glossary" if rendering.source == "glossary" else "learned"
        found.setdefault(gloss_keys(rendering.en), (rendering.en, source, 0, True, False))
    if not (term.surface.isdecimal() and term.surface.isascii()):  # a figure means only its value: 1 is not *beginning*
        for sense, (text, keys, note, common) in enumerate(glosses_of(term)):
            fields = text, "gloss", sense, common, note in _OBSOLETE
            found.setdefault(keys, fields)
            if "-" in text and _HYPHENATED.fullmatch(text):
                found.setdefault((lexeme(text.replace("-", "")).stem,), fields)
        for loan in term.loans:
            found.setdefault(gloss_keys(loan), (loan, "loan", 0, True, False))
        for name in term.names[:8] if term.proper else ():  # the likeliest readings
            found.setdefault(gloss_keys(name.romaji), (name.romaji, "name", 0, False, False))
    found.pop((), None)
    return found


def meanings_with(term: Term, stems: Set[str]) -> list[Meaning]:
    """Return the meanings of a term with at least one of these stems."""
    return [Meaning(keys, *fields) for keys, fields in meanings(term).items() if not stems.isdisjoint(keys)]


def as_said(meaning: Meaning, term: Term, lemma: str) -> Meaning:
    """Return the gloss with a word, if another has the same stems: *robbery*, not *robber*, for 強盗."""
    if meaning.source != "gloss":
        return meaning
    for sense, (text, keys, note, common) in enumerate(glosses_of(term)):
        if keys == meaning.keys:
            other = Meaning(keys, text, "gloss", sense, common, note in _OBSOLETE)
            if lemma in other.lemmas:
                return other
    return meaning


@once_a_term
def stems(term: Term) -> frozenset[str]:
    """Return the stems of all meanings of a term."""
    return frozenset(chain.from_iterable(meanings(term)))


@once_a_term
def heads(term: Term) -> tuple[str, ...]:
    """Return the stems of one-word glosses, from which related words are found."""
    one = [keys[0] for keys, (_, source, *_) in meanings(term).items() if len(keys) == 1 and source == "gloss"]
    return tuple(one[:8])


@once_a_term
def sense_code(term: Term) -> int | None:
    """Return the code of all glosses together in the table of meanings; None if no gloss is in the table."""
    return combined(
        [
            (bits, WEIGHTS[len(keys)])
            for keys, (_, source, *_) in meanings(term).items()
            if source != "name" and len(keys) <= LONGEST_GLOSS
            for bits in map(code, keys)
            if bits is not None
        ]
    )


@lru_cache(4096)
def _divided(text: str, keys: Keys) -> Divided:
    text = without_asides(text)
    forms = zip(_WORD.findall(text), _words(text), strict=True)
    words = [word for form, word in forms if not _varies(form) and word.lower != "to"]
    at = [k for k, word in enumerate(words) if word.stem in keys]
    if not at:
        return Divided()
    before, inner, after = words[: at[0]], words[at[0] : at[-1] + 1], words[at[-1] + 1 :]
    lemmas = tuple([word.lemma for word in inner])
    if not all(word.function for word in (*before, *after)):
        return Divided(inner=lemmas)
    return Divided(tuple([word.lower for word in before]), lemmas, tuple([word.lower for word in after]))


def _varies(form: str) -> bool:
    """Return whether a word of an expression may be another one in a text: *your*; but not the *My* of *My Number Card*."""
    return form in DETERMINERS or form.lower() in ARTICLES


@lru_cache(16384)
def _words(text: str) -> tuple[Lexeme, ...]:
    return tuple([lexeme(word) for word in _WORD.findall(text)])
