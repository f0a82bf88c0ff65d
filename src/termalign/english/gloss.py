"""Conversion of dictionary glosses to the keys by which English text is indexed."""

import re

from termalign.english.function_words import ARTICLES, AUXILIARIES, CONJUNCTIONS, PARTICLES, PREPOSITIONS, PRONOUNS
from termalign.english.lexis import lexeme
from termalign.english.text import WORD

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")
_WHOSE = re.compile(r"\b(?:one|someone|somebody)['’]s\b", re.IGNORECASE)  # texts have *their*, *its*, or nothing
_LIGHT = frozenset({"to", "be", "someone", "something", "oneself", "sth", "sb", "etc", "esp", "e.g", "i.e", "s"})
_MONTH = "May"  # May tournament, not *may*
#: vitamin A, Class A war criminal, A major, A-bomb
_LETTER = re.compile(r"(?<=[A-Za-z][ -])A(?![\w'’-])(?! [A-Z])|^A(?=[ -][a-z]+$)")
_DROPPED = ARTICLES | PREPOSITIONS | PRONOUNS | AUXILIARIES | CONJUNCTIONS | _LIGHT


#: Function words that a hyphen makes part of a word: over-tourism, by-election, play-off.
_PREFIXED = re.compile(r"\b(?:over|under|by|off|out)-(?=[A-Za-z])|(?<=[A-Za-z]-)(?:off|out|up|down)\b", re.IGNORECASE)


def _is_content(text: str, start: int, end: int) -> bool:
    word = text[start:end]
    if word.lower() not in _DROPPED or word == _MONTH or _is_acronym(word):
        return True
    return _PREFIXED.match(text, start) is not None or _LETTER.match(text, start) is not None


def _is_acronym(word: str) -> bool:
    """Return whether a word is an acronym, and so not the lower-case word: IT industry, US forces."""
    return len(word) > 1 and word.isupper()


def without_asides(gloss: str) -> str:
    """Return a gloss without what it has in brackets.

    Examples
    --------
    >>> without_asides("to arrest (a criminal)").split()
    ['to', 'arrest']
    """
    return _ASIDE.sub(" ", gloss)


def as_phrase(gloss: str) -> str:
    """Return a gloss as a text would have it: without asides and the *to* of a verb.

    >>> as_phrase("to arrest (a criminal)"), as_phrase("accounts payable")
    ('arrest', 'accounts payable')
    """
    return without_asides(gloss).strip().removeprefix("to ")


def gloss_keys(gloss: str) -> tuple[str, ...]:
    """Return the content words of a gloss as family keys, in order, without asides in brackets and function words.

    Examples
    --------
    >>> gloss_keys("to arrest (a criminal)")
    ('arrest',)
    >>> gloss_keys("the National Police Agency") == gloss_keys("national police agencies")
    True

    The *one's* of a dictionary is left out too, as texts do not have it:

    >>> gloss_keys("one's opponent")
    ('oppon',)

    A letter is not an article:

    >>> gloss_keys("vitamin A"), gloss_keys("once upon a time")
    (('vitamin', 'a'), ('once', 'time'))

    A gloss that has only function words keeps them:

    >>> gloss_keys("within")
    ('within',)
    """
    bare = without_asides(gloss)
    if "'s" in bare or "’s" in bare:
        bare = _WHOSE.sub(" ", bare)
    forms = WORD.findall(bare)
    content = [f for f in forms if f.lower() not in _DROPPED or f == _MONTH or _is_acronym(f)]
    if ("-" in bare and _PREFIXED.search(bare)) or _LETTER.search(bare):
        content = [m.group() for m in WORD.finditer(bare) if _is_content(bare, m.start(), m.end())]
    if all(f.lower() in PARTICLES for f in content):  # just before
        content = [f for f in forms if f.lower() not in ARTICLES and f.lower() != "to"]
    return tuple([lexeme(f).stem for f in content])
