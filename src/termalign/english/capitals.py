"""Recognition of names by English capitals: Attack on Titan, The Lord of the Rings: The Return of the King, Half-Life 2.

Some links between two capitalised words are surer than others. A space or a hyphen nearly always joins them to one name, *of*
mostly does. *And*, *in* or a possessive does so only if nothing else is named next to it (not in Jon Snow *in* Game of
Thrones), and a colon only in titles.
"""

import re
from collections.abc import Container, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from termalign.english.function_words import ARTICLES
from termalign.english.text import EnglishText


class Join(IntEnum):
    """How two neighbouring capitalised words are joined, the weakest way first."""

    NONE = 0
    SUBTITLE = 1  # a colon, a dash
    APART = 2  # a comma
    LISTED = 3  # and, a possessive
    LOOSE = 4  # in, for, the
    OF = 5
    CLOSE = 6


class Name(NamedTuple):
    """The words ``i:j`` of a name, which begins and ends with a capital or a number."""

    i: int
    j: int


_HYPHENS = frozenset("-‐–")
_GAPS = {
    **dict.fromkeys((" ", "-", "‐", "–", "", "/", "'", "’", ". "), Join.CLOSE),
    **dict.fromkeys((" & ", " + ", " / ", " 'n' "), Join.OF),
    **dict.fromkeys(("'s ", "’s ", "' ", "’ "), Join.LISTED),
    ", ": Join.APART,
    **dict.fromkeys((": ", " - ", " – ", " — "), Join.SUBTITLE),
}
_LINKERS = {
    **dict.fromkeys("of de la le du des von van der den del della di da dos no el".split(), Join.OF),
    **dict.fromkeys("in on to for with at from into".split(), Join.LOOSE),
    **dict.fromkeys("and n y und et".split(), Join.LISTED),
}
_LONGEST_LINK = 3  # words: in the, of the
_OPENERS = frozenset(
    "how when where why whats name list please besides excluding tell according thanks due owing prior compared contrary similar "
    "together along citing quoting".split()
)
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?")
_ROMAN = re.compile(r"[IVX]+")


class Capitals:
    """The capitalised words of a text, and how each is joined to the next. A text without capitals has no names.

    >>> english = EnglishText("Who played Jon Snow in Game of Thrones?")
    >>> [english.phrase(*name) for name in Capitals(english).names({Join.CLOSE, Join.OF})]
    ['Jon Snow', 'Game of Thrones']
    >>> [english.phrase(*name) for name in Capitals(english).names(set(Join) - {Join.NONE})]
    ['Jon Snow in Game of Thrones']
    """

    def __init__(self, english: EnglishText) -> None:
        self._english = english
        self._words = [k for k in range(len(english)) if self._in_name(k)]
        self._joins = [self.joint(a, b) for a, b in pairwise(self._words)]

    def names(self, joins: Container[Join]) -> Sequence[Name]:
        """Return the names whose words are joined in one of these ways."""
        found: list[Name] = []
        for k, before in zip(self._words, [Join.NONE, *self._joins], strict=False):
            if found and before in joins:
                found[-1] = found[-1]._replace(j=k + 1)
            else:
                found.append(Name(k, k + 1))
        return [name._replace(j=self._unbroken(name.j)) for name in found if self._is_name(name)]

    def _unbroken(self, j: int) -> int:
        """Return the end of a name, extended by lower-case parts of its last word: Chiang Kai-*shek*, not Kobe-*born*."""
        english = self._english
        while 0 < j < len(english) and english.gap(j - 1) in _HYPHENS:
            if english.lexemes[j].known or not (english.forms[j].isalpha() and english.forms[j].islower()):
                break
            j += 1
        return j

    def joint(self, a: int, b: int) -> Join:
        """Return how the capitalised words `a` and `b`, with only small words between them, are joined."""
        english = self._english
        gaps = [english.gap(k) for k in range(a, min(b, a + _LONGEST_LINK + 1))]
        if b - a > _LONGEST_LINK or english.sentences[a] != english.sentences[b]:
            return Join.NONE
        if all(gap in _HYPHENS for gap in gaps):  # Winnie-the-Pooh
            return Join.CLOSE
        between = [english.lexemes[k].lower for k in range(a + 1, b)]
        ways = [_GAPS.get(gap, Join.NONE) for gap in gaps]
        for at, word in enumerate(between):
            if word in ARTICLES:
                ways.append(Join.LOOSE if at == 0 else Join.CLOSE)
            else:
                ways.append(_LINKERS.get(word, Join.NONE))
        if english.forms[b][0].isdigit() and between:
            return Join.NONE
        return min(ways)

    def numbers(self, k: int) -> bool:
        """Return whether the word ``k`` numbers the capitalised word before it: Apollo *11*, Henry *VIII*."""
        form = self._english.forms[k]
        after = k > 0 and self._english.gap(k - 1) == " " and self._english.forms[k - 1][0].isupper()
        return after and (form.isdigit() or _ROMAN.fullmatch(form) is not None)

    def _in_name(self, k: int) -> bool:
        english = self._english
        form = english.forms[k]
        if form[0].isdigit():
            return _NUMBER.fullmatch(form) is not None
        if not form[0].isupper() or (form == "I" and not self._begins_or_numbers(k)):
            return False
        x = english.lexemes[k]
        return not (english.opens_sentence(k) and (x.function or x.lower in _OPENERS) and x.lower not in ARTICLES)

    def _begins_or_numbers(self, k: int) -> bool:
        """Return whether the *I* at ``k`` is a numeral after a name (World War I), or begins a title (I Have a Dream)."""
        forms, gap = self._english.forms, self._english.gap
        before = k + 1 < len(forms) and gap(k) == " " and forms[k + 1][0].isupper()
        return before or (self.numbers(k) and not self._english.lexemes[k - 1].function)

    def _is_name(self, name: Name) -> bool:
        """Return whether the words are more than numbers, articles, a letter, or an ordinary word that begins a sentence."""
        english = self._english
        words = [k for k in range(*name) if english.forms[k][0].isupper() and english.lexemes[k].lower not in ARTICLES]
        if len(words) == 1 and name.j - name.i == 1:
            return len(english.forms[name.i]) > 1 and not (
                english.opens_sentence(name.i) and english.lexemes[name.i].known
            )
        return bool(words)
